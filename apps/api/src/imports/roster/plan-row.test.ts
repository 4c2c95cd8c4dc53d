import { describe, expect, it } from 'vitest';
import {
  at,
  brief,
  header,
  household,
  planOf,
  planRows,
  sheetOf,
  workbookOf,
} from './handmade-roster.testing.ts';

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
    const answered = await planOf(workbookOf(sheetOf([header, ...rows])), {
      occupancies: { 空挂: 'absent' },
    });
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
