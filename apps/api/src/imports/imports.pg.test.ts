import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { downloadRejected, listAreas, listHouseholds, type ImportView } from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { csv, fixture, ImportingOffice } from './importing-office.testing.ts';
import * as facts from './imports.facts.queries.ts';
import { readSpreadsheet } from '../spreadsheets/reading/read-spreadsheet.ts';

let api: TestApi;
let district: string;

type Snapshot = Awaited<ReturnType<typeof facts.snapshot>>;

beforeAll(async () => {
  api = await startTestApi();
  district = await api.area('district', '云溪区', null);
});
afterAll(() => api.stop());

/** A street of its own, with an office that imports. */
async function newStreet(
  name: string,
): Promise<{ streetId: string; jie: TestPerson; office: ImportingOffice }> {
  const streetId = await api.area('street', name, district);
  const jie = await api.person('jie', ['streetOffice', streetId]);
  return { streetId, jie, office: new ImportingOffice(jie, streetId) };
}

describe('a street’s roster', () => {
  let streetId: string, jie: TestPerson, office: ImportingOffice;
  let small: ImportView, whole: ImportView;
  let empty: Snapshot, before: Snapshot;

  beforeAll(async () => {
    ({ streetId, jie, office } = await newStreet('云溪街道'));
    empty = await facts.snapshot(api.sql, streetId);
    small = await office.take(csv('柳荫社区,1网格,建设新村,1栋,1单元,1,101,黄娜,19900000001,自住,养犬'));
    before = await facts.snapshot(api.sql, streetId);
  });

  it('of 12,000 households is taken over whole, with progress to look at', async () => {
    const one = await office.upload(await fixture('street.csv'), 'street.csv');
    expect(one).toMatchObject({ state: 'preview', problem: null, progress: 12_000, total: 12_000 });
    expect(one.preview).toMatchObject({ rows: 12_000, good: 12_000, rejected: 0, missing: [] });
    expect(one.preview?.communities.filter(({ known }) => known)).toEqual([
      { name: '柳荫社区', known: true, rows: 1700 },
    ]);
    expect(one.preview?.communities).toHaveLength(9);
    expect(one.preview?.newGrids).toHaveLength(30);
    expect(one.preview?.changes).toEqual({ added: 11_999, changed: 1, unchanged: 0 });
    whole = await office.apply(one);
    expect(whole.result).toEqual({ added: 11_999, changed: 1, unchanged: 0, left: 0 });
    expect(office.seen.some(({ state, progress }) => state === 'applying' && progress > 0)).toBe(true);
    const areas = await jie.call(listAreas, {});
    expect(areas.filter((area) => area.kind === 'community')).toHaveLength(9);
    const { items } = await jie.call(listHouseholds, {
      params: { areaId: streetId },
      query: { search: '建设新村1栋1单元101', limit: 1 },
    });
    expect(items).toMatchObject([{ gridName: '第1网格', occupancy: 'rented', note: '养犬', residents: [{ name: '赵霞', phone: '19900000000' }] }]); // prettier-ignore
  });

  it('changes nothing the second time', async () => {
    const stood = await facts.snapshot(api.sql, streetId);
    const stamps = await facts.listStamps(api.sql, streetId);
    const again = await office.upload(await fixture('street.csv'));
    expect(again.preview?.changes).toEqual({ added: 0, changed: 0, unchanged: 12_000 });
    const applied = await office.apply(again);
    expect(applied.result).toEqual({ added: 0, changed: 0, unchanged: 12_000, left: 0 });
    expect(await facts.snapshot(api.sql, streetId)).toEqual(stood);
    expect(await facts.listStamps(api.sql, streetId)).toEqual(stamps);
    expect(await facts.countLog(api.sql, streetId, applied.id)).toEqual([{ count: 0 }]);
  });

  it('is undone row by row, with the communities and grids it brought', async () => {
    expect(await facts.snapshot(api.sql, streetId)).not.toEqual(before);
    expect(await office.undo(whole)).toMatchObject({ state: 'undone' });
    expect(await facts.snapshot(api.sql, streetId)).toEqual(before);
    expect(await facts.countLog(api.sql, streetId, whole.id)).toEqual([{ count: 0 }]);
    await office.undo(small);
    expect(await facts.snapshot(api.sql, streetId)).toEqual(empty);
  });
});

