import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, empty, type TestDatabase } from '@huhudao/testkit';
import { migrate, SchemaError, statementsOf } from './migrate.ts';
import { listTables } from './migrate.facts.queries.ts';
import { openPool } from './pool.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase(empty);
  folder = await mkdtemp(path.join(os.tmpdir(), 'migrations-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const add = (name: string, text: string) => writeFile(path.join(folder, `${name}.sql`), text);
const tables = async () => (await listTables(database.sql)).map((row) => row.name);

describe('the migrations', () => {
  it('apply each file once, in order', async () => {
    await add('01-first', 'create table first (id integer);');
    expect(await migrate(database.sql, folder)).toEqual(['01-first']);
    await add(
      '02-second',
      'create table second (id integer);\n-- why\ncreate index second_id on second (id);',
    );
    expect(await migrate(database.sql, folder)).toEqual(['02-second']);
    expect(await migrate(database.sql, folder)).toEqual([]);
    expect(await tables()).toEqual(['first', 'second']);
  });

  it('of two servers that start at once are applied by one', async () => {
    await add(
      '01-slow',
      'create table slow (id integer);\nselect pg_sleep(0.3);\ninsert into slow values (1);',
    );
    const other = openPool(database.connection);
    const applied = await Promise.all([migrate(database.sql, folder), migrate(other, folder)]);
    await other.end();
    expect(applied.flat()).toEqual(['01-slow']);
  });

  it('keep nothing of a run that failed, and name the file', async () => {
    await add('01-good', 'create table good (id integer);');
    await add('02-bad', 'create table bad (id integer);\ncreate tabel worse (id integer);');
    await expect(migrate(database.sql, folder)).rejects.toMatchObject({
      reason: 'failed',
      migration: '02-bad',
    });
    expect(await tables()).toEqual([]);
  });

  it('refuse a database that is newer than they are', async () => {
    await add('01-known', 'create table known (id integer);');
    await add('02-future', 'create table future (id integer);');
    await migrate(database.sql, folder);
    await rm(path.join(folder, '02-future.sql'));
    const refusal = migrate(database.sql, folder);
    await expect(refusal).rejects.toBeInstanceOf(SchemaError);
    await expect(refusal).rejects.toMatchObject({ reason: 'newer', migration: '02-future' });
  });
});

describe('a migration file', () => {
  it('is cut into statements at the end of a line, and comments fall away', () => {
    expect(statementsOf("-- why\ncreate table a (t text default ';');\n\n-- and\nselect 1;\n")).toEqual([
      "create table a (t text default ';')",
      'select 1',
    ]);
  });
});
