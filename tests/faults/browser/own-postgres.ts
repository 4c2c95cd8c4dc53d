/** A PostgreSQL of the test's own, with the product's settings, which can be killed and started again. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate, openPool } from '@huhudao/db';
import { startServer, type RunningServer } from '@huhudao/db/server';
import type { TestDatabase } from '@huhudao/testkit';

export class OwnPostgres {
  readonly database: TestDatabase;
  readonly #dataDir: string;
  #server: RunningServer;

  private constructor(dataDir: string, server: RunningServer, database: TestDatabase) {
    this.#dataDir = dataDir;
    this.#server = server;
    this.database = database;
  }

  static async start(running: AsyncDisposableStack): Promise<OwnPostgres> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-killed-'));
    running.defer(() => fs.rmSync(folder, { recursive: true, force: true }));
    const dataDir = path.join(folder, 'postgres');
    const server = await startServer({ dataDir });
    const { connection } = server;
    const sql = openPool(connection);
    await migrate(sql);
    const database = { connection, sql, drop: () => sql.end({ timeout: 5 }) };
    const postgres = new OwnPostgres(dataDir, server, database);
    running.defer(() => postgres.#server.stop());
    return postgres;
  }

  /** As a power cut or the out-of-memory killer does it. Resolves when nothing runs any more. */
  async kill(): Promise<void> {
    process.kill(this.#server.pid, 'SIGKILL');
    await this.#server.exited;
  }

  async startAgain(): Promise<void> {
    this.#server = await startServer({ dataDir: this.#dataDir });
  }
}
