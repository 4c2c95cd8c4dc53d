import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDoorIcons } from '@huhudao/ui/door-icons';
import { questionnaire, shortForm, visitForm } from '@huhudao/questionnaire';
import { makeCodebook } from './codebooks.ts';
import { openApiText } from '@huhudao/api/openapi';
import { root } from '../lib/root.ts';
import { makeSchemaSnapshot } from './schema-snapshot.ts';

/** A file that is made from sources and checked in, so that a change of it is seen and reviewed. */
export type Generator = { file: string; make: () => Promise<string> };

const codebooks = 'packages/questionnaire/generated';

/** Every generated file. `npm run generate` writes them, `npm run check` compares them. */
export const generators: Generator[] = [
  { file: 'docs/openapi.json', make: async () => openApiText() },
  { file: 'packages/db/generated/schema.txt', make: makeSchemaSnapshot },
  {
    file: 'packages/ui/generated/door-icons.css',
    make: async () =>
      makeDoorIcons(await readFile(path.join(root, 'packages/ui/src/theme/tokens.css'), 'utf8')),
  },
  {
    file: `${codebooks}/questionnaire.codebook.md`,
    make: async () => makeCodebook('Codebook of the questionnaire', questionnaire),
  },
  {
    file: `${codebooks}/short-form.codebook.md`,
    make: async () => makeCodebook('Codebook of the short questionnaire', shortForm),
  },
  {
    file: `${codebooks}/visit-form.codebook.md`,
    make: async () => makeCodebook('Codebook of the visit form', visitForm),
  },
];