describe('a roster as offices keep it', () => {
  it('has exactly the problems expected, by row and column', async () => {
    const { office } = await newStreet('南桥街道');
    const one = await office.upload(await fixture('messy-community.xlsx'), 'messy-community.xlsx');
    const expected = JSON.parse(new TextDecoder().decode(await fixture('messy-community.expected.json'))) as {
      dataRows: number;
      problems: { row: number; why: string }[];
    };
    expect(one.preview).toMatchObject({
      rows: expected.dataRows,
      good: 597,
      rejected: 4,
      asking: 2,
      warnings: 2,
    });
    const dataRow = (row: number) => row - 4;
    const why: Record<string, (details: Record<string, unknown>) => string> = {
      phoneInvalid: () => 'phone',
      roomMissing: () => 'room missing',
      occupancyUnknown: () => 'unknown occupancy',
      duplicateDoor: ({ firstRow }) => `duplicate of data row ${dataRow(Number(firstRow))}`,
    };
    const found = (await office.problems(one)).map(({ row, code, details }) => ({
      row: dataRow(must(row, 'a row')),
      why: why[code]?.(details) ?? code,
    }));
    const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;
    expect(found.toSorted(byRow)).toEqual(expected.problems.toSorted(byRow));
  });

  it('gives back what was not taken, to be mended and uploaded again', async () => {
    const { streetId, jie, office } = await newStreet('北桥街道');
    const applied = await office.take(await fixture('messy-community.xlsx'), 'messy-community.xlsx');
    expect(applied.result).toEqual({ added: 597, changed: 0, unchanged: 0, left: 6 });
    const file = await jie.call(downloadRejected, office.of(applied));
    expect(file.name).toBe('未导入-messy-community.xlsx');
    const read = await readSpreadsheet(file.bytes, { fileName: file.name });
    if (!read.ok) throw new Error(read.failure.code);
    const [sheet] = read.value.sheets;
    expect(sheet?.rows.slice(1).map(([reason, row]) => [reason, row])).toEqual([
      ['没有写房号，这一行不导入。', 81],
      ['不认识居住情况“未知状态X”，请说明它的意思，这一行先不导入。', 154],
      ['不认识居住情况“未知状态X”，请说明它的意思，这一行先不导入。', 155],
      ['与第 9 行是同一户，只导入那一行。', 604],
      ['与第 10 行是同一户，只导入那一行。', 605],
      ['与第 204 行是同一户，只导入那一行。', 606],
    ]);
    const again = await office.upload(file.bytes, file.name);
    const settled = await office.change(again, { occupancyWords: { 未知状态X: 'vacant' } });
    expect(settled.preview).toMatchObject({ rows: 6, good: 5, rejected: 1, asking: 0 });
    expect((await office.apply(settled)).result).toEqual({ added: 2, changed: 0, unchanged: 3, left: 1 });
    expect((await facts.listDoors(api.sql, streetId)).filter((door) => door.occupancy === 'vacant').length).toBeGreaterThan(1); // prettier-ignore
  });

  it('keeps neither the file nor its first rows once it is applied', async () => {
    const { streetId, office } = await newStreet('东桥街道');
    const one = await office.upload(csv('柳荫社区,,建设新村,1栋,1单元,1,101,黄娜,,自住,'));
    expect(await facts.listStored(api.sql, streetId)).toMatchObject([
      { bytes: expect.any(Number), sample: 1 },
    ]);
    await office.apply(one);
    expect(await facts.listStored(api.sql, streetId)).toMatchObject([
      { state: 'applied', bytes: null, sample: 0 },
    ]);
  });
});

describe('a roster of known doors', () => {
  it('changes what it says differently and leaves what it does not say', async () => {
    const { streetId, office } = await newStreet('西桥街道');
    await office.take(
      csv(
        '柳荫社区,1网格,建设新村,1栋,1单元,1,101,黄娜,19900000001,自住,养犬',
        '柳荫社区,1网格,建设新村,1栋,1单元,1,102,李强,19900000002,出租,',
      ),
    );
    const second = await office.take(
      csv(
        '柳荫社区,二网格,建设新村,1号楼,一单元,,101,黄娜,,空置,',
        '柳荫社区,,建设新村,1幢,1单元,1,102,赵敏,,,新住户',
        '柳荫社区,,建设新村,1幢,1单元,2,201,,,,',
      ),
    );
    expect(second.result).toEqual({ added: 1, changed: 2, unchanged: 0, left: 0 });
    expect(await facts.listDoors(api.sql, streetId)).toMatchObject([
      { room: '101', grid: '第2网格', floor: 1, name: '黄娜', phone: '19900000001', occupancy: 'vacant', note: '养犬' }, // prettier-ignore
      { room: '102', grid: '第2网格', name: '赵敏', initials: 'zm', phone: null, occupancy: 'rented', note: '新住户' }, // prettier-ignore
      { room: '201', floor: 2, position: 1, span: 1, name: null, occupancy: 'occupied' },
    ]);
    await office.undo(second);
    expect(await facts.listDoors(api.sql, streetId)).toMatchObject([
      { room: '101', grid: '第1网格', phone: '19900000001', occupancy: 'occupied', note: '养犬' },
      { room: '102', grid: '第1网格', name: '李强', initials: 'lq', phone: '19900000002', occupancy: 'rented', note: null }, // prettier-ignore
    ]);
  });

  it('leaves only ids and counts in the audit', async () => {
    const { streetId, office } = await newStreet('中桥街道');
    const applied = await office.take(csv('柳荫社区,,建设新村,1栋,1单元,1,101,黄娜,19900000001,自住,养犬'));
    await office.undo(applied);
    const audit = await facts.listAudit(api.sql, streetId);
    expect(audit.map(({ action }) => action)).toEqual(['import.uploaded', 'import.confirmed', 'import.applied', 'import.undone']); // prettier-ignore
    expect(audit[2]?.subject).toEqual({ importId: applied.id, added: 1, changed: 0, unchanged: 0, left: 0 });
    expect(JSON.stringify(audit)).not.toMatch(/黄娜|19900000001|养犬|建设|花名册/);
  });
});
