import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Keys } from '../http/deps.ts';

const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;
const stored = z.strictObject({ audit: z.base64(), sealingPrivate: z.base64(), sealingPublic: z.base64() });

const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64');

async function makeStored(): Promise<z.infer<typeof stored>> {
  const pair = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['encrypt', 'decrypt'],
  );
  return {
    audit: base64(randomBytes(32)),
    sealingPrivate: base64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))),
    sealingPublic: base64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))),
  };
}

async function importKeys(keys: z.infer<typeof stored>): Promise<Keys> {
  const privateBytes = Buffer.from(keys.sealingPrivate, 'base64');
  return {
    audit: Buffer.from(keys.audit, 'base64'),
    sealing: {
      publicSpki: keys.sealingPublic,
      privateKey: await crypto.subtle.importKey('pkcs8', privateBytes, algorithm, false, ['decrypt']),
    },
  };
}

/** Keys for a test or a first start. */
export const makeKeys = async (): Promise<Keys> => importKeys(await makeStored());

/**
 * The installation's keys from the data folder, made at the first start. They stand outside the database, so
 * that somebody with a copy of the database alone can open no sealed response and forge no digest.
 */
export async function loadKeys(dataDir: string): Promise<Keys> {
  const file = path.join(dataDir, 'keys.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) return importKeys(stored.parse(JSON.parse(text)));
  const made = await makeStored();
  await mkdir(dataDir, { recursive: true });
  // Written aside and renamed: a half-written key file would make every sealed response unreadable.
  await writeFile(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  await rename(`${file}.new`, file);
  await chmod(file, 0o600);
  return importKeys(made);
}
