import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends the Chromium of a profile as an empty battery does: kill -9, nothing is written any more.
 * Returns when all its processes are gone, so that the profile can be opened again. Linux (/proc).
 */
export async function killProfile(folder: string): Promise<void> {
  const pids = findProcesses(folder);
  if (pids.length === 0) throw new Error(`no Chromium runs on ${folder}`);
  for (const pid of pids) kill(pid);
  while (findProcesses(folder).length > 0) await sleep(20);
}

/** All processes of a Chromium carry the profile in their command line. */
function findProcesses(folder: string): number[] {
  const argument = `--user-data-dir=${folder}`;
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && readCommand(name).includes(argument))
    .map(Number);
}

/** The words a process was started with; none if it has ended in the meantime. */
function readCommand(pid: string): string[] {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Killing the first process may already have ended the others. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return;
  }
}
