import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../spreadsheets/reading/read-spreadsheet.ts';
import type { Spreadsheet } from '../../spreadsheets/reading/spreadsheet.ts';
import { planOf } from './handmade-roster.testing.ts';
import type { RosterPlan } from './roster.ts';
import { writeRejected } from './write-rejected.ts';

const fixture = new URL('../../../../../tests/fixtures/rosters/messy-community.xlsx', import.meta.url);
const words = {
  sheetName: '未导入',
  reasonTitle: '未导入原因',
  rowTitle: '原行号',
  describe: ({ code }: RosterPlan['problems'][number]) => code,
};

async function spreadsheetOf(bytes: Uint8Array, fileName = '未导入.xlsx'): Promise<Spreadsheet> {
  const read = await readSpreadsheet(bytes, { fileName });
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

const fromCsv = async (text: string) =>
  planOf(await spreadsheetOf(new TextEncoder().encode(text), '台账.csv'));

describe('the rows that were not taken', () => {
  it('come back with their reason and row, under their own titles', async () => {
    const rejected = await spreadsheetOf(
      await writeRejected(await planOf(await spreadsheetOf(await readFile(fixture))), words),
    );
    const [sheet] = rejected.sheets;
    expect(sheet?.name).toBe('未导入');
    expect(sheet?.rows[0]).toEqual([
      '未导入原因',
      '原行号',
      '社区',
      '网格',
      '小区',
      '楼栋',
      '单元',
      '楼层',
      '房号',
      '户主姓名',
      '联系电话',
      '房屋状态',
      '备注',
    ]);
    expect(sheet?.rows.slice(1).map(([reason, row]) => [reason, row])).toEqual([
      ['roomMissing', 81],
      ['occupancyUnknown', 154],
      ['occupancyUnknown', 155],
      ['duplicateDoor', 604],
      ['duplicateDoor', 605],
      ['duplicateDoor', 606],
    ]);
    expect(sheet?.rows[1]?.slice(2)).toEqual([
      '柳荫社区',
      '第1网格',
      '建设新村',
      '1栋',
      '1单元',
      '10',
      null,
      '杨红平',
      '19900000041',
      '自住',
      null,
    ]);
  });

  it('can be uploaded again: what was not mended is given back for the same reason', async () => {
    const first = await planOf(await spreadsheetOf(await readFile(fixture)));
    const again = await planOf(await spreadsheetOf(await writeRejected(first, words)), {
      occupancies: { 未知状态X: 'vacant' },
    });
    expect(again.problems).toMatchObject([{ row: 2, code: 'roomMissing' }]);
    expect(again.counts).toMatchObject({ rows: 6, taken: 5, rejected: 1 });
  });

  it('run nothing when they are opened, and come home as they were', async () => {
    const plan = await fromCsv(
      '社区,楼栋,房号,备注\n柳荫社区,1栋,,"=HYPERLINK(""http://example.invalid"",""点我"")"\n',
    );
    const { sheets } = await spreadsheetOf(await writeRejected(plan, words));
    expect(sheets[0]?.rows[1]?.at(-1)).toBe('\'=HYPERLINK("http://example.invalid","点我")');
    const again = await planOf({ format: 'xlsx', sheets });
    expect(again.returned).toMatchObject([
      { cells: expect.arrayContaining(['=HYPERLINK("http://example.invalid","点我")']) },
    ]);
  });

  it('come back without private columns', async () => {
    const plan = await fromCsv('社区,楼栋,房号,身份证号\n柳荫社区,1栋,,130602800101123\n');
    const { sheets } = await spreadsheetOf(await writeRejected(plan, words));
    expect(sheets[0]?.rows).toEqual([
      ['未导入原因', '原行号', '社区', '楼栋', '房号'],
      ['roomMissing', 2, '柳荫社区', '1栋', null],
    ]);
  });
});
