import type { Db } from '@huhudao/db';

/** How many transactions wait for a lock. */
export const countWaiting = (db: Db) => db<{ count: number }[]>`
  select count(*)::int as count from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;

/** Holds up every write of a street until its own transaction ends. */
export const lockStreet = (db: Db, streetId: string) => db`
  select 1 from street_head where street_id = ${streetId} for update`;

export const readEpoch = (db: Db) => db<{ epoch: string }[]>`select epoch from installation`;
