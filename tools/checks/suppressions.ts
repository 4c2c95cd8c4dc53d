import fs from 'node:fs';
import path from 'node:path';
import { sourceFiles } from './source-files.ts';
import type { Check } from './check.ts';

/** Comments and calls that switch a check or a test off. Spelt in two parts, so that this file passes. */
const switches = [
  'oxlint-' + 'disable',
  'eslint-' + 'disable',
  'biome-' + 'ignore',
  'knip' + 'ignore',
  '@ts-' + 'ignore',
  '@ts-' + 'expect-error',
  '@ts-' + 'nocheck',
];

/** Nothing is switched off from within a source: an exception is a rule with a reason, in the configuration. */
export const suppressions: Check = {
  name: 'suppressions',
  find: async (root) =>
    sourceFiles(root, ['ts', 'tsx', 'mjs', 'css']).flatMap((file) =>
      fs
        .readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .flatMap((text, index) =>
          switches
            .filter((word) => text.includes(word))
            .map((word) => ({ file, line: index + 1, message: `switches a check off: ${word}` })),
        ),
    ),
};
