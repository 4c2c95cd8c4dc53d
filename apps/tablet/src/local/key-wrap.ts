/**
 * How the key of a person's store is kept: wrapped twice, and never as it is.
 *
 * By the PIN: AES-256-GCM under HKDF-SHA-256 (RFC 5869) with the tablet's secret as key material and
 * PBKDF2-SHA-256 (RFC 8018) of the PIN as salt, so that it takes both. By recovery: under HKDF of the secret that only
 * a sign-in with the password gives. What this protects from, and what not: docs/decisions/016.
 */

/** How the PIN was stretched; kept with what it locks, so that the number can be raised later. */
export type PinStretch = { iterations: number; salt: Uint8Array<ArrayBuffer> };
export type Wrapped = { iv: Uint8Array<ArrayBuffer>; ciphertext: ArrayBuffer };
export type PinLock = { stretch: PinStretch; wrapped: Wrapped };

/** OWASP's figure for PBKDF2-SHA-256 (Password Storage Cheat Sheet). */
export const pinIterations = 600_000;
const saltBytes = 16;
const ivBytes = 12;

const encoded = (text: string) => new TextEncoder().encode(text);

/** A secret of the server (base64) as the browser keeps it: usable, and never handed out again. */
export function importSecret(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
}

/** A new key for a store. It can be taken out, to be wrapped; what is used is `sealedIn` of it. */
export function createDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
}

/** The same key, which nobody can take out any more. */
export async function sealedIn(dataKey: CryptoKey): Promise<CryptoKey> {
  const raw = await crypto.subtle.exportKey('raw', dataKey);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  new Uint8Array(raw).fill(0);
  return key;
}

/** `keyId` is authenticated with it: a lock of one store does not open another. */
export async function lockByPin(
  dataKey: CryptoKey,
  keyId: string,
  pin: string,
  secret: CryptoKey,
  iterations = pinIterations,
): Promise<PinLock> {
  const stretch = { iterations, salt: crypto.getRandomValues(new Uint8Array(saltBytes)) };
  return { stretch, wrapped: await wrap(dataKey, await pinKey(pin, secret, stretch), keyId) };
}

/** The key that can be taken out; undefined where PIN or secret are others. */
export async function openByPin(
  { stretch, wrapped }: PinLock,
  keyId: string,
  pin: string,
  secret: CryptoKey,
): Promise<CryptoKey | undefined> {
  return unwrap(wrapped, await pinKey(pin, secret, stretch), keyId);
}

export async function lockByRecovery(dataKey: CryptoKey, keyId: string, secret: CryptoKey): Promise<Wrapped> {
  return wrap(dataKey, await recoveryKey(secret), keyId);
}

/** The key that can be taken out; undefined where the secret is another. */
export async function openByRecovery(
  wrapped: Wrapped,
  keyId: string,
  secret: CryptoKey,
): Promise<CryptoKey | undefined> {
  return unwrap(wrapped, await recoveryKey(secret), keyId);
}

async function pinKey(pin: string, secret: CryptoKey, { iterations, salt }: PinStretch): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', encoded(pin), 'PBKDF2', false, ['deriveBits']);
  const stretching = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt };
  const stretched = await crypto.subtle.deriveBits(stretching, typed, 256);
  return wrappingKey(secret, stretched, 'huhudao store by PIN');
}

const recoveryKey = (secret: CryptoKey): Promise<CryptoKey> =>
  wrappingKey(secret, new ArrayBuffer(0), 'huhudao store by recovery');

function wrappingKey(secret: CryptoKey, salt: ArrayBuffer, use: string): Promise<CryptoKey> {
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt, info: encoded(use) };
  return crypto.subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, [
    'wrapKey',
    'unwrapKey',
  ]);
}

async function wrap(dataKey: CryptoKey, by: CryptoKey, keyId: string): Promise<Wrapped> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  return { iv, ciphertext: await crypto.subtle.wrapKey('raw', dataKey, by, parameters(iv, keyId)) };
}

async function unwrap(
  { iv, ciphertext }: Wrapped,
  by: CryptoKey,
  keyId: string,
): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.unwrapKey('raw', ciphertext, by, parameters(iv, keyId), 'AES-GCM', true, [
      'encrypt',
      'decrypt',
    ]);
  } catch (error) {
    // What WebCrypto throws where the authentication fails: another PIN or another secret.
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, keyId: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encoded(keyId) };
}
