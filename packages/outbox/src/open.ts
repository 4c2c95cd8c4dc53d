/** The server's side of a sealed box; the tablet never loads this. */
import { fromBase64, toBase64 } from './base64.ts';
import { curve, sealedBoxInfo, sealedBoxSuite, sealedBoxVersion } from './sealed-box.ts';

/** A key pair as it is stored: PKCS #8 and SPKI, base64. Tablets are given `publicKey`. */
export type SealingKeyPair = { readonly publicKey: string; readonly privateKey: string };

export async function createSealingKeyPair(): Promise<SealingKeyPair> {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const publicKey = await crypto.subtle.exportKey('spki', pair.publicKey);
  const privateKey = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  return { publicKey: toBase64(new Uint8Array(publicKey)), privateKey: toBase64(new Uint8Array(privateKey)) };
}

/** The private key ready for `open`, from its stored form (PKCS #8, base64), with the public key it implies. */
export async function importPrivateKey(pkcs8Base64: string): Promise<CryptoKeyPair> {
  const privateKey = await crypto.subtle.importKey('pkcs8', fromBase64(pkcs8Base64), curve, true, [
    'deriveBits',
  ]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', privateKey);
  if (kty === undefined || crv === undefined || x === undefined || y === undefined)
    throw new Error('Not the private key of a point on a curve');
  const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, true, []);
  return { publicKey, privateKey };
}

/**
 * Opens a box.
 * @throws where it is not a box, was altered, or was sealed to another key.
 */
export async function open(keys: CryptoKeyPair, boxBase64: string): Promise<Uint8Array> {
  const box = fromBase64(boxBase64);
  if (box[0] !== sealedBoxVersion) throw new Error(`Not a sealed box of version ${sealedBoxVersion}`);
  const keyEnd = 1 + sealedBoxSuite.KEM.Nenc;
  return sealedBoxSuite.Open(keys, box.subarray(1, keyEnd), box.subarray(keyEnd), {
    info: sealedBoxInfo,
  });
}

/** Opens a box made by `sealJson`. @throws as `open`, and where what is inside is not JSON. */
export async function openJson(keys: CryptoKeyPair, boxBase64: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await open(keys, boxBase64)));
}
