import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The texts of one language by their full keys, `visit.saved`. */
export type Texts = Map<string, string>;

/** The catalogues of one folder: the words of one app, or of the shared interface. */
export type Catalogue = { folder: string; 'zh-CN': Texts; en: Texts };

export const languages = ['zh-CN', 'en'] as const;

/** The catalogues under apps and packages: every folder `src/i18n` with a file per language. */
export async function readCatalogues(root: string): Promise<Catalogue[]> {
  const folders = fs.globSync('{apps,packages}/*/src/i18n', { cwd: root }).toSorted();
  return await Promise.all(
    folders.map(async (folder) => ({
      folder,
      'zh-CN': await readTexts(path.join(root, folder, 'zh-CN.ts')),
      en: await readTexts(path.join(root, folder, 'en.ts')),
    })),
  );
}

async function readTexts(file: string): Promise<Texts> {
  const module: object = await import(pathToFileURL(file).href);
  return new Map(Object.values(module).flatMap((value) => flatten(value, [])));
}

function flatten(value: unknown, trail: string[]): [string, string][] {
  if (typeof value === 'string') return [[trail.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, [...trail, key]));
}

/** A key without the ending that chooses a plural form: English has two, Chinese has one. */
export function withoutPlural(key: string): string {
  return key.replace(/_(?:zero|one|two|few|many|other)$/, '');
}

/** The `{{names}}` a text has holes for, sorted. */
export function holesOf(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => String(name)).toSorted();
}
