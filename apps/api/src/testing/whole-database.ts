/** Everything a database holds, for tests that say “and nothing else was written”. */
import type { Db } from '@huhudao/db';
import { listRows, listTables } from './whole-database.queries.ts';

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
