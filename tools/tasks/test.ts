import { runChecks } from '../checks/run-checks.ts';
import { buildApps } from '../lib/build-apps.ts';
import { say } from '../lib/say.ts';
import { TaskFailed } from '../lib/task-failed.ts';
import { close, runVitest, type Tally } from '../lib/vitest.ts';

/** Everything that proves the product: the mechanical checks, the builds, the tests. Arguments go to Vitest. */
export async function test(args: string[]): Promise<number> {
  const checks = await runChecks();
  const builds = await tryBuilds();
  const tests = await runVitest(['pure', 'pg', 'browser'], args);
  return close([checks, builds, tests]);
}

async function tryBuilds(): Promise<Tally> {
  try {
    await buildApps();
    return { passed: 1, failed: 0 };
  } catch (error) {
    if (!(error instanceof TaskFailed)) throw error;
    say(error.message);
    return { passed: 0, failed: 1 };
  }
}
