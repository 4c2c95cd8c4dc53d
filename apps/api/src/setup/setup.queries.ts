import type { Db, Transaction } from '@huhudao/db';

export const hasPeople = (db: Db) => db<{ some: boolean }[]>`select exists (select 1 from person) as some`;

export const lockSetupToken = (tx: Transaction) => tx<{ setupTokenHash: Buffer | null }[]>`
  select setup_token_hash from installation where id = 1 for no key update`;

export const setSetupToken = (db: Db, tokenHash: Uint8Array | null) => db`
  update installation set setup_token_hash = ${tokenHash} where id = 1`;
