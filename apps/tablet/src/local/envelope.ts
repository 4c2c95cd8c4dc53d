/**
 * Every record of the tablet's store is an envelope: AES-GCM with a key of its person, which the browser keeps and
 * never hands out. What it is bound to (table and id) is authenticated, so that rows cannot be swapped.
 */

export type Envelope = { keyId: string; iv: Uint8Array<ArrayBuffer>; ciphertext: ArrayBuffer };
export type StoreKey = { keyId: string; key: CryptoKey };

/** 96 bits, as NIST SP 800-38D has it for GCM with random values. */
const ivBytes = 12;

export async function createStoreKey(): Promise<StoreKey> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { keyId: crypto.randomUUID(), key };
}

/** Encrypts a value that JSON can hold. Never within an IndexedDB transaction: the wait would end it. */
export function encrypt(store: StoreKey, boundTo: string, value: unknown): Promise<Envelope> {
  return encryptBytes(store, boundTo, new TextEncoder().encode(JSON.stringify(value)));
}

/** Encrypts bytes as they are. */
export async function encryptBytes(
  store: StoreKey,
  boundTo: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Envelope> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const ciphertext = await crypto.subtle.encrypt(parameters(iv, boundTo), store.key, plain);
  return { keyId: store.keyId, iv, ciphertext };
}

/** @throws where the envelope was made with another key, for another place, or was altered. */
export async function decrypt(store: StoreKey, boundTo: string, envelope: Envelope): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await decryptBytes(store, boundTo, envelope)));
}

/** @throws as `decrypt`. */
export async function decryptBytes(
  store: StoreKey,
  boundTo: string,
  envelope: Envelope,
): Promise<Uint8Array<ArrayBuffer>> {
  if (envelope.keyId !== store.keyId) throw new Error('The envelope was made with another key');
  const plain = await crypto.subtle.decrypt(parameters(envelope.iv, boundTo), store.key, envelope.ciphertext);
  return new Uint8Array(plain);
}

function parameters(iv: Uint8Array<ArrayBuffer>, boundTo: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(boundTo) };
}
