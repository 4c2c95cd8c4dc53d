import { randomBytes } from 'node:crypto';
import type { Deps } from '../http/deps.ts';
import { hashToken } from '../http/identity.ts';
import type { Say } from '../http/terminal.ts';
import { hasPeople, setSetupToken } from './setup.queries.ts';

/**
 * Shows a new one-time link for the first administrator, valid until it is used or the next one is made; nothing
 * where there are people already.
 */
export async function showSetupLink(deps: Deps, port: number | string, say: Say): Promise<void> {
  const [people] = await hasPeople(deps.sql);
  if (people?.some !== false) return;
  const token = await makeSetupToken(deps);
  say('首次使用：用下面的一次性链接设置管理员 / First use: set up the administrator with this one-time link');
  say(`  http://localhost:${port}/setup?token=${token}`);
  say('');
}

/** A new one-time token for the first administrator; the one before it is void. */
export async function makeSetupToken(deps: Deps): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await setSetupToken(deps.sql, hashToken(token));
  return token;
}
