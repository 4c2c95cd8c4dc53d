/** The built tablet app, and a next version of it: the same code under new file names, which says that it is the next. */
import fs from 'node:fs';
import path from 'node:path';
import { builtApps, type BuiltApp } from '../../apps/api/src/system/static-files.ts';
import { must } from '@huhudao/domain';

const builtTablet = must(
  builtApps.find(({ name }) => name === 'tablet'),
  'the built tablet app',
);

/** A copy of the tablet app to be served, which `update` replaces by the next version as a new installation would. */
export function copyOfTablet(folder: string): { app: BuiltApp; update: () => void } {
  // Without what is compressed beside them: the texts of the next version are written here.
  const uncompressed = (file: string) => !/\.(br|gz)$/.test(file);
  fs.cpSync(builtTablet.folder, folder, { recursive: true, filter: uncompressed });
  return { app: { ...builtTablet, folder }, update: () => becomeNext(folder) };
}

/** Every script gets another name, as one built from other sources has; nothing of the former version is left. */
function becomeNext(folder: string): void {
  const assets = path.join(folder, 'assets');
  const scripts = fs.readdirSync(assets).filter((file) => file.endsWith('.js'));
  const renamed = (text: string): string =>
    scripts.reduce((known, file) => known.replaceAll(file, nextName(file)), text);
  for (const file of textFiles(folder)) {
    const text = renamed(fs.readFileSync(file, 'utf8'));
    fs.writeFileSync(file, path.basename(file) === 'index.html' ? marked(text) : text);
  }
  for (const file of scripts) fs.renameSync(path.join(assets, file), path.join(assets, nextName(file)));
  const worker = path.join(folder, 'service-worker.js');
  const listed = fs.readFileSync(worker, 'utf8');
  // The page itself has no hash in its name: its revision tells that it changed.
  const page = /(["']?revision["']?:\s*["'`])[^"'`]+(["'`],\s*["']?url["']?:\s*["'`]index\.html)/;
  const other = /(["']?url["']?:\s*["'`]index\.html["'`],\s*["']?revision["']?:\s*["'`])[^"'`]+(["'`])/;
  const told = listed.replace(page, '$1next$2').replace(other, '$1next$2');
  if (told === listed) throw new Error('the list of the app’s files names no page');
  fs.writeFileSync(worker, told);
}

const nextName = (file: string): string => file.replace(/\.js$/, 'N.js');
const marked = (page: string): string => page.replace('<html', '<html data-version="next"');

function textFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|html)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
