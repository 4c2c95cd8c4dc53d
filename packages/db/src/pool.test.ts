import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openPool } from './pool.ts';

const authenticated = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** A PostgreSQL that lets us in and is killed at the first thing asked of it. Returns its socket folder. */
async function startDyingServer(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-pool-'));
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(Buffer.concat([authenticated, readyForQuery]));
      socket.once('data', () => {
        server.close();
        socket.destroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(path.join(folder, '.s.PGSQL.5432'), resolve));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a server that dies just after it was reached fails the query, not the program', async () => {
  const stray: unknown[] = [];
  const note = (reason: unknown): void => void stray.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));

  const sql = openPool({ host: await startDyingServer(), user: 'zhang', database: 'huhudao' }, { max: 1 });
  await expect(sql`select 1`).rejects.toMatchObject({ code: 'ENOENT' });
  await sql.end({ timeout: 0 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(stray).toEqual([]);
});
