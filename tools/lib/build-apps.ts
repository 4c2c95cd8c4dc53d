import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { precompress } from './precompress.ts';
import { root } from './root.ts';
import { runProgram } from './run-program.ts';
import { say } from './say.ts';
import { TaskFailed } from './task-failed.ts';

/** Beside the apps themselves, what goes into their bundles. */
const sharedSources = ['packages', 'pnpm-lock.yaml'];

/** What each app was last built from. Not among the built files, which are served to everybody. */
const stamps = path.join(root, 'node_modules', '.cache', 'builds');

/** The browser apps: every folder under apps with a page to start from. */
export function browserApps(): string[] {
  const apps = path.join(root, 'apps');
  return fs.readdirSync(apps).filter((name) => fs.existsSync(path.join(apps, name, 'index.html')));
}

/** Builds the browser apps whose sources changed since their last build. Throws TaskFailed if a build fails. */
export async function buildApps(): Promise<void> {
  for (const app of browserApps()) {
    const folder = path.join(root, 'apps', app);
    const stamp = path.join(stamps, `${app}.sources`);
    const sources = hashOf([path.join('apps', app), ...sharedSources]);
    const built = fs.existsSync(path.join(folder, 'dist', 'index.html')) && fs.existsSync(stamp);
    if (built && fs.readFileSync(stamp, 'utf8') === sources) continue;
    say(`正在构建 / Building apps/${app}`);
    // Built from within a test they would be another product: without a service worker, with React's warnings.
    const env = { ...process.env, NODE_ENV: 'production' };
    const exitCode = await runProgram('vite', ['build', '--logLevel', 'warn'], { cwd: folder, env });
    if (exitCode !== 0) {
      throw new TaskFailed(
        `apps/${app} 构建失败，原因见上。 / apps/${app} does not build; the reason stands above.`,
      );
    }
    precompress(path.join(folder, 'dist'));
    fs.mkdirSync(stamps, { recursive: true });
    fs.writeFileSync(stamp, sources);
  }
}

/** One hash of all files of these folders and files: names and contents. */
function hashOf(places: string[]): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesOf).toSorted()) {
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** Files under a place, relative to the root; what is built or installed is left out, and so are tests. */
function filesOf(place: string): string[] {
  if (fs.statSync(path.join(root, place)).isFile()) return [place];
  return fs.readdirSync(path.join(root, place), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist' || /\.test\.tsx?$/.test(entry.name)) return [];
    const inside = path.join(place, entry.name);
    return entry.isDirectory() ? filesOf(inside) : [inside];
  });
}
