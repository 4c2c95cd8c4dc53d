import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type Outcome } from '@huhudao/domain';
import { closeRound, readCoverage, readOutcomes, readPace } from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './monitor.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let office: TestPerson;
let params: { areaId: string; roundId: string };

const codes: Outcome[] = [
  ...['completed', 'completed', 'partial', 'refused', 'notHome', 'vacant', 'noAccess', 'unable'],
] as Outcome[];

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  office = street.people.office;
  params = { areaId: street.streetId, roundId: street.roundId };
  const records = new Records(api, street);
  const li = await api.tablet(street.people.li);
  const visits = codes.map((outcome, index) =>
    records.visit(must(street.doors.liuyin[index], 'a door'), { outcome }),
  );
  await records.push(li, ...visits);
  await records.push(
    await api.tablet(street.people.sun),
    records.visit(must(street.doors.nanqiao[0], 'a door')),
  );
});
afterAll(() => api.stop());

describe('outcome rates of a round as it stands', () => {
  it('equal a recount by SQL, with the doors they are shares of', async () => {
    const { rows, fewest } = await office.call(readOutcomes, { params });
    const [all] = rows;
    const [recount] = await facts.recountRates(api.sql, street.streetId, street.roundId);
    expect(all?.counts).toEqual({ I: 3, P: 1, R: 1, NC: 1, O: 1, UH: 40, UO: 0, NE: 1 });
    const shown = new Map(all?.rates.map((rate) => [rate.name, rate]));
    for (const name of ['RR1', 'RR2', 'RR3', 'REF1', 'CON1', 'CON2'] as const)
      expect(shown.get(name)?.value, name).toBeCloseTo(must(recount, 'the recount')[name], 12);
    expect(shown.get('RR1')).toMatchObject({ base: 47, state: 'shown' });
    expect(fewest).toBe(30);
  });

  it('are counts only where a rate would rest on fewer than thirty doors', async () => {
    const { rows } = await office.call(readOutcomes, { params });
    const liuyin = must(
      rows.find((row) => row.areaId === street.communities.liuyin),
      'a community',
    );
    expect(liuyin.counts).toMatchObject({ I: 2, NE: 1 });
    expect(liuyin.rates.every(({ value, state }) => value === null && state === 'tooFew')).toBe(true);
    const all = must(rows[0], 'all communities').rates;
    expect(all.find(({ name }) => name === 'COOP1')).toMatchObject({ value: null, base: 6, state: 'tooFew' });
    const none = must(
      rows.find((row) => row.areaId === street.communities.nanqiao),
      'a community',
    ).rates;
    expect(none.find(({ name }) => name === 'COOP3')).toMatchObject({ base: 1, state: 'tooFew' });
  });

  it('are of the doors of coverage, and of one’s own communities only', async () => {
    const sun = await api.person('zhou', ['communityOffice', street.communities.nanqiao]);
    const own = { ...params, areaId: street.communities.nanqiao };
    const { rows } = await sun.call(readOutcomes, { params: own });
    expect(rows.map((row) => row.areaId)).toEqual([null, street.communities.nanqiao]);
    const coverage = await sun.call(readCoverage, { params: own });
    const { NE, ...others } = must(rows[0], 'the rates').counts;
    expect(NE).toBe(0);
    expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBe(coverage.rows[0]?.eligible);
    await expect(sun.call(readOutcomes, { params })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('the pace of a round', () => {
  it('counts each settled door on the day of its last visit, as a recount by SQL does', async () => {
    const pace = await office.call(readPace, { params });
    const recount = await facts.recountSettled(api.sql, street.streetId, street.roundId);
    expect(pace.days.filter(({ count }) => count > 0).map(({ day, count }) => ({ day, count }))).toEqual(
      recount,
    );
    expect(pace).toMatchObject({ eligible: 47, settled: pace.days.at(-1)?.total });
    expect(pace.days[0]?.day).toBe(pace.startsOn);
    expect(pace.neededPerDay).toBeCloseTo((47 - pace.settled) / pace.daysLeft, 12);
  });

  it('is forecast from whole weeks, and says until then how long it takes', async () => {
    const { forecast, ahead } = await office.call(readPace, { params });
    expect(forecast).toMatchObject({ state: 'forecast', days: 7, verdict: 'behind' });
    if (forecast.state === 'forecast') expect(ahead.at(-1)).toMatchObject(forecast.atDeadline);
    await facts.startOn(api.sql, street.streetId, street.roundId, '2026-11-05');
    const early = await office.call(readPace, { params });
    expect(early.forecast).toEqual({ state: 'tooEarly', daysSoFar: 5, daysNeeded: 7 });
    expect(early.ahead).toEqual([]);
    await facts.startOn(api.sql, street.streetId, street.roundId, '2026-11-01');
  });

  it('of a closed round is over', async () => {
    const roundId = await street.openRound('另一轮');
    const district = await api.person('quban', ['districtOffice', street.districtId]);
    const closed = { ...params, roundId };
    await district.call(closeRound, { params: closed });
    expect(await office.call(readPace, { params: closed })).toMatchObject({
      forecast: { state: 'over' },
      daysLeft: 0,
      neededPerDay: null,
    });
  });

  it('of an assessor’s round is found by nobody, nor are its outcome rates', async () => {
    const assessor = await api.person('qian', ['assessor', street.streetId]);
    const roundId = await street.openRound('第三方测评');
    await facts.giveToAssessor(api.sql, street.streetId, roundId, assessor.id);
    for (const endpoint of [readPace, readOutcomes] as const)
      await expect(office.call(endpoint, { params: { ...params, roundId } })).rejects.toMatchObject({
        code: 'notFound',
      });
  });
});
