import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster, isAlive, lockFilePath, readLockFile } from './postmaster.ts';
import { ServerError } from './server-error.ts';

const patience = { afterFastStop: 60_000, afterImmediateStop: 15_000 };

/**
 * Makes a data folder free for a new PostgreSQL.
 * One that is looked after by a living program is respected (`alreadyRunning`);
 * one whose program died is stopped; a lock file that points at nothing of ours is removed.
 */
export async function clearTheWay(dataDir: string, log: (line: string) => void): Promise<void> {
  const postmaster = findPostmaster(dataDir);
  if (!postmaster) return removeMisleadingLockFile(dataDir);
  if (postmaster.attended && !postmaster.stopping) {
    throw new ServerError('alreadyRunning', `${dataDir} (pid ${postmaster.pid})`);
  }
  log(`PostgreSQL ${postmaster.pid} of an earlier run still holds ${dataDir}: waiting for it to stop`);
  await stopStray(postmaster.pid, dataDir);
}

/** Fast stop first; if that hangs, an immediate one, after which the next start replays the log. */
async function stopStray(pid: number, dataDir: string): Promise<void> {
  signal(pid, 'SIGINT');
  if (await ended(pid, patience.afterFastStop)) return;
  signal(pid, 'SIGQUIT');
  if (await ended(pid, patience.afterImmediateStop)) return;
  throw new ServerError('stopFailed', `${dataDir} (pid ${pid})`);
}

/**
 * PostgreSQL itself ignores a lock file whose process is gone. It gives up, though, when the number
 * now belongs to another process (after a restart of a container) or to a zombie.
 */
function removeMisleadingLockFile(dataDir: string): void {
  const lock = readLockFile(dataDir);
  if (lock && fs.existsSync(`/proc/${lock.pid}`)) fs.rmSync(lockFilePath(dataDir), { force: true });
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!gone) throw error;
  }
}

async function ended(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}
