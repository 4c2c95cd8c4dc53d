import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownerSetting, readLockFile } from './postmaster.ts';
import type { Runner } from './run-as.ts';
import { followOutput, runProgram } from './run-program.ts';
import { ServerError } from './server-error.ts';
import { settingArguments, type ServerSettings } from './settings.ts';
import { port } from './socket-folder.ts';

/** How a PostgreSQL process ended. */
export type ServerExit = { code: number | null; signal: NodeJS.Signals | null };

/** A PostgreSQL process that accepts connections. `stop` may be called more than once. */
export type LaunchedServer = { pid: number; exited: Promise<ServerExit>; stop(): Promise<void> };

export type LaunchOptions = {
  dataDir: string;
  socketFolder: string;
  postgres: string;
  runner: Runner;
  settings: ServerSettings;
  log: (line: string) => void;
};

/** A fast stop writes a checkpoint, which takes long on a slow disk; after this it is cut short. */
const longestFastStop = 60_000;

/** Starts PostgreSQL and waits until it accepts connections. Throws `startFailed` with what it printed. */
export async function launch(options: LaunchOptions): Promise<LaunchedServer> {
  const { dataDir, postgres, runner, log } = options;
  const child = runProgram(runner, postgres, ['-D', dataDir, ...serverArguments(options)]);
  const output = followOutput(child, log);
  let ended: ServerExit | null = null;
  const exited = new Promise<ServerExit>((resolve) => {
    const end = (code: number | null, signal: NodeJS.Signals | null) => resolve((ended = { code, signal }));
    child.on('error', () => end(null, null));
    child.on('close', end);
  });
  const { pid } = child;
  while (pid === undefined || !isReady(dataDir, pid)) {
    await Promise.race([exited, sleep(20)]);
    if (ended) throw new ServerError('startFailed', output.tail());
  }
  return { pid, exited, stop: () => stop(child, exited) };
}

function serverArguments({ socketFolder, settings }: LaunchOptions): string[] {
  return settingArguments({
    ...settings,
    listen_addresses: '',
    port,
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    [ownerSetting]: process.pid,
  });
}

function isReady(dataDir: string, pid: number): boolean {
  const lock = readLockFile(dataDir);
  return lock?.pid === pid && lock.status === 'ready';
}

/** A signal to a process that has already ended goes nowhere, which is what we want. */
async function stop(child: ChildProcess, exited: Promise<ServerExit>): Promise<void> {
  const cutShort = setTimeout(() => child.kill('SIGQUIT'), longestFastStop);
  child.kill('SIGINT');
  await exited;
  clearTimeout(cutShort);
}
