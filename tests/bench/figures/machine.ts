import os from 'node:os';

/** Where and when figures were taken, in general words. */
export function describeMachine(): string {
  const cores = os.availableParallelism();
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  const load = os.loadavg()[0] ?? 0;
  const model = os.cpus()[0]?.model.trim() ?? os.arch();
  return (
    `Taken on ${new Date().toISOString().slice(0, 10)}: ${cores} cores (${model}), ${gigabytes} GB of memory, ` +
    `${os.type()}, Node ${process.versions.node}; load average ${load.toFixed(1)} at the end.`
  );
}
