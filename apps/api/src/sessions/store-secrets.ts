import { hkdfSync } from 'node:crypto';
import type { Keys } from '../http/deps.ts';

type Use = 'unlock' | 'recovery';

/**
 * The secrets a tablet needs beside a PIN, or instead of one, to open a person's store: base64, 32 bytes each. Derived
 * (RFC 5869), so that the next sign-in on that tablet gives the same again and a copy of the database holds none.
 */
export function storeSecrets(keys: Pick<Keys, 'tablets'>, personId: string, deviceId: string) {
  const secret = (use: Use): string => {
    const info = `${use} ${personId} ${deviceId}`;
    return Buffer.from(hkdfSync('sha256', keys.tablets, '', info, 32)).toString('base64');
  };
  return { unlockSecret: secret('unlock'), recoverySecret: secret('recovery') };
}
