/** XLSForms in and out over the API: what comes back, what is refused, and that nothing is kept of a file. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportXlsform, listQuestionnaires, readVersion, readXlsform } from '@huhudao/protocol';
import { must } from '@huhudao/domain';
import { composeWorkbook, parseWorkbook } from '../spreadsheets/hucre.ts';
import { shortForm } from '@huhudao/questionnaire';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { ensureBuiltInForms } from './built-in.ts';
import { writeXlsformFile } from './xlsform-file.ts';

let api: TestApi;
let author: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  const district = await api.area('district', '云溪区', null);
  author = await api.person('chen', ['districtOffice', district]);
  await ensureBuiltInForms(api.deps);
});
afterAll(() => api.stop());

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const upload = async (bytes: Uint8Array) =>
  author.call(readXlsform, { body: { name: '表.xlsx', type, bytes: new Uint8Array(bytes) } });
const sheet = (name: string, header: string[], rows: (string | number | boolean)[][]) => ({
  name,
  columns: header.map(() => ({ width: 12 })),
  header,
  rows,
});

test('every built-in form goes out and comes back with the same items, choices and conditions', async () => {
  const forms = await author.call(listQuestionnaires, {});
  expect(forms).toHaveLength(3);
  for (const { versions } of forms) {
    const { hash } = must(versions[0], 'a version');
    const file = await author.call(exportXlsform, { params: { hash } });
    const sheets = await parseWorkbook(file.bytes, 'AZ500');
    expect(sheets.map(({ name }) => name)).toEqual(['survey', 'choices', 'settings', 'notes']);
    const { definition } = await upload(file.bytes);
    const version = await author.call(readVersion, { params: { hash } });
    expect(namesOf(definition)).toEqual(namesOf(version.definition));
  }
});

/** Names of items and codes of choices. Pages are named anew, and yes or no comes back as two choices. */
const namesOf = (definition: object): string[] =>
  [...JSON.stringify(definition).matchAll(/"(?:name|value)":("[^"]*")/g)]
    .map(([, name]) => must(name, 'a name'))
    .filter((name) => !/^"(p(age)?\d+.*|yes|no)"$/.test(name))
    .toSorted();

test('numbers and truth values that a spreadsheet made of what was typed are read as it was typed', async () => {
  const bytes = await composeWorkbook([
    sheet('Survey', ['type', 'name', 'label', 'required'], [['select_one level', 'how', '几级？', true]]),
    sheet(
      'choices',
      ['list_name', 'name', 'label'],
      [
        ['level', 1, '一级'],
        ['level', 2, '二级'],
      ],
    ),
  ]);
  const { definition, notes } = await upload(bytes);
  expect(definition).toMatchObject({
    pages: [{ elements: [{ name: 'how', isRequired: true, choices: [{ value: 'c1' }, { value: 'c2' }] }] }],
  });
  expect(notes.map(({ sheet: where, row }) => `${where} ${row}`)).toContain('choices 2');
});

test('a text that a spreadsheet would run goes out as text, and comes back as it was', async () => {
  const definition = { ...shortForm, title: { default: '=1+1', en: '@SUM(A1)' } };
  const file = await writeXlsformFile({ definition, hash: 'abcdef0123456789', number: 1 });
  const cells = (await parseWorkbook(file.bytes, 'AZ500')).flatMap(({ rows }) => rows.flat()).map(String);
  expect(cells).toContain("'=1+1");
  expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  expect((await upload(file.bytes)).definition).toMatchObject({ title: { default: '=1+1' } });
});

test('what is no form is refused by its code, and nothing is begun', async () => {
  const empty = await composeWorkbook([sheet('Sheet1', ['a'], [['b']])]);
  await expect(upload(empty)).rejects.toMatchObject({ code: 'sheetUnknown' });
  await expect(upload(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'notSpreadsheet' });
  await expect(upload(new Uint8Array())).rejects.toMatchObject({ code: 'fileEmpty' });
  expect(await author.call(listQuestionnaires, {})).toHaveLength(3);
});
