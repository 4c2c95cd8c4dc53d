import { buildApps } from '../lib/build-apps.ts';
import { runScripts } from '../lib/run-scripts.ts';

/** Measures the product: runs tests/bench/*.bench.ts one after the other. */
export async function bench(args: string[]): Promise<number> {
  await buildApps();
  return await runScripts('tests/bench', '.bench.ts', args);
}
