import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFilePath } from './postmaster.ts';
import { findRunners } from './run-as.ts';
import {
  ask,
  killHard,
  killWithServer,
  spawnProgram,
  startProgram,
  temporaryFolder,
  until,
  untilGone,
} from './server-test-tools.ts';
import { startServer, type RunningServer } from './start-server.ts';

let folder: string;
let dataDir: string;
const running: RunningServer[] = [];

async function start(options: Partial<Parameters<typeof startServer>[0]> = {}): Promise<RunningServer> {
  const server = await startServer({ dataDir, ...options });
  running.push(server);
  return server;
}

beforeEach(() => {
  folder = temporaryFolder();
  dataDir = path.join(folder, 'data', 'postgres');
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe.each(findRunners().map(({ mode }) => mode))('as this account, by %s', (runAs) => {
  test('an empty folder becomes a durable server on a Unix socket, and keeps its rows over a restart', async () => {
    const first = await start({ runAs });
    const settings = await ask(first.connection, async (sql) => {
      await sql`create table door (room text)`;
      await sql`insert into door values ('三单元502')`;
      return await sql`select name, setting from pg_settings
        where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses')`;
    });
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '',
    });
    await first.stop();
    expect(fs.existsSync(lockFilePath(dataDir))).toBe(false);
    const second = await start({ runAs });
    expect(await ask(second.connection, (sql) => sql`select room from door`)).toEqual([
      { room: '三单元502' },
    ]);
  });
});

test('a folder made by one account is taken over when root runs the server as another', async () => {
  for (const { mode } of [...findRunners(), ...findRunners()]) {
    const server = await start({ runAs: mode });
    await server.stop();
  }
  expect(fs.existsSync(path.join(dataDir, 'PG_VERSION'))).toBe(true);
});

test('Chinese letters count as letters in trigram search', async () => {
  const server = await start();
  const [row] = await ask(server.connection, async (sql) => {
    await sql`create extension pg_trgm`;
    return await sql`select cardinality(show_trgm('张建华')) as trigrams`;
  });
  expect(row).toEqual({ trigrams: 4 });
});

test('a second start is refused as alreadyRunning and does not disturb the first', async () => {
  const program = await startProgram(dataDir);
  await expect(start()).rejects.toMatchObject({ name: 'ServerError', code: 'alreadyRunning' });
  expect(await ask(program.connection, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await killWithServer(program);
});

test('of two programs that start on an empty folder at once, one serves and the other is refused', async () => {
  const results = await Promise.allSettled([startProgram(dataDir), start()]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  for (const result of results) {
    if (result.status === 'fulfilled' && 'child' in result.value) await killWithServer(result.value);
  }
});

test('PostgreSQL does not outlive a program that was killed', async () => {
  await killWithServer(await startProgram(dataDir));
});

test('after kill -9 of the program a new start waits for the old server and finds every committed row', async () => {
  const program = await startProgram(dataDir);
  await ask(program.connection, async (sql) => {
    await sql`create table visit as select generate_series(1, 1000) as id`;
  });
  await killHard(program.child);
  const server = await start();
  expect(await ask(server.connection, (sql) => sql`select count(*)::int as visits from visit`)).toEqual([
    { visits: 1000 },
  ]);
});

test('a server that its dead program left behind is stopped and replaced', async () => {
  const program = await startProgram(dataDir, 'unattended');
  await killHard(program.child);
  await sleep(300);
  expect(await ask(program.connection, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  const server = await start();
  expect(server.pid).not.toBe(program.pid);
  await untilGone(program.pid);
});

test('after kill -9 of PostgreSQL the next start recovers every committed row', async () => {
  const first = await start();
  await ask(first.connection, async (sql) => {
    await sql`create table visit as select generate_series(1, 1000) as id`;
  });
  process.kill(first.pid, 'SIGKILL');
  const second = await start();
  expect(await ask(second.connection, (sql) => sql`select count(*)::int as visits from visit`)).toEqual([
    { visits: 1000 },
  ]);
});

test('a lock file whose number now belongs to another process does not block the start', async () => {
  const first = await start();
  await first.stop();
  fs.writeFileSync(
    lockFilePath(dataDir),
    `${process.pid}\n${dataDir}\n1\n5432\n${dataDir}\n\n  1 1\nready   \n`,
  );
  await expect(start()).resolves.toBeDefined();
});

test('a set-up killed half-way leaves nothing that the next start trips over', async () => {
  const child = spawnProgram(dataDir);
  const side = `${dataDir}.init-${child.pid}`;
  await until(() => fs.existsSync(path.join(side, 'base')));
  await killHard(child);
  expect(fs.existsSync(dataDir)).toBe(false);
  await start();
  expect(fs.readdirSync(path.dirname(dataDir))).toEqual(['postgres']);
});

test('a path too long for a Unix socket works', async () => {
  dataDir = path.join(folder, '很长的目录名'.repeat(8), 'postgres');
  const server = await start();
  expect(await ask(server.connection, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(Buffer.byteLength(server.connection.host)).toBeLessThan(100);
});

test('a broken setting is reported as startFailed with what PostgreSQL said', async () => {
  await expect(start({ settings: { shared_buffers: 'plenty' } })).rejects.toMatchObject({
    code: 'startFailed',
    detail: expect.stringContaining('shared_buffers'),
  });
});

test('a folder that holds something else is refused as initFailed and left as it was', async () => {
  fs.mkdirSync(dataDir, { recursive: true });
  fs.writeFileSync(path.join(dataDir, 'roster.csv'), 'ours');
  await expect(start()).rejects.toMatchObject({ code: 'initFailed' });
  expect(fs.readdirSync(dataDir)).toEqual(['roster.csv']);
});
