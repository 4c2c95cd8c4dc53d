import { randomBytes } from 'node:crypto';
import type { Deps } from '../http/deps.ts';
import { hashToken } from '../http/identity.ts';
import type { Say } from '../http/terminal.ts';
import { hasPeople, lockSetupToken, setSetupToken } from './setup.queries.ts';

/**
 * Shows a new one-time link for the first administrator, valid until it is used or the next one is made; nothing
 * where there are people already.
 */
export async function showSetupLink(deps: Deps, port: number, say: Say): Promise<void> {
  const token = await makeSetupToken(deps, { demo: false });
  if (token === null) return;
  say('首次使用：用下面的一次性链接设置管理员 / First use: set up the administrator with this one-time link');
  say(`  http://localhost:${port}/setup?token=${token}`);
  say('');
}

/**
 * A new one-time token for the first administrator, of a demonstration or of a real district; the one before it is
 * void. Null where there are people already.
 */
export async function makeSetupToken(deps: Deps, { demo }: { demo: boolean }): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  return deps.sql.begin(async (tx) => {
    await lockSetupToken(tx);
    const [people] = await hasPeople(tx);
    if (people?.some !== false) return null;
    await setSetupToken(tx, hashToken(token), demo);
    return token;
  });
}
