import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Every package the code reached from a file imports, types aside. */
function packagesReachedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const packages = new Set<string>();
  const imports = /^(?:import|export)\s+(?!type\b)(?:[^;]*?\sfrom\s+)?'([^']+)';/gm;
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
    if (!target.startsWith('.')) packages.add(target);
    else for (const found of packagesReachedFrom(join(dirname(file), target), seen)) packages.add(found);
  }
  return packages;
}

function reached(entry: string): string[] {
  return [...packagesReachedFrom(join(dirname(fileURLToPath(import.meta.url)), entry))].toSorted();
}

test('the request path and the tablet’s first screen load neither survey-core nor zod with this package', () => {
  expect(reached('index.ts')).toEqual([
    '@huhudao/domain',
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
    'canonicalize',
  ]);
});

test('the other entry does load survey-core, so the way of looking is sound', () => {
  expect(reached('survey.ts')).toContain('survey-core');
});
