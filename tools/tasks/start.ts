import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApps } from '../lib/build-apps.ts';
import { root } from '../lib/root.ts';

/**
 * Builds the apps if their sources changed, then serves the product from this process:
 * apps/api/src/main.ts finds the arguments (`--demo`) as if it had been started directly.
 */
export async function start(args: string[]): Promise<number> {
  await buildApps();
  // Halves the time until the product answers from the second start on.
  enableCompileCache(path.join(root, 'node_modules', '.cache', 'compiled'));
  const main = path.join(root, 'apps', 'api', 'src', 'main.ts');
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
  return 0;
}
