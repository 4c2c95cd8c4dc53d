import { hkdfSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import { createSealingKeyPair, importPrivateKey } from '@huhudao/outbox/open';
import { z } from 'zod';
import type { Keys } from '../http/deps.ts';
import { readSecret, writeSecret } from './secret-file.ts';

const stored = z.strictObject({ audit: z.base64(), sealingPublic: z.base64(), sealingPrivate: z.base64() });

async function makeStored(): Promise<z.infer<typeof stored>> {
  const { publicKey, privateKey } = await createSealingKeyPair();
  return { audit: randomBytes(32).toString('base64'), sealingPublic: publicKey, sealingPrivate: privateKey };
}

async function importKeys(keys: z.infer<typeof stored>): Promise<Keys> {
  const audit = Buffer.from(keys.audit, 'base64');
  return {
    audit,
    tablets: Buffer.from(hkdfSync('sha256', audit, '', 'huhudao tablets', 32)),
    sealing: { publicKey: keys.sealingPublic, pair: await importPrivateKey(keys.sealingPrivate) },
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
  const known = await readSecret(file, stored);
  if (known !== undefined) return importKeys(known);
  const made = await makeStored();
  await writeSecret(file, made);
  return importKeys(made);
}
