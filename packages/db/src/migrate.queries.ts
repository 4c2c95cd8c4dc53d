import type { Sql } from './pool.ts';

/** What Kysely's migrator has written down as applied; fails before its first run, when it has no table. */
export async function listAppliedMigrations(sql: Sql): Promise<{ name: string }[]> {
  return await sql`select name from kysely_migration order by name`;
}
