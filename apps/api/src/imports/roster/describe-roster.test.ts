import { describe, expect, it } from 'vitest';
import type { Cell, Sheet } from '../../spreadsheets/reading/spreadsheet.ts';
import { describeRoster } from './describe-roster.ts';
import type { RosterChoices, RosterTable } from './roster.ts';

const sheet = (name: string, rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet => ({
  name,
  hidden: false,
  rows,
  merges: [],
  formulas: [],
  idNumbers: [],
  ...more,
});

async function describeSheets(sheets: Sheet[], choices: RosterChoices = {}): Promise<RosterTable> {
  const described = await describeRoster({ format: 'xlsx', sheets }, choices);
  if (!described.ok) throw new Error(described.failure.code);
  return described.value;
}

async function failureOf(sheets: Sheet[], choices: RosterChoices = {}) {
  const described = await describeRoster({ format: 'xlsx', sheets }, choices);
  return described.ok ? 'described' : described.failure;
}

async function fieldsOf(headers: string[], ...rows: Cell[][]) {
  const { columns } = await describeSheets([sheet('台账', [headers, ...rows])]);
  return columns.map(({ field }) => field);
}

const roster = [
  ['社区', '楼栋', '房号', '户主'],
  ['柳荫社区', '1栋', '101', '黄娜'],
  ['柳荫社区', '1栋', '102', '周芳'],
];

describe('the table is found', () => {
  it('below title rows, also where they are merged across and speak of the community', async () => {
    const title = ['柳荫社区住户信息登记台账', null, null, null];
    const table = await describeSheets([
      sheet('台账', [title, ['填表单位：', '', '填表日期：'], [], ...roster], {
        merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
      }),
    ]);
    expect(table).toMatchObject({
      headerRow: 4,
      rows: 2,
      missing: expect.arrayContaining(['phone', 'note']),
    });
    expect(table.preview).toEqual([
      { rowNumber: 5, cells: ['柳荫社区', '1栋', '101', '黄娜'] },
      { rowNumber: 6, cells: ['柳荫社区', '1栋', '102', '周芳'] },
    ]);
  });

  it('under a header of two lines with merged cells', async () => {
    const table = await describeSheets([
      sheet('台账', [['社区', '住址', null, '户主'], [null, '楼栋', '房号', null], ...roster.slice(1)], {
        merges: [
          { top: 0, left: 0, bottom: 1, right: 0 },
          { top: 0, left: 1, bottom: 0, right: 2 },
          { top: 0, left: 3, bottom: 1, right: 3 },
        ],
      }),
    ]);
    expect(table.headerRow).toBe(2);
    expect(table.columns.map(({ field }) => field)).toEqual([
      'community',
      'building',
      'room',
      'residentName',
    ]);
  });

  it('on the sheet that has it, not on a hidden one, unless another is chosen', async () => {
    const sheets = [
      sheet('填表说明', [['房屋状态填：自住、出租']]),
      sheet('旧台账', [...roster, roster[1] ?? []], { hidden: true }),
      sheet('台账', roster),
      sheet('楼栋表', [
        ['楼栋', '单元'],
        ['1栋', '1单元'],
      ]),
    ];
    const table = await describeSheets(sheets);
    expect(table.sheet).toBe('台账');
    expect(table.sheets).toEqual([
      { name: '填表说明', hidden: false, fields: 0, rows: 0 },
      { name: '旧台账', hidden: true, fields: 4, rows: 3 },
      { name: '台账', hidden: false, fields: 4, rows: 2 },
      { name: '楼栋表', hidden: false, fields: 2, rows: 1 },
    ]);
    expect((await describeSheets(sheets, { sheet: '楼栋表' })).columns).toHaveLength(2);
    expect(await failureOf(sheets, { sheet: '新台账' })).toMatchObject({ code: 'sheetUnknown' });
  });

  it('or the file is refused: no roster, or formulas in its place', async () => {
    expect(
      await failureOf([
        sheet('一', [
          ['姓名', '分数'],
          ['黄娜', 5],
        ]),
      ]),
    ).toEqual({ code: 'noTable', details: { sheets: ['一'] } });
    const formulas = [{ row: 0, column: 1 }];
    expect(await failureOf([sheet('一', [[null, null]], { formulas })])).toMatchObject({
      code: 'formulaCell',
      details: { cells: 'B1' },
    });
  });

  it('at the header row the caller points out', async () => {
    const rows = [
      ['甲', '乙'],
      ['1栋', '101'],
    ];
    const choices = { sheet: '台账', headerRow: 1, columns: { building: 0, room: 1 } };
    expect(await describeSheets([sheet('台账', rows)], choices)).toMatchObject({ headerRow: 1, rows: 1 });
  });

  it('in a file whose merged blocks overlap a million times not at all', async () => {
    const all = { top: 0, left: 0, bottom: 199_999, right: 9 };
    const rows = Array.from({ length: 1_000 }, () => Array<Cell>(10).fill('x'));
    const merges = Array.from({ length: 1_000_000 }, () => all);
    expect(await failureOf([sheet('台账', rows, { merges })])).toMatchObject({ code: 'fileDamaged' });
  });
});

describe('columns are matched', () => {
  it('in any order, by the names offices give them', async () => {
    expect(
      await fieldsOf([
        '序号',
        '手机号码',
        '业主姓名',
        '房间号',
        '门洞',
        '幢号',
        '所属小区',
        '网格编号',
        '居委会',
        '层',
        '居住情况',
        '备 注',
      ]),
    ).toEqual([
      null,
      'phone',
      'residentName',
      'room',
      'stairwell',
      'building',
      'compound',
      'grid',
      'community',
      'floor',
      'occupancy',
      'note',
    ]);
    expect(await fieldsOf(['Community', 'Building', 'Unit', 'Room No.', 'Name', 'Phone'])).toEqual([
      'community',
      'building',
      'stairwell',
      'room',
      'residentName',
      'phone',
    ]);
  });

  it('whatever decorates them', async () => {
    expect(await fieldsOf(['1.社区*', '楼栋（如3栋）', '房 号：', '户主姓名(必填)'])).toEqual([
      'community',
      'building',
      'room',
      'residentName',
    ]);
  });

  it('but not to people who look after the place, nor somebody to ring in need', async () => {
    expect(await fieldsOf(['楼栋', '房号', '网格员姓名', '楼长电话', '紧急联系人电话', '工作单位'])).toEqual([
      'building',
      'room',
      null,
      null,
      null,
      null,
    ]);
  });

  it('once each: the surer column is taken, the leftmost of equals', async () => {
    expect(await fieldsOf(['楼栋', '房号', '住户联系电话一', '联系电话', '手机'])).toEqual([
      'building',
      'room',
      null,
      'phone',
      null,
    ]);
  });

  it('by their content where the header says nothing, and less surely where the content speaks against it', async () => {
    const phones = ['19900000001', '19900000002', '19900000003'].map((phone) => [
      '1栋',
      '101',
      phone,
      '自住',
    ]);
    const { columns } = await describeSheets([sheet('台账', [['楼栋', '房号', '丙', '丁'], ...phones])]);
    expect(columns.slice(2)).toMatchObject([
      { field: 'phone', confidence: 0.6 },
      { field: 'occupancy', confidence: 0.6 },
    ]);
    const wrong = await describeSheets([
      sheet('台账', [['楼栋', '房号', '电话'], ...['甲', '乙', '丙'].map((text) => ['1栋', '101', text])]),
    ]);
    expect(wrong.columns[2]).toMatchObject({ field: 'phone', confidence: 0.5, samples: ['甲', '乙', '丙'] });
  });

  it('as the caller says, field by field', async () => {
    const columns = { room: 3, residentName: null };
    const table = await describeSheets([sheet('台账', roster)], { columns });
    expect(table.columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ['community', 1],
      ['building', 1],
      [null, 0],
      ['room', 1],
    ]);
    for (const wrong of [{ room: 9 }, { room: 2, building: 2 }]) {
      expect(await failureOf([sheet('台账', roster)], { columns: wrong })).toMatchObject({
        code: 'mappingInvalid',
      });
    }
  });
});
