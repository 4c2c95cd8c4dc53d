import { expect, test } from 'vitest';
import { suppressions } from './suppressions.ts';
import { writeSources } from './write-sources.testing.ts';

test('a comment that switches a check off is found with its line', async () => {
  const root = writeSources({
    'apps/api/src/visits/visits.queries.ts': `const a = 1;\n// @ts-${'ignore'} it is fine\nconst b = a;\n`,
    'apps/office/src/app.tsx': `/* eslint-${'disable'} */\n`,
    'packages/domain/src/visit.ts': '// What to ignore is said here.\n',
  });
  expect(await suppressions.find(root)).toEqual([
    { file: 'apps/api/src/visits/visits.queries.ts', line: 2, message: expect.stringContaining('ignore') },
    { file: 'apps/office/src/app.tsx', line: 1, message: expect.stringContaining('disable') },
  ]);
});
