import path from 'node:path';
import { browserApps } from '../lib/build-apps.ts';
import { root } from '../lib/root.ts';
import { runTogether } from '../lib/run-program.ts';

/** The API, restarted when its sources change, and a Vite server per browser app that updates the open page. */
export async function dev(args: string[]): Promise<number> {
  const api = {
    program: process.execPath,
    args: ['--watch-path=apps/api/src', '--watch-path=packages', 'apps/api/src/main.ts', ...args],
    cwd: root,
  };
  const apps = browserApps().map((app) => ({ program: 'vite', args: [], cwd: path.join(root, 'apps', app) }));
  return await runTogether([api, ...apps]);
}
