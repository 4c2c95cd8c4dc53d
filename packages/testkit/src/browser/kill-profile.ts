import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends the Chromium of a profile as an empty battery does: kill -9, nothing is written any more.
 * Returns when all its processes are gone, so that the profile can be read and opened again. Linux (/proc).
 */
export async function killProfile(folder: string): Promise<void> {
  const running = listProcesses();
  const browser = running.find(({ command }) => command.split('\0').includes(`--user-data-dir=${folder}`));
  if (browser === undefined) throw new Error(`no Chromium runs on ${folder}`);
  const pids = [browser.pid, ...descendantsOf(browser.pid, running)];
  for (const pid of pids) kill(pid);
  while (pids.some((pid) => isRunning(pid))) await sleep(20);
}

type Process = { pid: number; parent: number; command: string };

function listProcesses(): Process[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      pid: Number(name),
      parent: Number(statusOf(name)[1]),
      command: read(name, 'cmdline'),
    }));
}

/** Only the first process has the profile in its command line; its network service writes there as well. */
function descendantsOf(pid: number, running: readonly Process[]): number[] {
  const children = running.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child.pid, ...descendantsOf(child.pid, running)]);
}

/** A process that has ended waits as a zombie until its parent asks; its threads may outlive the first of them. */
function isRunning(pid: number): boolean {
  return tasksOf(pid).some((task) => !['', 'Z', 'X'].includes(statusOf(`${pid}/task/${task}`)[0] ?? ''));
}

function tasksOf(pid: number): string[] {
  try {
    return fs.readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** State and parent of a process or thread, from behind its name in parentheses; nothing if it is gone. */
function statusOf(place: string): string[] {
  return read(place, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
}

/** Empty if the process has ended in the meantime. */
function read(place: string, file: 'cmdline' | 'stat'): string {
  try {
    return fs.readFileSync(`/proc/${place}/${file}`, 'utf8');
  } catch {
    return '';
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
