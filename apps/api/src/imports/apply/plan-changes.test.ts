import fc from 'fast-check';
import { expect, it } from 'vitest';
import { must, occupancies } from '@huhudao/domain';
import type { RosterField } from '@huhudao/protocol';
import type { RosterColumn, RosterProblem } from '../roster/roster.ts';
import { planChanges, type PlacedRow } from './plan-changes.ts';
import { countsOf, type RegisterChanges } from './register-changes.ts';
import type { Register } from './register.ts';

const nothing: Register = {
  compounds: [],
  buildings: [],
  stairwells: [],
  households: [],
  residents: [],
  mark: '',
};

/** The register after changes, as the database would hold it. */
function changed(register: Register, changes: RegisterChanges): Register {
  const replace = <Row extends { id: string }>(
    rows: readonly Row[],
    by: readonly ({ id: string } & object)[],
  ) => {
    const next = new Map(by.map((row) => [row.id, row]));
    return rows.map((row) => ({ ...row, ...next.get(row.id) }));
  };
  return {
    compounds: [...register.compounds, ...changes.compounds],
    buildings: [...replace(register.buildings, changes.changedBuildings), ...changes.buildings],
    stairwells: [...register.stairwells, ...changes.stairwells],
    households: [...replace(register.households, changes.changedHouseholds), ...changes.households],
    residents: [...replace(register.residents, changes.changedResidents), ...changes.residents],
    mark: '',
  };
}

const fields: RosterField[] = ['floor', 'occupancy', 'residentName', 'phone', 'note', 'grid'];
const column = (field: RosterField, index: number): RosterColumn => ({
  index,
  letter: 'A',
  header: field,
  field,
  confidence: 1,
  samples: [],
  private: null,
});

function spoken(given: readonly RosterField[] = fields, problems: RosterProblem[] = []) {
  const table = {
    sheet: '',
    sheets: [],
    headerRow: 1,
    rows: 0,
    columns: given.map(column),
    missing: [],
    preview: [],
  };
  return { table, problems };
}

const anyRow = fc.record({
  community: fc.constant('柳荫社区'),
  communityId: fc.constantFrom('c1', 'c2'),
  grid: fc.constant(null),
  gridId: fc.constantFrom(null, 'g1', 'g2'),
  compound: fc.constantFrom('甲苑', '乙苑'),
  building: fc.constantFrom({ label: '1栋', sort: 1 }, { label: '2栋', sort: 2 }),
  stairwell: fc.constantFrom({ label: '1单元', sort: 1 }, { label: '2单元', sort: 2 }),
  floor: fc.constantFrom(1, 2),
  roomSort: fc.constantFrom(101, 102, 201),
  occupancy: fc.constantFrom(...occupancies),
  note: fc.constantFrom(null, '养犬', '独居'),
  resident: fc.option(
    fc.record({
      name: fc.constantFrom('黄娜', '李强'),
      phone: fc.constantFrom(null, '19900000000', '19900000001'),
    }),
  ),
});

/** Rows of different doors, as a plan gives them. */
const anyRoster = fc.array(anyRow, { maxLength: 20 }).map((rows) => {
  const doors = new Map<string, PlacedRow>();
  rows.forEach((row, index) => {
    const key = JSON.stringify([
      row.communityId,
      row.compound,
      row.building.label,
      row.stairwell.label,
      row.roomSort,
    ]);
    doors.set(key, { ...row, room: String(row.roomSort), rowNumber: index + 2 });
  });
  return [...doors.values()];
});

const row = (changes: Partial<PlacedRow> = {}): PlacedRow => ({
  rowNumber: 2,
  community: '柳荫社区',
  communityId: 'c1',
  grid: null,
  gridId: null,
  compound: '建设新村',
  building: { label: '1栋', sort: 1 },
  stairwell: { label: '1单元', sort: 1 },
  floor: 1,
  room: '101',
  roomSort: 101,
  resident: { name: '黄娜', phone: '19900000000' },
  occupancy: 'rented',
  note: '养犬',
  ...changes,
});

