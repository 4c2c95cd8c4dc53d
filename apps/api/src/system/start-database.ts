import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openPool, type Sql } from '@huhudao/db';
import { keepServerRunning } from '@huhudao/db/server';
import type { Env } from '../env.ts';
import type { Say } from '../http/terminal.ts';
import { announcements } from './announcements.ts';
import { StartError } from './explain-failure.ts';
import { readServerVersion } from './start-database.queries.ts';

export type Database = {
  sql: Sql;
  /** Opens one more connection, apart from the pool. */
  openApart: () => Sql;
  /** Settles only when the embedded server cannot be brought back. */
  givenUp: Promise<unknown>;
  close: () => Promise<void>;
};

/** The oldest PostgreSQL the schema works on. */
const oldestVersion = 15;
/** Seconds that running queries may still take when the program stops. */
const patience = 5;

/** Opens the database of `DATABASE_URL`, or starts the embedded server under the data folder. @throws StartError, ServerError */
export async function startDatabase(env: Env, say: Say, log: (line: string) => void): Promise<Database> {
  return env.DATABASE_URL === undefined ? startEmbedded(env, say, log) : connect(env.DATABASE_URL, say);
}

async function startEmbedded(env: Env, say: Say, log: (line: string) => void): Promise<Database> {
  say(announcements.startingDatabase);
  const givenUp = Promise.withResolvers<unknown>();
  await mkdir(env.DATA_DIR, { recursive: true });
  const dataDir = path.join(env.DATA_DIR, 'postgres');
  const server = await keepServerRunning({ dataDir, log, onGivenUp: givenUp.resolve });
  const sql = openPool(server.connection);
  return {
    sql,
    openApart: () => openPool(server.connection, { max: 1 }),
    givenUp: givenUp.promise,
    close: async () => {
      await sql.end({ timeout: patience });
      await server.stop();
    },
  };
}

async function connect(url: string, say: Say): Promise<Database> {
  say(announcements.connectingDatabase);
  const sql = openPool(url);
  try {
    const [version] = await readServerVersion(sql);
    const major = Math.floor((version?.number ?? 0) / 10_000);
    if (major < oldestVersion)
      throw new StartError(
        `DATABASE_URL 的 PostgreSQL 版本是 ${major}，需要 ${oldestVersion} 或更高。`,
        `The PostgreSQL of DATABASE_URL is version ${major}; ${oldestVersion} or later is needed.`,
      );
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
  return {
    sql,
    openApart: () => openPool(url, { max: 1 }),
    givenUp: new Promise(() => {}),
    close: () => sql.end({ timeout: patience }),
  };
}
