import { randomBytes } from 'node:crypto';
import { migrate, openPool, type Sql } from '@huhudao/db';
import { hasDatabase, type ServerConnection } from '@huhudao/db/server';
import { inject } from 'vitest';
import {
  copyDatabase,
  dropDatabase,
  learnTypes,
  lockByName,
  renameDatabase,
} from './test-database.queries.ts';

/** A database of its own for one test file. */
export type TestDatabase = { connection: ServerConnection; sql: Sql; drop(): Promise<void> };

/** What a fresh database holds. Prepared once per test run under its name, then copied. */
export type Template = { name: string; prepare: (sql: Sql) => Promise<unknown> };

/** The schema of this version without any rows. */
export const migrated: Template = { name: 'migrated', prepare: (sql) => migrate(sql) };

/** Nothing at all: for the tests of the migrations themselves. */
export const empty: Template = { name: 'empty', prepare: async () => {} };

const pristine = 'template0';

/**
 * A fresh database on the server of this test run, copied from a template in some tens of milliseconds.
 * Call it once per file in `beforeAll`, and `drop` it in `afterAll`.
 */
export async function createTestDatabase(template: Template = migrated): Promise<TestDatabase> {
  const server = inject('postgres');
  const source = await provideTemplate(server, template);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(server, (sql) => copyDatabase(sql, source, name));
  const connection = { ...server, database: name };
  const sql = openPool(connection);
  await learnTypes(sql);
  return {
    connection,
    sql,
    drop: async () => {
      await sql.end({ timeout: 5 });
      await asAdministrator(server, (admin) => dropDatabase(admin, name));
    },
  };
}

/**
 * Prepares the template if no other test file has. Test files run in several processes: a lock lets one
 * of them work, and the template gets its name only when it is complete.
 */
async function provideTemplate(server: ServerConnection, template: Template): Promise<string> {
  const name = `template_${template.name}`;
  await asAdministrator(server, async (admin) => {
    await lockByName(admin, name);
    if (await hasDatabase(admin, name)) return;
    const unfinished = `${name}_${randomBytes(6).toString('hex')}`;
    await copyDatabase(admin, pristine, unfinished);
    const sql = openPool({ ...server, database: unfinished });
    try {
      await template.prepare(sql);
    } finally {
      await sql.end({ timeout: 5 });
    }
    await renameDatabase(admin, unfinished, name);
  });
  return name;
}

/** One connection to the maintenance database; the lock it may hold ends with it. */
async function asAdministrator<T>(server: ServerConnection, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = openPool({ ...server, database: 'postgres' }, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
