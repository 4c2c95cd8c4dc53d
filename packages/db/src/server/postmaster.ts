/** Finds the PostgreSQL process that holds a data folder, and says whether somebody looks after it. Linux (/proc). */
import fs from 'node:fs';
import path from 'node:path';

/** What `postmaster.pid` says: PostgreSQL writes this lock file into its data folder. */
export type LockFile = { pid: number; status: string };

/** A live PostgreSQL on a data folder. `attended`: the program that started it is still its parent. */
export type Postmaster = { pid: number; stopping: boolean; attended: boolean };

/** Name of the setting by which a PostgreSQL tells who started it; shown in its command line. */
export const ownerSetting = 'huhudao.owner_pid';

export function lockFilePath(dataDir: string): string {
  return path.join(dataDir, 'postmaster.pid');
}

/** The lock file of a data folder; null where there is none or it is not written yet. */
export function readLockFile(dataDir: string): LockFile | null {
  const text = readText(lockFilePath(dataDir));
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, status: lines[7]?.trim() ?? 'starting' };
}

/** The live PostgreSQL that holds this data folder; null if the lock file is missing or stale. */
export function findPostmaster(dataDir: string): Postmaster | null {
  const lock = readLockFile(dataDir);
  if (!lock) return null;
  const command = readText(`/proc/${lock.pid}/cmdline`)?.split('\0') ?? [];
  if (!command.includes(dataDir) || !isAlive(lock.pid)) return null;
  const owner = command.find((word) => word.startsWith(`${ownerSetting}=`))?.split('=')[1];
  // Without our mark it was started by hand: that is not ours to stop.
  const attended = owner === undefined || Number(owner) === parentOf(lock.pid);
  return { pid: lock.pid, stopping: lock.status === 'stopping', attended };
}

/** Whether a process exists and is not merely waiting to be buried (zombie). */
export function isAlive(pid: number): boolean {
  const status = readText(`/proc/${pid}/status`);
  return status !== null && !/^State:\s+[ZX]/m.test(status);
}

function parentOf(pid: number): number | null {
  const match = /^PPid:\s+(\d+)/m.exec(readText(`/proc/${pid}/status`) ?? '');
  return match ? Number(match[1]) : null;
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
