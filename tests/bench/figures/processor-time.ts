import fs from 'node:fs';

type Process = { pid: number; parent: number };

function readProcess(pid: number): Process | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]) };
  } catch {
    return undefined;
  }
}

/** Processor seconds of all threads of a process that are alive; the kernel counts them in nanoseconds. */
function secondsOf(pid: number): number {
  try {
    const threads = fs.readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => {
      const spent = fs.readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0];
      return sum + Number(spent) / 1e9;
    }, 0);
  } catch {
    return 0;
  }
}

/** Processor seconds used so far by processes and their living children. */
export function processorSeconds(pids: readonly number[]): number {
  const all = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const family = new Set(pids);
  // Children have been started after their parents, but numbers may have begun anew.
  for (let size = -1; size < family.size;) {
    size = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.pid);
  }
  return [...family].reduce((sum, pid) => sum + secondsOf(pid), 0);
}

/** Resident memory of a process in megabytes: now, and at its highest. */
export function residentMegabytes(pid: number): { now: number; peak: number } {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}
