import type { Db } from '@huhudao/db';

export const listTables = (db: Db) => db<{ tableName: string }[]>`
  select table_name
  from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE'
  order by table_name`;

export const listRows = (db: Db, table: string) => db<{ row: unknown }[]>`
  select to_jsonb(t) as row from ${db(table)} t order by to_jsonb(t)::text`;
