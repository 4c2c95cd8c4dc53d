import { randomBytes } from 'node:crypto';
import { hasDatabase, type ServerConnection } from '@huhudao/db/server';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { copyDatabase, dropDatabase, lockByName, renameDatabase } from './test-database.queries.ts';

/** A database of its own for one test file. */
export type TestDatabase = { connection: ServerConnection; sql: Sql; drop(): Promise<void> };

/** What a fresh database holds. Prepared once per test run under its name, then copied. */
export type Template = { name: string; prepare: (sql: Sql) => Promise<unknown> };

const emptyTemplate = 'template0';

/**
 * A fresh database on the server of this test run, copied from a template in some tens of milliseconds.
 * Without a template it is empty. Call it once per file in `beforeAll` and `drop` it in `afterAll`.
 */
export async function createTestDatabase(template?: Template): Promise<TestDatabase> {
  const server = inject('postgres');
  const source = template ? await provideTemplate(server, template) : emptyTemplate;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(server, (sql) => copyDatabase(sql, source, name));
  const connection = { ...server, database: name };
  const sql = connect(connection);
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
    await copyDatabase(admin, emptyTemplate, unfinished);
    const sql = connect({ ...server, database: unfinished });
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
  const sql = postgres({ ...server, database: 'postgres', max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function connect(connection: ServerConnection): Sql {
  return postgres({ ...connection, max: 10, onnotice: () => {} });
}
