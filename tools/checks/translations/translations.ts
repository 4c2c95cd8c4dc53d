import path from 'node:path';
import type { Check, Violation } from '../check.ts';
import {
  holesOf,
  languages,
  readCatalogues,
  withoutPlural,
  type Catalogue,
  type Texts,
} from './catalogue.ts';
import { isUsed, readUsedKeys } from './used-keys.ts';

/** The folder whose words every app may use. */
const shared = 'packages/ui/src/i18n';

/** Every text exists in Chinese and in English with the same holes, is used, and every text asked for exists. */
export const translations: Check = {
  name: 'translations',
  find: async (root) => {
    const catalogues = await readCatalogues(root);
    return catalogues.flatMap((catalogue) => [
      ...findMissing(catalogue),
      ...findOtherHoles(catalogue),
      ...findUnused(root, catalogue),
      ...findUnknown(root, catalogue, catalogues),
    ]);
  },
};

function findMissing(catalogue: Catalogue): Violation[] {
  const [chinese, english] = languages.map((language) => keysOf(catalogue[language]));
  if (!chinese || !english) return [];
  return [
    ...[...chinese.difference(english)].map((key) => at(catalogue, 'en', `"${key}" is missing`)),
    ...[...english.difference(chinese)].map((key) => at(catalogue, 'zh-CN', `"${key}" is missing`)),
  ];
}

/** A plural form may say "one door" without its number. */
function findOtherHoles(catalogue: Catalogue): Violation[] {
  const [chinese, english] = languages.map((language) => holesByKey(catalogue[language]));
  if (!chinese || !english) return [];
  return [...chinese].flatMap(([key, holes]) => {
    const others = english.get(key);
    if (!others || holes.symmetricDifference(others).size === 0) return [];
    return [at(catalogue, 'en', `"${key}" has holes for ${list(others)}, in Chinese for ${list(holes)}`)];
  });
}

function findUnused(root: string, catalogue: Catalogue): Violation[] {
  const users = catalogue.folder === shared ? ['apps', 'packages'] : [path.join(catalogue.folder, '..')];
  const used = readUsedKeys(root, users);
  return [...keysOf(catalogue['zh-CN'])]
    .filter((key) => !isUsed(key, used))
    .map((key) => at(catalogue, 'zh-CN', `"${key}" is used nowhere`));
}

/** A text may be asked for in the words of the asker or in the shared ones. */
function findUnknown(root: string, catalogue: Catalogue, all: Catalogue[]): Violation[] {
  const sources = path.join(catalogue.folder, '..');
  const reachable = all.filter(({ folder }) => folder === catalogue.folder || folder === shared);
  const known = new Set(reachable.flatMap((other) => [...keysOf(other['zh-CN'])]));
  return readUsedKeys(root, [sources])
    .asked.filter(({ key }) => !known.has(key))
    .map(({ key, file, line }) => ({ file, line, message: `asks for "${key}", which no catalogue has` }));
}

function keysOf(texts: Texts): Set<string> {
  return new Set([...texts.keys()].map(withoutPlural));
}

function holesByKey(texts: Texts): Map<string, Set<string>> {
  const forms = Map.groupBy(texts, ([key]) => withoutPlural(key));
  return new Map(
    [...forms].map(([key, entries]) => [key, new Set(entries.flatMap(([, text]) => holesOf(text)))]),
  );
}

function at({ folder }: Catalogue, language: (typeof languages)[number], message: string): Violation {
  return { file: path.join(folder, `${language}.ts`), message };
}

function list(holes: Set<string>): string {
  return holes.size === 0 ? 'nothing' : [...holes].join(', ');
}
