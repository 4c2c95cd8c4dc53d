import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate, openPool, type Sql } from '@huhudao/db';
import { startServer, throwAwaySettings } from '@huhudao/db/server';

/** Runs some work on a migrated database that exists only as long as the work takes. */
export async function withDatabase<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-tools-'));
  try {
    const server = await startServer({ dataDir: path.join(folder, 'postgres'), settings: throwAwaySettings });
    const sql = openPool(server.connection, { max: 1 });
    try {
      await migrate(sql);
      return await work(sql);
    } finally {
      await sql.end();
      await server.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
