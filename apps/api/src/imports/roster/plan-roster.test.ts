import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../reading/read-spreadsheet.ts';
import type { Cell, Sheet, Spreadsheet } from '../reading/spreadsheet.ts';
import { planRoster } from './plan-roster.ts';
import type { RosterChoices, RosterPlan, RosterRow } from './roster.ts';

const fixtures = new URL('../../../../../tests/fixtures/rosters/', import.meta.url);

async function planFixture(fileName: string, choices: RosterChoices = {}): Promise<RosterPlan> {
  const read = await readSpreadsheet(await readFile(new URL(fileName, fixtures)), { fileName });
  if (!read.ok) throw new Error(read.failure.code);
  return plan(read.value, choices);
}

async function plan(spreadsheet: Spreadsheet, choices: RosterChoices = {}): Promise<RosterPlan> {
  const planned = await planRoster(spreadsheet, choices);
  if (!planned.ok) throw new Error(planned.failure.code);
  return planned.value;
}

function sheet(rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet {
  return { name: '台账', hidden: false, rows, merges: [], formulas: [], idNumbers: [], ...more };
}

function workbook(...sheets: Sheet[]): Spreadsheet {
  return { format: 'xlsx', sheets };
}

const header = ['社区', '小区', '楼栋', '单元', '楼层', '房号', '户主', '电话', '房屋状态', '备注'];
const household = (changes: Partial<Record<number, Cell>> = {}): Cell[] =>
  Object.assign(
    ['柳荫社区', '建设新村', '1栋', '1单元', 1, '101', '黄娜', '19900000000', '自住', null],
    changes,
  );
const at = { community: 0, compound: 1, building: 2, stairwell: 3, floor: 4, room: 5, name: 6, phone: 7, occupancy: 8, note: 9 } as const; // prettier-ignore

async function planRows(...rows: Cell[][]): Promise<RosterPlan> {
  return plan(workbook(sheet([header, ...rows])));
}

const brief = ({ problems }: RosterPlan) =>
  problems.map(({ row, column: letter, severity, code }) => [row, letter, severity, code]);

describe("the fixture rosters' households", () => {
  it('of a whole street are all taken, in under two seconds, with progress', async () => {
    const bytes = await readFile(new URL('street.csv', fixtures));
    const start = performance.now();
    const read = await readSpreadsheet(bytes, { fileName: 'street.csv' });
    if (!read.ok) throw new Error(read.failure.code);
    const progress: number[] = [];
    const planned = await planRoster(read.value, {}, { onProgress: ({ done }) => progress.push(done) });
    expect(performance.now() - start).toBeLessThan(2_000);
    if (!planned.ok) throw new Error(planned.failure.code);
    expect(planned.value.counts).toEqual({ rows: 12_000, taken: 12_000, rejected: 0, waiting: 0, warned: 0, skipped: 0 }); // prettier-ignore
    expect(planned.value.problems).toEqual([]);
    expect(progress.length).toBeGreaterThan(10);
    expect(progress.at(-1)).toBe(12_000);
  });

  it('of a messy community have exactly the problems expected', async () => {
    interface Expected {
      dataRows: number;
      problems: { row: number; why: string }[];
    }
    const expected = JSON.parse(
      await readFile(new URL('messy-community.expected.json', fixtures), 'utf8'),
    ) as Expected;
    const messy = await planFixture('messy-community.xlsx');
    const dataRow = (rowNumber: number) => rowNumber - messy.table.headerRow - 1;
    const why = messy.problems.map((problem) => {
      const row = problem.row === null ? -1 : dataRow(problem.row);
      if (problem.code === 'phoneInvalid') return { row, why: 'phone' };
      if (problem.code === 'roomMissing') return { row, why: 'room missing' };
      if (problem.code === 'occupancyUnknown') return { row, why: 'unknown occupancy' };
      if (problem.code === 'duplicateDoor') return { row, why: `duplicate of data row ${dataRow(problem.details.firstRow)}` }; // prettier-ignore
      return { row, why: problem.code };
    });
    const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;
    expect(why.toSorted(byRow)).toEqual(expected.problems.toSorted(byRow));
    expect(messy.counts).toEqual({ rows: expected.dataRows, taken: 597, rejected: 4, waiting: 2, warned: 2, skipped: 0 }); // prettier-ignore
  });

  it('of a messy community come out in one spelling', async () => {
    const { rows } = await planFixture('messy-community.xlsx', { occupancies: { 未知状态X: 'vacant' } });
    const all = (value: (row: RosterRow) => string) => [...new Set(rows.map(value))];
    expect(rows).toHaveLength(599);
    expect(all(({ community }) => community)).toEqual(['柳荫社区']);
    expect(all(({ compound }) => compound)).toEqual(['建设新村', '学林小区']);
    expect(all(({ building }) => building.label)).toEqual(['1栋', '2栋', '3栋', '4栋', '5栋']);
    expect(all(({ stairwell }) => stairwell.label)).toEqual(['1单元', '2单元', '3单元']);
    expect(all(({ room }) => room).filter((room) => !/^\d{3,4}$/.test(room))).toEqual([]);
    expect(rows.filter(({ floor, room }) => floor !== Math.floor(Number(room) / 100))).toEqual([]);
    const residents = rows.flatMap(({ resident }) => (resident === null ? [] : [resident]));
    expect(residents.filter(({ name }) => !/^\p{Script=Han}{2,4}$/u.test(name))).toEqual([]);
    expect(residents.filter(({ phone }) => phone !== null && !/^199\d{8}$/.test(phone))).toEqual([]);
    expect(rows.filter(({ note }) => note?.startsWith('=HYPERLINK'))).toHaveLength(1);
  });
});

describe('a row', () => {
  it('with all in order becomes a household', async () => {
    const { rows, problems } = await planRows(household({ [at.note]: '养犬' }));
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        rowNumber: 2,
        community: '柳荫社区',
        grid: null,
        compound: '建设新村',
        building: { label: '1栋', sort: 1 },
        stairwell: { label: '1单元', sort: 1 },
        floor: 1,
        room: '101',
        roomSort: 101,
        resident: { name: '黄娜', phone: '19900000000' },
        occupancy: 'occupied',
        note: '养犬',
      },
    ]);
  });

  it('without community, building or room is rejected, each named', async () => {
    const planned = await planRows(
      household({ [at.community]: null }),
      household({ [at.building]: ' ' }),
      household({ [at.room]: '/' }),
      household({ [at.community]: null, [at.building]: null, [at.room]: null }),
    );
    expect(brief(planned)).toEqual([
      [2, 'A', 'rejected', 'communityMissing'],
      [3, 'C', 'rejected', 'buildingMissing'],
      [4, 'F', 'rejected', 'roomMissing'],
      [5, 'C', 'rejected', 'buildingMissing'],
      [5, 'F', 'rejected', 'roomMissing'],
      [5, 'A', 'rejected', 'communityMissing'],
    ]);
    expect(planned.counts).toMatchObject({ rows: 4, taken: 0, rejected: 4 });
  });

  it('with a bad phone keeps the household and drops the phone', async () => {
    const planned = await planRows(household({ [at.phone]: 1990000 }));
    expect(brief(planned)).toEqual([[2, 'H', 'warning', 'phoneInvalid']]);
    expect(planned.rows[0]?.resident).toEqual({ name: '黄娜', phone: null });
    expect(JSON.stringify(planned.problems)).not.toContain('1990000');
  });

  it('with two phones keeps the first, with one but no name keeps none', async () => {
    const planned = await planRows(
      household({ [at.phone]: '19900000000/19900000001' }),
      household({ [at.room]: '102', [at.name]: '—' }),
    );
    expect(brief(planned)).toEqual([
      [2, 'H', 'warning', 'phoneSeveral'],
      [3, 'H', 'warning', 'phoneWithoutName'],
    ]);
    expect(planned.rows.map(({ resident }) => resident)).toEqual([
      { name: '黄娜', phone: '19900000000' },
      null,
    ]);
  });

  it('of a door that an earlier row names, in whatever spelling, is rejected and names that row', async () => {
    const planned = await planRows(
      household(),
      household({ [at.room]: '102' }),
      household({ [at.building]: '１号楼', [at.stairwell]: '一单元', [at.room]: '一零一室' }),
    );
    expect(planned.problems).toMatchObject([
      { row: 4, severity: 'rejected', code: 'duplicateDoor', details: { firstRow: 2 } },
    ]);
    expect(planned.counts).toMatchObject({ taken: 2, rejected: 1 });
  });

  it('that is rejected itself does not take the door from a later one', async () => {
    const date = new Date('2026-03-02T00:00:00Z');
    const planned = await planRows(household({ [at.building]: date }), household());
    expect(brief(planned)).toEqual([[2, 'C', 'rejected', 'dateInCell']]);
    expect(planned.rows.map(({ rowNumber }) => rowNumber)).toEqual([3]);
  });

  it('with an occupancy nobody knows waits until the word is answered', async () => {
    const rows = [
      household({ [at.occupancy]: '空挂' }),
      household({ [at.room]: '102', [at.occupancy]: ' 空 挂 ' }),
    ];
    const waiting = await planRows(...rows);
    expect(waiting.questions).toEqual([{ word: '空挂', rows: 2 }]);
    expect(waiting.counts).toMatchObject({ taken: 0, rejected: 0, waiting: 2 });
    const answered = await plan(workbook(sheet([header, ...rows])), { occupancies: { 空挂: 'absent' } });
    expect(answered.rows.map(({ occupancy }) => occupancy)).toEqual(['absent', 'absent']);
    expect(answered.questions).toEqual([]);
  });

  it('that leaves floor, stairwell or occupancy out is told what it was given', async () => {
    const planned = await planRows(
      household({ [at.floor]: null, [at.room]: '1203' }),
      household({ [at.floor]: '阁楼', [at.room]: '601' }),
      household({ [at.floor]: null, [at.room]: '8' }),
      household({ [at.stairwell]: null, [at.room]: '102', [at.occupancy]: null }),
    );
    expect(planned.rows.map(({ floor }) => floor)).toEqual([12, 6, 1, 1]);
    expect(brief(planned)).toEqual([
      [3, 'E', 'warning', 'floorUnreadable'],
      [4, 'E', 'warning', 'floorAssumed'],
      [5, 'D', 'warning', 'stairwellAssumed'],
      [5, 'I', 'warning', 'occupancyAssumed'],
    ]);
    expect(planned.counts).toMatchObject({ taken: 4, warned: 3 });
  });

  it('in a basement has a negative floor', async () => {
    const planned = await planRows(
      household({ [at.floor]: '负一层', [at.room]: '01' }),
      household({ [at.floor]: null, [at.room]: 'B102' }),
    );
    expect(planned.rows.map(({ floor }) => floor)).toEqual([-1, -1]);
  });

  it('whose room is a side of the landing is told apart by its floor', async () => {
    const planned = await planRows(
      household({ [at.floor]: 1, [at.room]: '东户' }),
      household({ [at.floor]: 2, [at.room]: '东户' }),
    );
    expect(planned.rows.map(({ room }) => room)).toEqual(['1层东户', '2层东户']);
  });

  it('with the whole door in one cell is taken apart, unless it contradicts the other cells', async () => {
    const planned = await planRows(
      household({ [at.building]: null, [at.stairwell]: null, [at.room]: '3-2-501', [at.floor]: 5 }),
      household({ [at.building]: '3号楼2单元', [at.stairwell]: null, [at.room]: '502', [at.floor]: 5 }),
      household({ [at.building]: '3栋', [at.room]: '4号楼1单元503' }),
    );
    expect(
      planned.rows.map(({ building, stairwell, room }) => [building.label, stairwell.label, room]),
    ).toEqual([
      ['3栋', '2单元', '501'],
      ['3栋', '2单元', '502'],
    ]);
    expect(brief(planned)).toEqual([[4, 'F', 'rejected', 'doorContradiction']]);
  });

  it('with #N/A or endless text loses that value, and is rejected where the door depends on it', async () => {
    const planned = await planRows(
      household({ [at.name]: '#N/A', [at.phone]: null, [at.note]: '长'.repeat(501) }),
      household({ [at.room]: '#REF!' }),
      household({ [at.compound]: '长'.repeat(51), [at.room]: '103' }),
    );
    expect(brief(planned)).toEqual([
      [2, 'G', 'warning', 'errorInCell'],
      [2, 'J', 'warning', 'textTooLong'],
      [3, 'F', 'rejected', 'errorInCell'],
      [4, 'B', 'rejected', 'textTooLong'],
    ]);
    expect(planned.rows).toMatchObject([{ resident: null, note: null }]);
  });

  it('with <script> in every text field is taken as the text it is', async () => {
    const script = '<script>alert(1)</script>';
    const { rows } = await planRows(
      household({ [at.community]: script, [at.compound]: script, [at.name]: script, [at.note]: script }),
    );
    expect(rows).toMatchObject([
      { community: script, compound: script, resident: { name: script }, note: script },
    ]);
  });

  it('that names several bad things is counted once', async () => {
    const planned = await planRows(household({ [at.phone]: 'x', [at.stairwell]: null }));
    expect(planned.counts).toEqual({ rows: 1, taken: 1, rejected: 0, waiting: 0, warned: 1, skipped: 0 });
  });
});

