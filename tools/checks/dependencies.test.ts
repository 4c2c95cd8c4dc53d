import { expect, test } from 'vitest';
import { dependencies } from './dependencies.ts';
import { writeSources } from './write-sources.testing.ts';

/** Enough modules that the check believes its parser. */
const crowd = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [
    `packages/domain/src/rule-${index}.ts`,
    'export const rule = 1;\n',
  ]),
);

const imported = 'export const a = 1;\n';
const importing = (place: string): string => `import { a } from '${place}';\nexport const b = a;\n`;

async function messagesOf(sources: Record<string, string>): Promise<string[]> {
  const violations = await dependencies.find(writeSources({ ...crowd, ...sources }));
  return violations.map(({ message }) => message);
}

test.each([
  [
    'an app that imports an app',
    'apps/office/src/a.ts',
    'apps/tablet/src/b.ts',
    '../../office/src/a.ts',
    /never imports an app/,
  ],
  [
    'a concept that imports its sibling',
    'apps/api/src/visits/a.ts',
    'apps/api/src/rounds/b.ts',
    '../visits/a.ts',
    /never imports a sibling/,
  ],
  [
    'a foundation that imports a concept',
    'apps/api/src/visits/a.ts',
    'apps/api/src/http/b.ts',
    '../visits/a.ts',
    /know no concept/,
  ],
  [
    'a package that imports upwards',
    'packages/db/src/a.ts',
    'packages/domain/src/b.ts',
    '../../db/src/a.ts',
    /domain imports nothing of ours/,
  ],
  [
    'a product file that imports the test kit',
    'packages/testkit/src/a.ts',
    'apps/api/src/visits/b.ts',
    '../../../../packages/testkit/src/a.ts',
    /no tests/,
  ],
])('%s is found', async (_title, from, file, place, message) => {
  expect(await messagesOf({ [from]: imported, [file]: importing(place) })).toEqual([
    expect.stringMatching(message),
  ]);
});

test('what points down, the wiring in app.ts and a test beside the code are accepted', async () => {
  const messages = await messagesOf({
    'packages/protocol/src/a.ts': importing('../../domain/src/rule-1.ts').replace('{ a }', '{ rule as a }'),
    'apps/api/src/http/a.ts': imported,
    'apps/api/src/visits/b.ts': importing('../http/a.ts'),
    'apps/api/src/app.ts': importing('./http/a.ts'),
    'apps/api/src/rounds/b.pg.test.ts': importing('../http/a.ts'),
  });
  expect(messages).toEqual([]);
});

test('a circle of imports and an import that leads nowhere are found', async () => {
  const messages = await messagesOf({
    'packages/domain/src/a.ts': "import { b } from './b.ts';\nexport const a = b;\n",
    'packages/domain/src/b.ts': "import { a } from './a.ts';\nexport const b = a;\n",
    'packages/domain/src/c.ts': "import { d } from './d.ts';\nexport const c = d;\n",
  });
  expect(messages.filter((message) => message.includes('circle')).length).toBeGreaterThan(0);
  expect(messages.filter((message) => message.includes('leads somewhere'))).toHaveLength(1);
});

test('a file with "await using" is read like any other', async () => {
  const using = "import { a } from '../visits/a.ts';\nawait using b = a;\nexport const c = b;\n";
  const messages = await messagesOf({
    'apps/api/src/visits/a.ts': imported,
    'apps/api/src/rounds/b.ts': using,
  });
  expect(messages).toEqual([expect.stringMatching(/never imports a sibling/)]);
});

test('a parser that sees almost nothing is not believed', async () => {
  await expect(dependencies.find(writeSources({ 'packages/domain/src/a.ts': imported }))).rejects.toThrow(
    'saw only 1 modules',
  );
});
