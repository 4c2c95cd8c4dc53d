import type { Db } from '@huhudao/db';

export const readDatabaseState = (db: Db) => db<{ schema: string; epoch: string; databaseBytes: number }[]>`
  select (select max(name) from kysely_migration) as schema, i.epoch,
         pg_database_size(current_database()) as database_bytes
  from installation i
  where i.id = 1`;
