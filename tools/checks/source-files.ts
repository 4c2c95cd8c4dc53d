import fs from 'node:fs';
import path from 'node:path';

const left = new Set(['node_modules', 'dist', 'generated', 'fixtures', '.artifacts']);

/** The top folders that hold the project's sources. */
export function sourceFolders(root: string): string[] {
  return ['apps', 'packages', 'tests', 'tools'].filter((folder) => fs.existsSync(path.join(root, folder)));
}

/** The project's own sources with one of these endings, as paths relative to the root, sorted. */
export function sourceFiles(root: string, endings: string[], within = sourceFolders(root)): string[] {
  const wanted = new Set(endings.map((ending) => `.${ending}`));
  return within.flatMap((folder) => walk(root, folder)).filter((file) => wanted.has(path.extname(file)));
}

function walk(root: string, folder: string): string[] {
  const place = path.join(root, folder);
  if (!fs.existsSync(place)) return [];
  const entries = fs
    .readdirSync(place, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (left.has(entry.name)) return [];
    const inside = path.join(folder, entry.name);
    return entry.isDirectory() ? walk(root, inside) : [inside];
  });
}
