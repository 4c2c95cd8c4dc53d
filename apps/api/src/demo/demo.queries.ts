import type { Db, Transaction } from '@huhudao/db';

/** Sessions and credentials made with a clock in the past end with the filling. */
export const endDemoSessions = async (tx: Transaction) => {
  await tx`delete from session`;
  await tx`update device_credential set revoked_at = created_at where revoked_at is null`;
};

export const markFilled = (tx: Transaction) => tx`update installation set demo_filled = true where id = 1`;

/** Before anything is read: whoever waited for a row of it would stand in the way of emptying it. */
export const lockInstallation = (tx: Transaction) => tx`lock table installation in access exclusive mode`;

/** Every table of the product; what the migrations keep for themselves stays. */
export const listTables = (db: Db) => db<{ name: string }[]>`
  select c.relname as name
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname not like 'kysely%'
  order by c.relname`;

export const emptyTables = (tx: Transaction, names: readonly string[]) => tx`truncate ${tx(names)} cascade`;

export const countPeople = (db: Db) => db<{ count: number }[]>`select count(*)::int as count from person`;
