/** Everything a database holds, for tests that say “and nothing else was written”. */
import type { Db, Sql } from '@huhudao/db';
import { dumpTable, listRows, listTables, restoreTables } from './whole-database.queries.ts';

/** Every row of every table, by table, in an order of their own. Tables named in `except` are left out. */
export async function wholeDatabase(
  db: Db,
  except: readonly string[] = [],
): Promise<Record<string, unknown[]>> {
  const whole: Record<string, unknown[]> = {};
  for (const { tableName } of await listTables(db)) {
    if (except.includes(tableName)) continue;
    whole[tableName] = (await listRows(db, tableName)).map(({ row }) => row);
  }
  return whole;
}

/** What a backup holds: every row of every table but the record of migrations, which a migrated database has. */
export async function dumpDatabase(db: Db): Promise<ReadonlyMap<string, string>> {
  const dump = new Map<string, string>();
  for (const { tableName } of await listTables(db)) {
    if (tableName.startsWith('kysely_')) continue;
    dump.set(tableName, await dumpTable(db, tableName));
  }
  return dump;
}

/** Puts a backup into a migrated database that holds nothing. */
export const restoreDatabase = async (sql: Sql, dump: ReadonlyMap<string, string>): Promise<void> => {
  await sql.begin((tx) => restoreTables(tx, dump));
};
