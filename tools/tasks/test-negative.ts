import { buildApps } from '../lib/build-apps.ts';
import { close, runVitest } from '../lib/vitest.ts';

/** Switches protections off one by one and shows that a test notices. Arguments go to Vitest. */
export async function testNegative(args: string[]): Promise<number> {
  await buildApps();
  return close([await runVitest(['negative'], args, 'verbose')]);
}
