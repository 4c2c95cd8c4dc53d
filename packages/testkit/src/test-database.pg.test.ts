import { openPool, type Sql } from '@huhudao/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, empty, type Template, type TestDatabase } from './test-database.ts';

let prepared = 0;
const template: Template = {
  name: 'testkit_doors',
  prepare: async (sql: Sql) => {
    prepared += 1;
    await sql`create table door (room text)`;
  },
};

const databases: TestDatabase[] = [];

beforeAll(async () => {
  databases.push(...(await Promise.all([1, 2, 3, 4].map(() => createTestDatabase(template)))));
});

afterAll(async () => {
  for (const database of databases) await database.drop();
});

test('four databases asked for at once are four copies of a template prepared once', async () => {
  for (const [index, { sql }] of databases.entries()) await sql`insert into door values (${`50${index}`})`;
  for (const [index, { sql }] of databases.entries()) {
    expect(await sql`select room from door`).toEqual([{ room: `50${index}` }]);
  }
  expect(prepared).toBe(1);
});

test('without a template a fresh database has the schema of this version', async () => {
  const database = await createTestDatabase();
  const tables =
    await database.sql`select table_name from information_schema.tables where table_name = 'household'`;
  expect(tables).toEqual([{ tableName: 'household' }]);
  await database.drop();
});

test('a dropped database is gone even if a connection was left open', async () => {
  const database = await createTestDatabase(empty);
  const { sql, connection } = database;
  await sql`select 1`;
  await database.drop();
  const again = openPool(connection, { max: 1 });
  await expect(again`select 1`).rejects.toMatchObject({ code: '3D000' });
});
