import type { Sql } from '@huhudao/db';
import type { Logger } from 'pino';
import type { Env } from '../env.ts';
import type { Areas } from './areas.ts';

/** What every handler may use; made once in `serve.ts`, or by a test. */
export type Deps = {
  sql: Sql;
  areas: Areas;
  now: () => Date;
  log: Logger;
  env: Env;
  /** Keys of this installation: for keyed digests in the audit, and for opening sealed responses. */
  keys: Keys;
};

export type Keys = {
  /** HMAC key of digests that nobody may find by trying: of the audit, and of anonymous responses. */
  audit: Uint8Array;
  /** Of the secrets that open people's stores on their tablets (`sessions/store-secrets.ts`). */
  tablets: Uint8Array;
  /** Key pair of sealed anonymous responses; tablets are given the public key (SPKI, base64). */
  sealing: { publicKey: string; pair: CryptoKeyPair };
};

/** Who does something: a person, perhaps on a tablet; nobody for the product itself. */
export type Actor = { personId: string | null; deviceId: string | null };
