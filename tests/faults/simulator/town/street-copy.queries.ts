import type { Db, Sql } from '@huhudao/db';

/** Every table that holds rows of streets. */
export const listStreetTables = (db: Db) => db<{ name: string }[]>`
  select table_name as name
  from information_schema.columns
  where table_schema = 'public' and column_name = 'street_id'
  order by 1`;

/** All rows of a street as JSON text, table by table: a backup of everything the street has. */
export function readStreet(sql: Sql, tables: readonly string[], streetId: string) {
  const parts = tables.map(
    (name) => sql`
      select ${name} as name, (select jsonb_agg(to_jsonb(t))::text from ${sql(name)} t where street_id = ${streetId}) as rows`,
  );
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('There is no table to read');
  return sql<{ name: string; rows: string | null }[]>`
    ${rest.reduce((union, part) => sql`${union} union all ${part}`, first)}`;
}

/** Puts a street back to how it was; foreign keys are not asked while that is half done. */
export async function writeStreet(
  sql: Sql,
  streetId: string,
  copy: ReadonlyMap<string, string | null>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const [table, rows] of copy) {
      await tx`delete from ${tx(table)} where street_id = ${streetId}`;
      if (rows !== null)
        await tx`insert into ${tx(table)} select * from jsonb_populate_recordset(null::${tx(table)}, ${rows}::text::jsonb)`;
    }
  });
}

/** What a restored installation is told by. */
export const renewEpoch = (db: Db, epoch: string) =>
  db`update installation set epoch = ${epoch} where id = 1`;
