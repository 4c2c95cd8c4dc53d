import { createHash } from 'node:crypto';
import { Problem } from '@huhudao/protocol';
import type { Deps } from './deps.ts';
import {
  findByCredential,
  findBySession,
  markCredentialSeen,
  markSessionSeen,
  type IdentityRow,
} from './identity.queries.ts';

/** Who is asking: a person with their grants, on the web or on a tablet. */
export type Identity = IdentityRow & { tokenHash: Uint8Array };

/** A token is stored only as its SHA-256: who reads the table cannot sign in with it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Revocation is seen within this many milliseconds by every server; at once by the one that revoked. */
const rememberFor = 5000;
/** How often `seen_at` is written, in milliseconds; finer than the idle limit needs would cost a write a request. */
const seenEvery = 60_000;

type Found = { identity: Identity; at: number };

/** Finds who is behind a token, remembering the answer for a few seconds. */
export class Identities {
  readonly #deps: Deps;
  readonly #found = new Map<string, Found>();
  /** How often it was forgotten: an answer that was asked for before then is not remembered. */
  #generation = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** To be called after anything about people, sessions or devices has changed. */
  forget(): void {
    this.#generation += 1;
    this.#found.clear();
  }

  /** @throws Problem notSignedIn, sessionExpired */
  async bySession(token: string | undefined): Promise<Identity> {
    if (token === undefined) throw new Problem('notSignedIn');
    const identity = await this.#find(token, findBySession);
    if (identity === undefined) throw new Problem('sessionExpired');
    const now = this.#deps.now();
    const idleFor = now.getTime() - Date.parse(identity.seenAt);
    if (
      Date.parse(identity.expiresAt) <= now.getTime() ||
      idleFor > this.#deps.env.SESSION_IDLE_MINUTES * 60_000
    ) {
      throw new Problem('sessionExpired');
    }
    if (idleFor > seenEvery) {
      await markSessionSeen(this.#deps.sql, identity.tokenHash, now.toISOString());
      this.#found.delete(token);
    }
    return identity;
  }

  /** A revoked device is found as well: its last records are taken into quarantine. @throws Problem notSignedIn, sessionExpired */
  async byCredential(token: string | undefined): Promise<Identity> {
    if (token === undefined) throw new Problem('notSignedIn');
    const identity = await this.#find(token, findByCredential);
    if (identity === undefined) throw new Problem('sessionExpired');
    const now = this.#deps.now();
    if (Date.parse(identity.expiresAt) <= now.getTime()) throw new Problem('sessionExpired');
    if (now.getTime() - Date.parse(identity.seenAt) > seenEvery && !identity.deviceRevoked) {
      const expires = new Date(now.getTime() + this.#deps.env.DEVICE_DAYS * 86_400_000);
      await markCredentialSeen(this.#deps.sql, identity.tokenHash, now.toISOString(), expires.toISOString());
      this.#found.delete(token);
    }
    return identity;
  }

  async #find(token: string, query: typeof findBySession): Promise<Identity | undefined> {
    const known = this.#found.get(token);
    if (known !== undefined && performance.now() - known.at < rememberFor) return known.identity;
    const tokenHash = hashToken(token);
    const generation = this.#generation;
    const [row] = await query(this.#deps.sql, tokenHash);
    if (row === undefined) {
      this.#found.delete(token);
      return undefined;
    }
    const identity = { ...row, tokenHash };
    if (generation !== this.#generation) return identity;
    if (this.#found.size > 10_000) this.#found.clear();
    this.#found.set(token, { identity, at: performance.now() });
    return identity;
  }
}
