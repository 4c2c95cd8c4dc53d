/** What the tests of the migrations look at. */
import type { Db } from './pool.ts';

export const listTables = (db: Db) => db<{ name: string }[]>`
  select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
  order by 1`;