async function registerOf(...rows: PlacedRow[]): Promise<Register> {
  return changed(nothing, await planChanges(nothing, spoken(), rows));
}

it('a roster taken over twice changes nothing the second time, whatever the register held', async () => {
  await fc.assert(
    fc.asyncProperty(anyRoster, anyRoster, async (former, roster) => {
      const register = await registerOf(...former);
      const first = await planChanges(register, spoken(), roster);
      const counts = countsOf(first);
      expect(counts.added + counts.changed + counts.unchanged).toBe(roster.length);
      const second = await planChanges(changed(register, first), spoken(), roster);
      expect(countsOf(second)).toEqual({ added: 0, changed: 0, unchanged: roster.length });
      expect({ ...second, unchanged: 0 }).toEqual({ ...(await planChanges(nothing, spoken(), [])) });
    }),
  );
});

it('what a change replaces is logged field by field, so that it can be put back', async () => {
  await fc.assert(
    fc.asyncProperty(anyRoster, anyRoster, async (former, roster) => {
      const register = await registerOf(...former);
      const changes = await planChanges(register, spoken(), roster);
      const after = changed(register, changes);
      const restored = {
        ...after,
        buildings: putBack(after.buildings, changes.changedBuildings, changes.buildings),
        households: putBack(after.households, changes.changedHouseholds, changes.households),
        residents: putBack(after.residents, changes.changedResidents, changes.residents),
      };
      expect(restored.buildings).toEqual(register.buildings);
      expect(restored.households).toEqual(register.households);
      expect(restored.residents).toEqual(register.residents);
    }),
  );
});

function putBack<Row extends { id: string }>(
  rows: readonly Row[],
  changes: readonly { id: string; before: object }[],
  added: readonly { id: string }[],
): Row[] {
  const before = new Map(changes.map((change) => [change.id, change.before]));
  const gone = new Set(added.map(({ id }) => id));
  const kept = rows.filter(({ id }) => !gone.has(id));
  return kept.map((one) => {
    const former = { ...one, ...before.get(one.id) };
    return Object.fromEntries(Object.entries(former).filter(([name]) => name !== 'before')) as Row;
  });
}

it('a file without a column says nothing about it', async () => {
  const register = await registerOf(row());
  const poor = row({ floor: 3, occupancy: 'occupied', resident: null, note: null });
  expect(countsOf(await planChanges(register, spoken(['note']), [poor]))).toEqual({ added: 0, changed: 0, unchanged: 1 }); // prettier-ignore
});

it('a cell that was only assumed does not replace what is known', async () => {
  const register = await registerOf(row());
  const where = { row: 2, column: 'A', severity: 'warning' } as const;
  const problems: RosterProblem[] = [
    { ...where, field: 'occupancy', code: 'occupancyAssumed', details: { occupancy: 'occupied' } },
    { ...where, field: 'floor', code: 'floorAssumed', details: { floor: 1 } },
  ];
  const assumed = row({ floor: 9, occupancy: 'occupied' });
  expect(countsOf(await planChanges(register, spoken(fields, problems), [assumed]))).toMatchObject({
    unchanged: 1,
  });
});

it('another name takes the place of the first resident, without the former one’s number', async () => {
  const register = await registerOf(row());
  const { changedResidents, residents } = await planChanges(register, spoken(), [
    row({ resident: { name: '李强', phone: null } }),
  ]);
  expect(residents).toEqual([]);
  expect(changedResidents).toMatchObject([
    {
      name: '李强',
      initials: 'lq',
      phone: null,
      before: { name: '黄娜', initials: 'hn', phone: '19900000000' },
    },
  ]);
  expect(changedResidents[0]?.id).toBe(must(register.residents[0], 'the resident').id);
});

it('a building is in the grid its first row names', async () => {
  const { buildings } = await planChanges(nothing, spoken(), [
    row({ gridId: null }),
    row({ room: '102', roomSort: 102, gridId: 'g1' }),
    row({ room: '103', roomSort: 103, gridId: 'g2' }),
  ]);
  expect(buildings).toMatchObject([{ label: '1栋', gridId: 'g1' }]);
});
