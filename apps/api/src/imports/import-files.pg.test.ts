import { afterAll, beforeAll, expect, it } from 'vitest';
import { uploadRoster } from '@huhudao/protocol';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { csv, ImportingOffice } from './importing-office.testing.ts';
import * as facts from './imports.facts.queries.ts';
import { handmadeWorkbook, workbookParts, zip } from '../spreadsheets/reading/handmade-workbook.testing.ts';

let api: TestApi;
let streetId: string;
let office: ImportingOffice;

beforeAll(async () => {
  api = await startTestApi();
  streetId = await api.area('street', '云溪街道', await api.area('district', '云溪区', null));
  office = new ImportingOffice(await api.person('jie', ['streetOffice', streetId]), streetId);
});
afterAll(() => api.stop());

const megabyte = 1024 * 1024;
const header = ['社区', '楼栋', '单元', '房号', '姓名'];
const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const bomb = async () => {
  const parts = workbookParts([{ name: '台账', rows: [header] }]);
  return zip({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(60 * megabyte) }, { level: 9 });
};
const oldExcel = () =>
  new Uint8Array([...signature, ...new Uint8Array(504), ...Buffer.from('Workbook', 'utf16le')]);
const wide = () => new TextEncoder().encode(Array(10_000).fill('房号').join(','));
const cutOff = async () => (await handmadeWorkbook([{ name: '台账', rows: [header] }])).slice(0, 400);

it.each([
  ['a zip bomb of 60 MB', bomb, 'unpackedTooBig'],
  ['a CSV of NULs', () => new Uint8Array(1000), 'notText'],
  ['a CSV with 10,000 columns', wide, 'tooManyColumns'],
  ['an old .xls', oldExcel, 'oldExcel'],
  ['half a workbook', cutOff, 'fileDamaged'],
  ['an empty file', () => new Uint8Array(), 'fileEmpty'],
  ['a letter', () => new TextEncoder().encode('请查收附件，谢谢。'), 'noTable'],
])('%s is refused with its reason; nothing of it is kept', async (_, make, code) => {
  const before = await facts.snapshot(api.sql, streetId);
  const one = await office.upload(await make(), '花名册.xlsx');
  expect(one).toMatchObject({ state: 'failed', preview: null, problem: { code } });
  expect((await facts.listStored(api.sql, streetId)).at(-1)).toMatchObject({ id: one.id, bytes: null });
  await expect(office.apply(one)).rejects.toMatchObject({ code: 'importStateWrong' });
  expect(await facts.snapshot(api.sql, streetId)).toEqual(before);
});

it('a workbook with formulas is shown and refused: nothing can be taken from it', async () => {
  const formula = { xml: '<f>CONCATENATE("1","01")</f><v>101</v>', attributes: ' t="str"' };
  const rows = [header, ['柳荫社区', '1栋', '1单元', formula, '黄娜']];
  const before = await facts.snapshot(api.sql, streetId);
  const one = await office.upload(await handmadeWorkbook([{ name: '台账', rows }]), '花名册.xlsx');
  expect(one).toMatchObject({
    state: 'preview',
    problem: { code: 'formulaCell', details: { sheet: '台账', count: 1 } },
    preview: { rows: 1, good: 0, sheet: '台账' },
  });
  await expect(office.apply(one)).rejects.toMatchObject({ code: 'importNothingToTake' });
  expect(await facts.snapshot(api.sql, streetId)).toEqual(before);
});

it('a file over 20 MB is refused before it is stored', async () => {
  const before = await facts.listStored(api.sql, streetId);
  await expect(office.upload(new Uint8Array(20_000_001))).rejects.toMatchObject({ code: 'bodyTooLarge' });
  expect(await facts.listStored(api.sql, streetId)).toEqual(before);
});

it('what people put into cells and names is stored as text and nothing else', async () => {
  const script = '<script>alert(1)</script>';
  const applied = await office.take(
    csv(`${script},${script},${script},<i>1</i>,<i>2</i>,1,<i>3</i>,${script},${script},自住,${script}`),
    `${script}\u0000\n.csv`,
  );
  expect(applied).toMatchObject({ state: 'applied', fileName: `${script}.csv`, result: { added: 1 } });
  const [door] = await facts.listDoors(api.sql, streetId);
  expect(door).toMatchObject({
    building: '<I>1</I>',
    room: '<I>3</I>',
    grid: script,
    name: script,
    note: script,
  });
  await office.undo(applied);
});

it('a body that is no file is not taken for one', async () => {
  const { path } = uploadRoster;
  const jie = await api.person('jie', ['streetOffice', streetId]);
  const headers = { ...jie.transport.headers?.(), 'X-Requested-With': 'huhudao' };
  const url = path.replace('{areaId}', streetId);
  const json = await api.fetch(url, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: '{}',
  });
  expect([json.status, await json.json()]).toMatchObject([415, { code: 'wrongContentType' }]);
});
