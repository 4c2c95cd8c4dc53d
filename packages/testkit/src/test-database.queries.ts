import type { Sql } from '@huhudao/db';

/** Waits for and takes a lock that lasts as long as the connection. */
export async function lockByName(sql: Sql, name: string): Promise<void> {
  await sql`select pg_advisory_lock(hashtext(${name}))`;
}

/** Copies a database nobody is connected to. */
export async function copyDatabase(sql: Sql, source: string, name: string): Promise<void> {
  await sql`create database ${sql(name)} template ${sql(source)}`;
}

export async function renameDatabase(sql: Sql, from: string, to: string): Promise<void> {
  await sql`alter database ${sql(from)} rename to ${sql(to)}`;
}

/** Drops a database and cuts off whoever is still connected to it. */
export async function dropDatabase(sql: Sql, name: string): Promise<void> {
  await sql`drop database if exists ${sql(name)} with (force)`;
}

/** The driver learns how arrays are written at its first query: that must not be one that carries an array. */
export const learnTypes = (sql: Sql) => sql`select 1`;
