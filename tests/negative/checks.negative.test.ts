import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../tools/checks/checks.ts';
import { copyRepository } from './copy-repository.ts';

/** For each check, a violation to plant: the file, how its text changes, and what the check must say about it. */
const plants: Record<string, { file: string; plant: (text: string) => string; says: RegExp }[]> = {
  types: [
    {
      file: 'packages/domain/src/planted.ts',
      plant: () => "export const doors: number = 'many';\n",
      says: /string/,
    },
    {
      file: 'packages/ui/src/planted.tsx',
      plant: () => 'export const doors: string = <p />;\n',
      says: /not assignable/,
    },
  ],
  lint: [
    {
      file: 'apps/api/src/visits/visits.planted.ts',
      plant: () => 'export const find = (sql: any) => sql`select * from visit`;\n',
      says: /queries\.ts only/,
    },
    {
      file: 'apps/api/src/visits/visits.any.ts',
      plant: () => 'export const rows: any[] = [];\n',
      says: /any/,
    },
    {
      file: 'apps/api/src/visits/visits.star.queries.ts',
      plant: () => 'export const find = (sql: Function) => sql`select * from visit`;\n',
      says: /List the columns/,
    },
    {
      file: 'apps/api/src/visits/visits.floating.ts',
      plant: () => 'async function write() {}\nexport function visit() {\n  write();\n}\n',
      says: /floating|await/i,
    },
    {
      file: 'apps/api/src/visits/port.ts',
      plant: () => 'export const port = process.env.PORT;\n',
      says: /process\.env/,
    },
    { file: 'apps/api/src/visits/BadName.ts', plant: () => 'export const a = 1;\n', says: /kebab/i },
    { file: 'packages/domain/src/long.ts', plant: () => 'export {};\n'.repeat(301), says: /too many lines/ },
    {
      file: 'packages/domain/src/long-function.ts',
      plant: () => `export function long(): void {\n${'  Math.random();\n'.repeat(51)}}\n`,
      says: /too many lines/,
    },
    {
      file: 'packages/ui/src/planted.tsx',
      plant: () => 'export const P = () => <p>已保存</p>;\n',
      says: /catalogue/,
    },
    { file: 'packages/domain/src/later.ts', plant: () => `// TO${'DO'}: later\nexport {};\n`, says: /TODO/i },
    {
      file: 'packages/domain/src/sure.ts',
      plant: () => 'export const a = (b?: number) => b!;\n',
      says: /non-null/i,
    },
  ],
  format: [
    { file: 'packages/domain/src/ugly.ts', plant: () => 'export const a   =  1\n', says: /npm run format/ },
  ],
  suppressions: [
    {
      file: 'packages/domain/src/off.ts',
      plant: () => `// @ts-${'nocheck'}\nexport {};\n`,
      says: /switches/,
    },
  ],
  dependencies: [
    {
      file: 'packages/domain/src/upwards.ts',
      plant: () => "export * from '../../protocol/src/index.ts';\n",
      says: /domain imports nothing of ours/,
    },
    {
      file: 'apps/office/src/leap.ts',
      plant: () => "export * from '../../tablet/src/app/place.ts';\n",
      says: /an app never imports an app/,
    },
    {
      file: 'apps/api/src/visits/visits.sibling.ts',
      plant: () => "export * from '../rounds/rounds.present.ts';\n",
      says: /never imports a sibling/,
    },
  ],
  'dead code': [
    {
      file: 'packages/domain/src/forgotten.ts',
      plant: () => 'export const a = 1;\n',
      says: /nothing uses this file/,
    },
    {
      file: 'apps/api/src/text/initials.ts',
      plant: (text) => `${text}export const neverAsked = 1;\n`,
      says: /an export that nothing uses/,
    },
    {
      file: 'apps/api/package.json',
      plant: (text) => text.replace('"dependencies": {', '"dependencies": { "react": "catalog:",'),
      says: /a dependency that nothing uses/,
    },
  ],
  manifests: [
    {
      file: 'package.json',
      plant: (text) => text.replace('"devDependencies": {', '"devDependencies": { "zod": "1.0.0",'),
      says: /ordered alphabetically/,
    },
  ],
  translations: [
    {
      file: 'packages/ui/src/asks.ts',
      plant: () => "export const text = (t: (key: string) => string) => t('door.never');\n",
      says: /door\.never/,
    },
    {
      file: 'packages/ui/src/i18n/en.ts',
      plant: (text) => text.replace("  product: 'Huhudao',\n", ''),
      says: /"product" is missing/,
    },
    {
      file: 'packages/ui/src/i18n/zh-CN.ts',
      plant: (text) =>
        text.replace("  product: '户户到',\n", "  product: '户户到',\n  neverShown: '从不显示',\n"),
      says: /"neverShown" is used nowhere/,
    },
  ],
  'generated files': [
    ...[
      'docs/openapi.json',
      'packages/db/generated/schema.txt',
      'packages/questionnaire/generated/short-form.codebook.md',
    ].map((file) => ({ file, plant: (text: string) => `${text}by hand\n`, says: /out of date/ })),
  ],
};

test('every check has a planted violation', () => {
  expect(Object.keys(plants).toSorted()).toEqual(checks.map(({ name }) => name).toSorted());
});

test.each(checks)('$name fails on a planted violation', async ({ name, find }) => {
  const root = copyRepository();
  for (const { file, plant } of plants[name] ?? []) {
    const place = path.join(root, file);
    const text = fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : '';
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, plant(text));
  }
  const violations = await find(root);
  for (const { file, says } of plants[name] ?? []) {
    const found = violations.filter((violation) => violation.file === file).map(({ message }) => message);
    console.log(`${name}: ${file}\n  ✗ ${found.find((message) => says.test(message)) ?? found[0]}`);
    expect(found.join('\n'), file).toMatch(says);
  }
});
