import type { Sql } from '@huhudao/db';
import { listStreetTables, readStreet, writeStreet } from './street-copy.queries.ts';

/** Everything the database holds of one street, by table: a backup of it. */
export type StreetCopy = ReadonlyMap<string, string | null>;

export async function copyStreet(sql: Sql, streetId: string): Promise<StreetCopy> {
  const tables = await listStreetTables(sql);
  return copyOf(
    sql,
    streetId,
    tables.map(({ name }) => name),
  );
}

/** Only what differs is written; whatever came after the copy is gone. */
export async function putStreetBack(sql: Sql, streetId: string, copy: StreetCopy): Promise<void> {
  const now = await copyOf(sql, streetId, [...copy.keys()]);
  const changed = new Map([...copy].filter(([table, rows]) => now.get(table) !== rows));
  await writeStreet(sql, streetId, changed);
}

async function copyOf(sql: Sql, streetId: string, tables: readonly string[]): Promise<StreetCopy> {
  return new Map((await readStreet(sql, tables, streetId)).map(({ name, rows }) => [name, rows]));
}
