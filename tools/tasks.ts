/** Runs one task under the pinned Node: `node tools/tasks.ts <task> [arguments]`. Called by tools/bootstrap.mjs. */
import { inspect } from 'node:util';
import { say } from './lib/say.ts';
import { stopWithParent } from './lib/stop-with-parent.ts';
import { TaskFailed } from './lib/task-failed.ts';

/** A task gets its arguments and returns its exit code; `start` returns while the server goes on serving. */
type Task = (args: string[]) => Promise<number>;

const tasks: Record<string, () => Promise<Task>> = {
  start: async () => (await import('./tasks/start.ts')).start,
  dev: async () => (await import('./tasks/dev.ts')).dev,
  test: async () => (await import('./tasks/test.ts')).test,
  'test:long': async () => (await import('./tasks/test-long.ts')).testLong,
  'test:negative': async () => (await import('./tasks/test-negative.ts')).testNegative,
  check: async () => (await import('./tasks/check.ts')).check,
  format: async () => (await import('./tasks/format.ts')).format,
  generate: async () => (await import('./tasks/generate.ts')).generate,
  recount: async () => (await import('./tasks/recount.ts')).recount,
  bench: async () => (await import('./tasks/bench.ts')).bench,
  screenshots: async () => (await import('./tasks/screenshots.ts')).screenshots,
};

function explain(error: unknown): number {
  say(error instanceof TaskFailed ? error.message : inspect(error));
  return 1;
}

const [name = '', ...args] = process.argv.slice(2);
const load = tasks[name];
if (load) {
  stopWithParent();
  const task = await load();
  process.exitCode = await task(args).catch(explain);
} else {
  say(`没有任务“${name}” / There is no task "${name}". ${Object.keys(tasks).join(', ')}`);
  process.exitCode = 1;
}
