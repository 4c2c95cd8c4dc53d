import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Problem } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { fitsPassword } from '../http/passwords.ts';
import { onPlatform } from '../http/transaction.ts';
import { noteFailure } from './sessions.commands.ts';
import { findAccount, type AccountRow } from './sessions.queries.ts';
import { failureLimit, lockMinutes } from './sign-in-limits.ts';
import { Turns } from './turns.ts';

/** Checks user names and passwords, counting wrong ones. */
export class PasswordCheck {
  readonly #turns = new Turns();
  /** User names nobody has lock like any other, or the lock would tell which ones exist. */
  readonly #strangers = new RateLimiterMemory({
    points: failureLimit - 1,
    duration: lockMinutes * 60,
    blockDuration: lockMinutes * 60,
  });

  /** The account that fits. @throws Problem signInFailed, signInLocked */
  async check(deps: Deps, login: string, password: string): Promise<AccountRow> {
    const wanted = login.toLowerCase();
    // One after another: guesses sent all at once would be checked before the first is counted.
    return this.#turns.take(wanted, () => this.#checkNow(deps, wanted, password));
  }

  async #checkNow(deps: Deps, login: string, password: string): Promise<AccountRow> {
    const [account] = await findAccount(deps.sql, login);
    // First, whatever comes of it: an answer that comes sooner would tell which accounts exist.
    const fits = await fitsPassword(account?.passwordHash, password);
    if (account === undefined) return this.#refuseStranger(login);
    const lockedFor =
      account.lockedUntil === null ? 0 : Date.parse(account.lockedUntil) - deps.now().getTime();
    if (lockedFor > 0) throw locked(lockedFor);
    if (fits && account.disabledAt === null) return account;
    const nobody = { personId: null, deviceId: null };
    const result = await onPlatform(deps, nobody, noteFailure, { personId: account.id });
    throw result.locked ? locked(lockMinutes * 60_000) : new Problem('signInFailed');
  }

  async #refuseStranger(login: string): Promise<never> {
    await this.#strangers.consume(login).catch((limit: { msBeforeNext: number }) => {
      throw locked(limit.msBeforeNext);
    });
    throw new Problem('signInFailed');
  }
}

const locked = (milliseconds: number) => {
  const minutes = Math.ceil(milliseconds / 60_000);
  return new Problem('signInLocked', { minutes, seconds: Math.ceil(milliseconds / 1000) });
};
