import { buildApps } from '../lib/build-apps.ts';
import { runScripts } from '../lib/run-scripts.ts';

/** Takes the pictures of the product: runs tests/screenshots/*.screenshots.ts one after the other. */
export async function screenshots(args: string[]): Promise<number> {
  await buildApps();
  return await runScripts('tests/screenshots', '.screenshots.ts', args);
}
