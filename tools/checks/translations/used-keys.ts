import fs from 'node:fs';
import path from 'node:path';
import { sourceFiles } from '../source-files.ts';

/**
 * How the sources name texts: `asked` by `t('…')`, with the place; `named` anywhere as a literal, for keys
 * that stand in tables; `prefixes` of keys put together, t(`outcome.${code}`). A namespace before a key, `ui:`, is left off.
 */
export type UsedKeys = {
  asked: { key: string; file: string; line: number }[];
  named: Set<string>;
  prefixes: Set<string>;
};

const asking = /\bt\(\s*(['"`])((?:\w+:)?[\w.-]+)\1/g;
const naming = /(['"`])(?:\w+:)?([\w-]+(?:\.[\w-]+)*)\1/g;
const puttingTogether = /`(?:\w+:)?((?:[\w-]+\.)+)\$\{/g;

/** Reads which texts the sources in these folders use; the catalogues themselves use none. */
export function readUsedKeys(root: string, folders: string[]): UsedKeys {
  const used: UsedKeys = { asked: [], named: new Set(), prefixes: new Set() };
  for (const file of sourceFiles(root, ['ts', 'tsx'], folders)) {
    if (/\/i18n\/(?:zh-CN|en)(?:\.ts|\/)/.test(file) || /\.test\.tsx?$/.test(file)) continue;
    collect(fs.readFileSync(path.join(root, file), 'utf8'), file, used);
  }
  return used;
}

function collect(text: string, file: string, used: UsedKeys): void {
  for (const match of text.matchAll(asking)) {
    const line = text.slice(0, match.index).split('\n').length;
    used.asked.push({ key: String(match[2]).replace(/^\w+:/, ''), file, line });
  }
  for (const [, , key] of text.matchAll(naming)) used.named.add(String(key));
  for (const [, prefix] of text.matchAll(puttingTogether)) used.prefixes.add(String(prefix));
}

/** Whether some source can ask for this key. */
export function isUsed(key: string, used: UsedKeys): boolean {
  return used.named.has(key) || [...used.prefixes].some((prefix) => key.startsWith(prefix));
}
