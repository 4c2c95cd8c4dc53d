import { buildApps } from '../lib/build-apps.ts';
import { close, runVitest } from '../lib/vitest.ts';

/** The tests that take longer than `npm test` has time for. Arguments go to Vitest. */
export async function testLong(args: string[]): Promise<number> {
  await buildApps();
  return close([await runVitest(['long'], args)]);
}
