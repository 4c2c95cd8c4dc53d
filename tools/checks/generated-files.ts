import fs from 'node:fs';
import path from 'node:path';
import { generators } from '../generate/generators.ts';
import type { Check, Violation } from './check.ts';

/** The files made from sources are what `npm run generate` would make now. */
export const generatedFiles: Check = {
  name: 'generated files',
  find: async (root) => {
    const violations: Violation[] = [];
    for (const { file, make } of generators) {
      const place = path.join(root, file);
      const current = fs.existsSync(place) && fs.readFileSync(place, 'utf8') === (await make());
      if (!current) violations.push({ file, message: 'is out of date: run `npm run generate`' });
    }
    return violations;
  },
};
