import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  newId,
  raiseRevisit,
  readCoverage,
  readOverview,
  type CoverageRow,
  type QueryOf,
} from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './coverage.facts.queries.ts';

const figures = ['eligible', 'settled', 'attempted', 'reached', 'responded', 'revisits'] as const;

let api: TestApi;
let street: TestStreet;
let office: TestPerson;
let gridId: string;
let recounted: readonly facts.Recounted[];

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  office = street.people.office;
  const { liuyin, nanqiao } = street.doors;
  gridId = await api.area('grid', '柳荫第一网格', street.communities.liuyin);
  await facts.putInGrid(api.sql, street.streetId, must(liuyin[0], 'a door').stairwellId, gridId);
  const records = new Records(api, street);
  const li = await api.tablet(street.people.li);
  const outcomes = [
    'completed',
    'refusedHard',
    'vacant',
    'notHome',
    'visited',
    'notFound',
    'unable',
  ] as const;
  await records.push(
    li,
    ...outcomes.map((outcome, index) => records.visit(must(liuyin[index * 2], 'a door'), { outcome })),
  );
  await records.push(await api.tablet(street.people.sun), records.visit(must(nanqiao[3], 'a door')));
  const body = { householdId: must(liuyin[5], 'a door').id, dueOn: '2026-11-20', topics: ['lift' as const] };
  await office.call(raiseRevisit, { params: { areaId: street.streetId }, body });
  recounted = await facts.recountStairwells(api.sql, street.streetId, street.roundId);
});
afterAll(() => api.stop());

const read = (query: QueryOf<typeof readCoverage>, areaId = street.streetId, person = office) =>
  person.call(readCoverage, { params: { areaId, roundId: street.roundId }, query });

const totals = (rows: readonly Pick<CoverageRow, (typeof figures)[number]>[]) =>
  Object.fromEntries(figures.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]));

describe('coverage from the community down to the stairwell', () => {
  it.each([
    ['community', 'communityId'],
    ['grid', 'gridId'],
    ['building', 'buildingId'],
    ['stairwell', 'stairwellId'],
  ] as const)('by %s equals a recount of the visits', async (by, key) => {
    const { rows } = await read({ by });
    const expected = Map.groupBy(recounted, (row) => row[key] ?? 'none');
    expect(new Map(rows.map((row) => [row.id, totals([row])]))).toEqual(
      new Map([...expected].map(([id, all]) => [id, totals(all)])),
    );
    expect(totals(recounted)).toMatchObject({ eligible: 47, responded: 2, revisits: 1, reached: 5 });
  });

  it('narrows to a grid, to the buildings in none, and to a building, which it names', async () => {
    const inGrid = await read({ by: 'building', gridId });
    const [building] = inGrid.rows;
    expect(inGrid.rows.map((row) => row.name)).toEqual(['柳苑 1栋']);
    const inNone = await read({ by: 'building', gridId: 'none' });
    expect(inNone.rows.map((row) => row.name)).toEqual(['南苑 1栋']);
    const buildingId = must(building, 'a building').id;
    const inside = await read({ by: 'stairwell', buildingId });
    expect(inside.rows.map((row) => row.name)).toEqual(['柳苑 1栋 1单元', '柳苑 1栋 2单元']);
    expect(inside.rows.map((row) => row.stairwell)).toEqual([
      { building: '柳苑 1栋', label: '1单元' },
      { building: '柳苑 1栋', label: '2单元' },
    ]);
    expect(inGrid.rows.map((row) => row.stairwell)).toEqual([null]);
    expect(inside.building).toEqual({
      id: buildingId,
      name: '柳苑 1栋',
      communityId: street.communities.liuyin,
      gridId,
    });
  });

  it('does not find a building outside the place in the path', async () => {
    const { rows } = await read({ by: 'building', gridId });
    const buildingId = must(rows[0], 'a building').id;
    const elsewhere = read({ by: 'stairwell', buildingId }, street.communities.nanqiao);
    await expect(elsewhere).rejects.toMatchObject({ code: 'notFound' });
    await expect(read({ by: 'stairwell', buildingId: newId() })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('tells a building head of their own stairwell on every level, and of no other building', async () => {
    const { head } = street.people;
    const own = must(street.doors.liuyin[0], 'a door').stairwellId;
    await facts.appointSteward(api.sql, street.streetId, head.id, own);
    const { liuyin } = street.communities;
    const mine = recounted.filter((row) => row.stairwellId === own);
    for (const by of ['community', 'grid', 'building', 'stairwell'] as const)
      expect((await read({ by }, liuyin, head)).rows.map((row) => totals([row]))).toEqual([totals(mine)]);
    const other = must(street.doors.nanqiao[0], 'a door').stairwellId;
    await facts.putInGrid(api.sql, street.streetId, other, gridId);
    expect((await read({ by: 'building', gridId }, liuyin, head)).rows).toHaveLength(1);
    const foreign = must(
      recounted.find((row) => row.stairwellId === other),
      'a stairwell',
    ).buildingId;
    await expect(read({ by: 'stairwell', buildingId: foreign }, liuyin, head)).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('of an assessor’s round is found by nobody, on no level', async () => {
    const assessor = await api.person('qian', ['assessor', street.streetId]);
    const roundId = await street.openRound('第三方测评');
    await facts.giveToAssessor(api.sql, street.streetId, roundId, assessor.id);
    for (const by of ['community', 'grid', 'building', 'stairwell'] as const) {
      const params = { areaId: street.streetId, roundId };
      await expect(office.call(readCoverage, { params, query: { by } })).rejects.toMatchObject({
        code: 'notFound',
      });
    }
    const overview = await office.call(readOverview, { params: { areaId: street.streetId } });
    expect(JSON.stringify(overview)).not.toContain('第三方测评');
  });
});
