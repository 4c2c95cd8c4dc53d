import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openPool } from '../pool.ts';
import {
  ask,
  killHard,
  killWithServer,
  startProgram,
  temporaryFolder,
  type Program,
} from './server-test-tools.ts';

const kills = 60;

/** Inserts numbers one by one until the connection breaks, and returns those whose commit was confirmed. */
async function insertUntilBroken(program: Program, from: number): Promise<number[]> {
  const sql = openPool(program.connection, { max: 1 });
  const confirmed: number[] = [];
  try {
    for (let id = from; ; id += 1) {
      await sql`insert into visit values (${id})`;
      confirmed.push(id);
    }
  } catch {
    return confirmed;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

test(`over ${kills} kill -9 of PostgreSQL and of its program under load no confirmed row is lost`, async () => {
  const folder = temporaryFolder();
  const dataDir = path.join(folder, 'postgres');
  const confirmed: number[] = [];
  let program = await startProgram(dataDir);
  await ask(program.connection, (sql) => sql`create table visit (id integer)`);
  for (let kill = 0; kill < kills; kill += 1) {
    const inserting = insertUntilBroken(program, kill * 1_000_000);
    await sleep(20 + ((kill * 37) % 200));
    if (kill % 2 === 0) process.kill(program.pid, 'SIGKILL');
    await killHard(program.child);
    confirmed.push(...(await inserting));
    program = await startProgram(dataDir);
  }
  const rows = await ask(program.connection, (sql) => sql<{ id: number }[]>`select id from visit`);
  await killWithServer(program);
  const kept = new Set(rows.map(({ id }) => id));
  expect(confirmed.length).toBeGreaterThan(kills);
  expect(confirmed.filter((id) => !kept.has(id))).toEqual([]);
  fs.rmSync(folder, { recursive: true, force: true });
});
