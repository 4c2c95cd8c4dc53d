/** What the tests of the launcher share: throw-away folders, a program to kill, patience. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool, type Sql } from '../pool.ts';
import { isAlive } from './postmaster.ts';
import type { ServerConnection } from './start-server.ts';

export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-server-'));
}

export type Program = { child: ChildProcess; pid: number; connection: ServerConnection };

const fixture = path.join(import.meta.dirname, 'start-server.fixture.ts');

/** Starts the fixture program without waiting for its server. */
export function spawnProgram(dataDir: string, ...flags: string[]): ChildProcess {
  return spawn(process.execPath, [fixture, dataDir, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Starts a program that runs the server, and waits until the server is up. */
export async function startProgram(dataDir: string, ...flags: string[]): Promise<Program> {
  const child = spawnProgram(dataDir, ...flags);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').once('data', resolve);
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.once('close', (code) =>
      reject(new Error(`the program ended with exit code ${code}: ${complaint}`)),
    );
  });
  return { child, ...JSON.parse(line) };
}

/** Ends a program the way a power cut would, and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Ends a program and waits until its server is gone as well, so that the folder may be removed. */
export async function killWithServer({ child, pid }: Program): Promise<void> {
  await killHard(child);
  await untilGone(pid);
}

export async function until(condition: () => boolean, milliseconds = 20_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await sleep(5);
  }
}

export async function untilGone(pid: number): Promise<void> {
  await until(() => !isAlive(pid));
}

/** Runs some SQL on a connection of its own. */
export async function ask<T>(connection: ServerConnection, question: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = openPool(connection, { max: 1 });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
