import { buildApps } from '../lib/build-apps.ts';
import { runScripts } from '../lib/run-scripts.ts';

/** Takes the pictures of the product, and those of its charts, which need no running product. */
export async function screenshots(args: string[]): Promise<number> {
  const [first, ...names] = args;
  if (first === 'charts') return await runScripts('tests/charts', '.screenshots.ts', names);
  await buildApps();
  return await runScripts('tests/screenshots', '.screenshots.ts', args);
}
