import { finished } from 'node:stream/promises';
import type { Db, Transaction } from '@huhudao/db';

export const listTables = (db: Db) => db<{ tableName: string }[]>`
  select table_name
  from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE'
  order by table_name`;

export const listRows = (db: Db, table: string) => db<{ row: unknown }[]>`
  select to_jsonb(t) as row from ${db(table)} t order by to_jsonb(t)::text`;

/** A table as `pg_dump` writes it: PostgreSQL's own text format. Generated columns are left out. */
export const dumpTable = async (db: Db, table: string): Promise<string> => {
  const rows = await db`copy ${db(table)} to stdout`.readable();
  const parts: Buffer[] = [];
  for await (const part of rows) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
};

/** Puts dumped tables into an empty schema. As `pg_restore` does it, keys are not checked while they come in. */
export const restoreTables = async (tx: Transaction, dump: ReadonlyMap<string, string>): Promise<void> => {
  await tx`set local session_replication_role = replica`;
  for (const [table, text] of dump) {
    const rows = await tx`copy ${tx(table)} from stdin`.writable();
    await finished(rows.end(text));
  }
};
