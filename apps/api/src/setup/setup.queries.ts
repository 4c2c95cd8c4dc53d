import type { Db, Transaction } from '@huhudao/db';

export const hasPeople = (db: Db) => db<{ some: boolean }[]>`select exists (select 1 from person) as some`;

export const lockSetupToken = (tx: Transaction) => tx<{ setupTokenHash: Buffer | null }[]>`
  select setup_token_hash from installation where id = 1 for no key update`;

/** With the token it is settled whether what is set up with it is a demonstration. */
export const setSetupToken = (tx: Transaction, tokenHash: Uint8Array, demo: boolean) => tx`
  update installation set setup_token_hash = ${tokenHash}, demo = ${demo} where id = 1`;

export const clearSetupToken = (tx: Transaction) => tx`
  update installation set setup_token_hash = null where id = 1`;
