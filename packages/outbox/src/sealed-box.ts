/**
 * A sealed box: what the tablet keeps of answers it must no longer be able to read.
 *
 * Hybrid public-key encryption by RFC 9180 in base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, all by
 * WebCrypto. A box is one version byte (1), the encapsulated key (65 bytes) and the ciphertext, in base64.
 */
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { fromBase64, toBase64 } from './base64.ts';

export const sealedBoxVersion = 1;
export const sealedBoxSuite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
/** Keeps a box of another use of the same key from opening here. */
export const sealedBoxInfo = new TextEncoder().encode('huhudao sealed response v1');
export const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** A box tells its length; in steps of this many bytes that says little about the answers in it. */
const paddingStep = 1024;

/**
 * Seals bytes to the server's public key (SPKI, base64). Each call gives another box for the same bytes.
 * @throws where the key is not a P-256 public key: `checkSealingKey` at sign-in finds that in time.
 */
export async function seal(publicKeySpkiBase64: string, bytes: Uint8Array): Promise<string> {
  const key = await importPublicKey(publicKeySpkiBase64);
  const { encapsulatedSecret, ciphertext } = await sealedBoxSuite.Seal(key, bytes, { info: sealedBoxInfo });
  const box = new Uint8Array(1 + encapsulatedSecret.length + ciphertext.length);
  box[0] = sealedBoxVersion;
  box.set(encapsulatedSecret, 1);
  box.set(ciphertext, 1 + encapsulatedSecret.length);
  return toBase64(box);
}

/** Seals a value as JSON, padded with blanks, which JSON ignores. */
export async function sealJson(publicKeySpkiBase64: string, value: unknown): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const padded = new Uint8Array(Math.ceil(json.length / paddingStep) * paddingStep).fill(0x20);
  padded.set(json);
  return seal(publicKeySpkiBase64, padded);
}

/** Rejects where responses could not be sealed to this key; called when a tablet signs in, while it is online. */
export async function checkSealingKey(publicKeySpkiBase64: string): Promise<void> {
  await importPublicKey(publicKeySpkiBase64);
}

function importPublicKey(spkiBase64: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', fromBase64(spkiBase64), curve, true, []);
}