describe('a table', () => {
  it('may leave the community to the person importing', async () => {
    const rows = [header.slice(1), household().slice(1)];
    const named = await plan(workbook(sheet(rows)), { community: ' 南桥 社区 ' });
    expect(named.rows[0]?.community).toBe('南桥社区');
    const unnamed = await planRoster(workbook(sheet(rows)));
    expect(unnamed).toMatchObject({
      ok: false,
      failure: { code: 'columnsMissing', details: { fields: ['community'] } },
    });
  });

  it('without columns for compound, stairwell and occupancy says once what all rows were given', async () => {
    const planned = await plan(workbook(sheet([['社区', '楼栋', '房号'], ['柳荫社区', '1栋', '101']]))); // prettier-ignore
    expect(planned.problems).toMatchObject([
      { row: null, code: 'columnMissing', details: { field: 'compound' } },
      { row: null, code: 'columnMissing', details: { field: 'stairwell' } },
      { row: null, code: 'columnMissing', details: { field: 'occupancy' } },
    ]);
    expect(planned.rows).toMatchObject([
      { compound: '柳荫社区', stairwell: { label: '1单元' }, occupancy: 'occupied', floor: 1 },
    ]);
  });

  it('with formulas where it is read is refused and names the cells; elsewhere they do not matter', async () => {
    const rows = [
      [...header, '序号'],
      [...household(), 1],
    ];
    const used = await planRoster(workbook(sheet(rows, { formulas: [{ row: 1, column: at.phone }] })));
    expect(used).toMatchObject({
      ok: false,
      failure: { code: 'formulaCell', details: { sheet: '台账', cells: ['H2'], count: 1 } },
    });
    const unused = await plan(workbook(sheet(rows, { formulas: [{ row: 1, column: at.note + 1 }] })));
    expect(unused.counts.taken).toBe(1);
  });

  it('never lets ID numbers and birth dates out, whether the header or the content says what they are', async () => {
    const id = '110101199003071234';
    const csv = [
      [...header, '身份证号码', '出生年月', '证件'].join(','),
      ...['101', '102', '103'].map((room, index) =>
        [
          ...household({ [at.room]: room, [at.note]: index === 0 ? `证${id}` : '' }),
          '130602800101123',
          '1990-03',
          id,
        ].join(','),
      ),
    ].join('\n');
    const read = await readSpreadsheet(new TextEncoder().encode(csv), { fileName: '台账.csv' });
    if (!read.ok) throw new Error(read.failure.code);
    const planned = await plan(read.value);
    expect(JSON.stringify(planned)).not.toMatch(/19900307|130602|1990-03/);
    expect(planned.problems).toMatchObject([
      { row: null, column: 'K', severity: 'warning', code: 'privateColumn', details: { kind: 'idNumber' } },
      { row: null, column: 'L', severity: 'warning', code: 'privateColumn', details: { kind: 'birthDate' } },
      { row: null, column: 'M', severity: 'warning', code: 'privateColumn', details: { kind: 'idNumber' } },
      { row: 2, column: 'J', severity: 'warning', code: 'idNumberRemoved' },
    ]);
    const chosen = await planRoster(read.value, { columns: { note: 10 } });
    expect(chosen).toMatchObject({ ok: false, failure: { code: 'mappingInvalid' } });
  });

  it('skips blank rows, repeated headers and totals', async () => {
    const numbered = [...Array<Cell>(10).fill(null), 3];
    const total = ['合计', ...Array<Cell>(9).fill(null)];
    const { counts } = await planRows(
      household(),
      [null],
      numbered,
      header,
      household({ [at.room]: '102' }),
      total,
    );
    expect(counts).toEqual({ rows: 2, taken: 2, rejected: 0, waiting: 0, warned: 0, skipped: 2 });
  });

  it('whose cells are written once and left blank below is filled down when that is chosen', async () => {
    const blank = household({ [at.community]: null, [at.building]: null, [at.room]: '102' });
    const rows = [header, household(), blank];
    expect((await plan(workbook(sheet(rows)))).counts.rejected).toBe(1);
    const filled = await plan(workbook(sheet(rows)), { fillDown: ['community', 'building'] });
    expect(filled.rows.map(({ community, building }) => [community, building.label])).toEqual([
      ['柳荫社区', '1栋'],
      ['柳荫社区', '1栋'],
    ]);
  });

  it('gives the same plan for the same file', async () => {
    expect(await planFixture('messy-community.xlsx')).toEqual(await planFixture('messy-community.xlsx'));
  });
});
