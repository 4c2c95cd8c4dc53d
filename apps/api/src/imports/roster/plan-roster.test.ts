import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { handmadeWorkbook } from '../../spreadsheets/reading/handmade-workbook.testing.ts';
import { readSpreadsheet } from '../../spreadsheets/reading/read-spreadsheet.ts';
import type { Cell } from '../../spreadsheets/reading/spreadsheet.ts';
import { at, header, household, planOf, planRows, sheetOf, workbookOf } from './handmade-roster.testing.ts';
import { planRoster } from './plan-roster.ts';
import type { RosterChoices, RosterPlan, RosterRow } from './roster.ts';

const fixtures = new URL('../../../../../tests/fixtures/rosters/', import.meta.url);

async function planFixture(fileName: string, choices: RosterChoices = {}): Promise<RosterPlan> {
  const read = await readSpreadsheet(await readFile(new URL(fileName, fixtures)), { fileName });
  if (!read.ok) throw new Error(read.failure.code);
  return planOf(read.value, choices);
}

describe("the fixture rosters' households", () => {
  it('of a whole street are all taken, in under two seconds of computing, with progress', async () => {
    const bytes = await readFile(new URL('street.csv', fixtures));
    const start = process.threadCpuUsage();
    const read = await readSpreadsheet(bytes, { fileName: 'street.csv' });
    if (!read.ok) throw new Error(read.failure.code);
    const progress: number[] = [];
    const planned = await planRoster(read.value, {}, { onProgress: ({ done }) => progress.push(done) });
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1_000_000).toBeLessThan(2);
    if (!planned.ok) throw new Error(planned.failure.code);
    expect(planned.value.counts).toEqual({
      rows: 12_000,
      taken: 12_000,
      rejected: 0,
      waiting: 0,
      warned: 0,
      skipped: 0,
    });
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
      if (problem.code === 'duplicateDoor')
        return { row, why: `duplicate of data row ${dataRow(problem.details.firstRow)}` };
      return { row, why: problem.code };
    });
    const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;
    expect(why.toSorted(byRow)).toEqual(expected.problems.toSorted(byRow));
    expect(messy.counts).toEqual({
      rows: expected.dataRows,
      taken: 597,
      rejected: 4,
      waiting: 2,
      warned: 2,
      skipped: 0,
    });
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

describe('a table', () => {
  it('may leave the community to the person importing', async () => {
    const rows = [header.slice(1), household().slice(1)];
    const named = await planOf(workbookOf(sheetOf(rows)), { community: ' 南桥 社区 ' });
    expect(named.rows[0]?.community).toBe('南桥社区');
    const unnamed = await planRoster(workbookOf(sheetOf(rows)));
    expect(unnamed).toMatchObject({
      ok: false,
      failure: { code: 'importColumnsMissing', details: { columns: 'community' } },
    });
  });

  it('without columns for compound, stairwell and occupancy says once what all rows were given', async () => {
    const planned = await planOf(
      workbookOf(
        sheetOf([
          ['社区', '楼栋', '房号'],
          ['柳荫社区', '1栋', '101'],
        ]),
      ),
    );
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
    const used = await planRoster(workbookOf(sheetOf(rows, { formulas: [{ row: 1, column: at.phone }] })));
    expect(used).toMatchObject({
      ok: false,
      failure: { code: 'formulaCell', details: { sheet: '台账', cells: 'H2', count: 1 } },
    });
    const unused = await planOf(workbookOf(sheetOf(rows, { formulas: [{ row: 1, column: at.note + 1 }] })));
    expect(unused.counts.taken).toBe(1);
  });

  it('of a workbook whose phones are computed is refused, whatever they are said to come to', async () => {
    const phone = { xml: '<f>B1&amp;"0"</f><v>19900000000</v>', attributes: 't="str"' };
    const rows = [header, [...household().slice(0, at.phone).map(String), phone, '自住']];
    const read = await readSpreadsheet(await handmadeWorkbook([{ name: '台账', rows }]), {
      fileName: '台账.xlsx',
    });
    if (!read.ok) throw new Error(read.failure.code);
    expect(await planRoster(read.value)).toMatchObject({
      ok: false,
      failure: { code: 'formulaCell', details: { sheet: '台账', cells: 'H2', count: 1 } },
    });
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
    const planned = await planOf(read.value);
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
    expect((await planOf(workbookOf(sheetOf(rows)))).counts.rejected).toBe(1);
    const filled = await planOf(workbookOf(sheetOf(rows)), { fillDown: ['community', 'building'] });
    expect(filled.rows.map(({ community, building }) => [community, building.label])).toEqual([
      ['柳荫社区', '1栋'],
      ['柳荫社区', '1栋'],
    ]);
  });

  it('gives the same plan for the same file', async () => {
    expect(await planFixture('messy-community.xlsx')).toEqual(await planFixture('messy-community.xlsx'));
  });
});
