import type { Sql } from '../pool.ts';

/** Whether the server has a database of this name. */
export async function hasDatabase(sql: Sql, name: string): Promise<boolean> {
  const rows = await sql`select 1 from pg_database where datname = ${name}`;
  return rows.length > 0;
}

/** Creates an empty database. */
export async function createDatabase(sql: Sql, name: string): Promise<void> {
  await sql`create database ${sql(name)}`;
}
