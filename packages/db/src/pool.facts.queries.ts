/** What the tests of the pool ask a database. */
import type { Db } from './pool.ts';

/** Answers after a minute. */
export const sleepLong = (db: Db) => db`select pg_sleep(60)`;

/** How many wait for that answer. */
export const countSleeping = (db: Db) => db<{ count: number }[]>`
  select count(*)::int as count from pg_stat_activity
  where datname = current_database() and wait_event = 'PgSleep'`;

export const createNotes = (db: Db) => db`create table note (text text not null)`;
export const insertNote = (db: Db, text: string) => db`insert into note values (${text})`;
export const listNotes = (db: Db) => db<{ text: string }[]>`select text from note`;
