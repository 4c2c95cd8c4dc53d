import { runChecks } from '../checks/run-checks.ts';
import { close } from '../lib/vitest.ts';

/** The mechanical checks of the sources; with arguments, only those whose name contains one of them. */
export async function check(args: string[]): Promise<number> {
  return close([await runChecks(args)]);
}
