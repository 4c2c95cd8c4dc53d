import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPool } from '../pool.ts';
import { keepServerRunning } from './keep-server-running.ts';
import { isAlive } from './postmaster.ts';
import { temporaryFolder, until, untilGone } from './server-test-tools.ts';

test('after kill -9 of PostgreSQL the same connection pool works again, until stop, which is final', async () => {
  const folder = temporaryFolder();
  const failures: unknown[] = [];
  const server = await keepServerRunning({
    dataDir: path.join(folder, 'postgres'),
    onGivenUp: (error) => failures.push(error),
  });
  const sql = openPool(server.connection, { max: 2 });
  await sql`create table visit as select 1 as id`;

  const killed = server.pid();
  process.kill(killed, 'SIGKILL');
  await until(() => server.pid() !== killed);
  const rows = await sql`select id from visit`.catch(() => sql`select id from visit`);
  expect(rows).toEqual([{ id: 1 }]);

  await sql.end();
  const last = server.pid();
  await server.stop();
  await untilGone(last);
  expect(isAlive(server.pid())).toBe(false);
  expect(failures).toEqual([]);
  fs.rmSync(folder, { recursive: true, force: true });
});
