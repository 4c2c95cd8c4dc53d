import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type Indicator } from '@huhudao/domain';
import { closeRound, readRates, type RateCell } from '@huhudao/protocol';
import { indicatorDefinitions } from '@huhudao/questionnaire';
import { wilson } from '@huhudao/statistics';
import * as facts from './rates.facts.queries.ts';
import { frames, startRatedStreet, type CommunityKey, type RatedStreet } from './rated-street.testing.ts';

let rated: RatedStreet;

beforeAll(async () => {
  rated = await startRatedStreet();
});
afterAll(() => rated.api.stop());

const areaOf = (key: CommunityKey | 'street') =>
  key === 'street' ? rated.street.streetId : rated.street.communities[key];

async function cellsOf(roundId = rated.street.roundId, purpose: 'measurement' | 'coverage' = 'measurement') {
  const { cells, outcomes } = await rated.readers.street.call(readRates, {
    params: { areaId: rated.street.streetId },
    query: { roundId, purpose },
  });
  const cell = (key: CommunityKey | 'street', indicator: Indicator): RateCell | undefined =>
    cells.find((one) => one.areaId === areaOf(key) && one.indicator === indicator);
  return { cells, outcomes, cell };
}

async function recount(indicator: Indicator, roundId = rated.street.roundId) {
  const { api, street, versions } = rated;
  const hash = street.hashes.questionnaire;
  const version = must(await versions.get(api.sql, hash), 'the version');
  const definition = must(
    indicatorDefinitions(version, hash).find((one) => one.indicator === indicator),
    'a definition',
  );
  const { item, favourable, base } = definition;
  const rows = await facts.recountItem(api.sql, street.streetId, roundId, item, favourable, base);
  const of = (key: CommunityKey) =>
    must(
      rows.find((row) => row.communityId === areaOf(key)),
      'a recount',
    );
  return { liuyin: of('liuyin'), nanqiao: of('nanqiao') };
}

describe('a measurement round', () => {
  it('shows nothing before 5 have answered, and says why while there are few', async () => {
    await rated.release();
    expect((await cellsOf()).cells).toEqual([]);
    await rated.answer('liuyin', 5, {});
    expect(await rated.release()).toBe(1);
    expect((await cellsOf()).cell('liuyin', 'support')).toMatchObject({
      kind: 'hidden',
      reason: 'imprecise',
      n: 5,
      value: null,
      release: 1,
    });
  });

  it('releases a cell again after 5 further responses, not after 4', async () => {
    const { records, street, tablets } = rated;
    const doors = street.doors.liuyin.slice(0, 5);
    const push = (from: number, until: number) =>
      records.push(tablets.liuyin, ...doors.slice(from, until).map((door) => records.response(door)));
    await push(0, 4);
    expect(await rated.release()).toBe(0);
    expect((await cellsOf()).cell('liuyin', 'support')).toMatchObject({ n: 5, release: 1 });
    await push(4, 5);
    expect(await rated.release()).toBe(1);
    expect((await cellsOf()).cell('liuyin', 'support')).toMatchObject({ n: 10, release: 2 });
  });

  it('releases shares that equal a recount of the responses, with Wilson intervals', async () => {
    await rated.answer('liuyin', 14, { supportsEffort: 'oppose', overallSatisfaction: 'dissatisfied' });
    await rated.answer('liuyin', 40, { overallSatisfaction: 'verySatisfied' });
    await rated.answer('nanqiao', 50, { overallSatisfaction: 'basicallySatisfied' });
    await rated.answer('nanqiao', 12, {
      supportsEffort: 'indifferent',
      overallSatisfaction: 'notVerySatisfied',
    });
    await rated.answer('nanqiao', 9, { supportsEffort: 'oppose', overallSatisfaction: 'verySatisfied' });
    await rated.release();
    const { cell } = await cellsOf();
    const counted = await recount('support');
    for (const key of ['liuyin', 'nanqiao'] as const) {
      const { favourable, n } = counted[key];
      const { lower, upper } = wilson(favourable, n);
      const shown = must(cell(key, 'support'), 'a cell');
      expect(shown).toMatchObject({ kind: 'shown', n, value: favourable / n, bounds: null });
      expect(shown.interval?.[0]).toBeCloseTo(lower, 9);
      expect(shown.interval?.[1]).toBeCloseTo(upper, 9);
    }
  });

  it('estimates the street from its communities by the size of their frames', async () => {
    const { liuyin, nanqiao } = await recount('support');
    const weighted = (of: (one: facts.Recount) => number) =>
      (frames.liuyin / liuyin.respondents) * of(liuyin) +
      (frames.nanqiao / nanqiao.respondents) * of(nanqiao);
    const share = weighted((one) => one.favourable) / weighted((one) => one.n);
    const cell = must((await cellsOf()).cell('street', 'support'), 'the street');
    expect(cell).toMatchObject({
      kind: 'shown',
      n: liuyin.n + nanqiao.n,
      value: Math.round(share * 1000) / 1000,
    });
    expect(cell.interval?.[0]).toBeLessThan(share);
    expect(cell.interval?.[1]).toBeGreaterThan(share);
  });

  it('prints satisfaction with its companions, or without a value none of them', async () => {
    const { cell } = await cellsOf();
    expect(cell('nanqiao', 'satisfaction')).toMatchObject({
      satisfaction: {
        top: 9 / 71,
        headline: 59 / 71,
        meanScore: (50 * 50 + 12 * 25 + 9 * 100) / 71,
        dontKnow: 0,
      },
    });
    const { liuyin, nanqiao } = await recount('satisfaction');
    const weighted = (inLiuyin: number, inNanqiao: number) =>
      (frames.liuyin / liuyin.respondents) * inLiuyin + (frames.nanqiao / nanqiao.respondents) * inNanqiao;
    expect(cell('street', 'satisfaction')?.satisfaction).toMatchObject({
      top: Math.round((weighted(40, 9) / weighted(liuyin.n, nanqiao.n)) * 1000) / 1000,
      headline: cell('street', 'satisfaction')?.value,
    });
    expect(cell('liuyin', 'awareness')).toMatchObject({ kind: 'banded', value: null, satisfaction: null });
    expect(cell('nanqiao', 'support')?.satisfaction).toBeNull();
  });

  it('prints "heard of it" beside awareness, only where it and its rest are at least 5 and sure enough', async () => {
    const held = { codes: ['heardOf'], share: null };
    await rated.answer('nanqiao', 16, { knowsCampaign: 'heardOf' });
    await rated.release();
    // 16 heard of it, and nobody else does not know: printed, it would tell a 0.
    expect((await cellsOf()).cell('nanqiao', 'awareness')).toMatchObject({ kind: 'shown', beside: held });
    await rated.answer('nanqiao', 12, { knowsCampaign: 'dontKnow' });
    await rated.release();
    const { cell } = await cellsOf();
    const { n, favourable } = (await recount('awareness')).nanqiao;
    expect(n - favourable).toBe(28);
    expect(cell('nanqiao', 'awareness')).toMatchObject({ beside: { codes: ['heardOf'], share: 16 / n } });
    expect(cell('liuyin', 'awareness')).toMatchObject({ kind: 'banded', beside: held });
    expect(cell('street', 'awareness')).toMatchObject({ kind: 'hidden', beside: held });
    expect(cell('nanqiao', 'support')?.beside).toBeNull();
  });

  it('bands a small minority, and then shows no figure of the street while answers still come', async () => {
    const { cell } = await cellsOf();
    expect(cell('liuyin', 'awareness')?.band).toEqual({ direction: 'atLeast', value: 0.9 });
    expect(cell('street', 'awareness')).toMatchObject({ kind: 'hidden', reason: 'secondary', value: null });
  });

  it('freezes outcome rates that equal a recount of the visits', async () => {
    const { records, street, tablets, api } = rated;
    const [one, two, three, four, five] = street.doors.nanqiao;
    await records.push(
      tablets.nanqiao,
      records.visit(must(one, 'a door')),
      records.visit(must(two, 'a door')),
      records.visit(must(three, 'a door'), { outcome: 'refused' }),
      records.visit(must(four, 'a door'), { outcome: 'vacant' }),
      records.visit(must(five, 'a door'), { outcome: 'notHome' }),
    );
    expect((await cellsOf()).outcomes.find((row) => row.areaId === areaOf('nanqiao'))?.counts).toMatchObject({
      I: 0,
    });
    await rated.answer('nanqiao', 5, {});
    await rated.release();
    const { outcomes } = await cellsOf();
    for (const row of await facts.recountDoors(api.sql, street.streetId, street.roundId)) {
      const eligible = row.all - row.ineligible;
      const released = must(
        outcomes.find((outcome) => outcome.areaId === row.communityId),
        'outcomes',
      );
      expect(released.counts['I']).toBe(row.completed);
      expect(released.rates.RR1).toBe(row.completed / eligible);
      expect(released.rates.REF1).toBe(row.refused / eligible);
    }
    const whole = must(
      outcomes.find((row) => row.areaId === areaOf('street')),
      'outcomes of the street',
    );
    expect(whole.counts).toMatchObject({ I: 2, R: 1, NE: 1, NC: 1, UH: 43 });
  });

  it('prints by how many the released responses exceed the doors that answered, area by area', async () => {
    const { outcomes } = await cellsOf();
    const { liuyin, nanqiao } = await recount('support');
    const excess = (key: CommunityKey | 'street') =>
      outcomes.find((row) => row.areaId === areaOf(key))?.excess;
    expect(excess('liuyin')).toBe(liuyin.respondents);
    expect(excess('nanqiao')).toBe(nanqiao.respondents - 2);
    expect(excess('street')).toBe(liuyin.respondents + nanqiao.respondents - 2);
  });

  it('makes its last release when it closes, and leaves a remainder of 1 to 4 out for good', async () => {
    const { records, street, tablets } = rated;
    const { cell: before } = await cellsOf();
    await records.push(
      tablets.nanqiao,
      ...street.doors.nanqiao.slice(5, 8).map((door) => records.response(door)),
    );
    const params = { areaId: street.streetId, roundId: street.roundId };
    await rated.readers.district.call(closeRound, { params });
    const { cell, cells } = await cellsOf();
    expect(cell('nanqiao', 'support')).toEqual(before('nanqiao', 'support'));
    expect(cell('liuyin', 'support')?.release).toBe((before('liuyin', 'support')?.release ?? 0) + 1);
    expect(cell('street', 'awareness')).toMatchObject({ kind: 'hidden', reason: 'secondary' });
    await rated.release();
    expect((await cellsOf()).cells).toEqual(cells);
  });
});

describe('a coverage round', () => {
  it('prints bounds for those not reached and no interval, and judges no precision', async () => {
    const { street, records, tablets, api } = rated;
    const roundId = await street.openRound('十一月普访', 'coverage');
    const doors = street.doors.liuyin.slice(0, 14);
    await records.push(
      tablets.liuyin,
      ...doors.flatMap((door, index) => [
        records.visit(door, { roundId }),
        records.response(door, {
          roundId,
          answers: { ...answersOf(index < 6) },
        }),
      ]),
    );
    await rated.release();
    const { cell, outcomes } = await cellsOf(roundId, 'coverage');
    const [doorsNow] = (await facts.recountDoors(api.sql, street.streetId, roundId)).filter(
      (row) => row.communityId === areaOf('liuyin'),
    );
    const responseRate = 14 / must(doorsNow, 'doors').all;
    const shown = must(cell('liuyin', 'support'), 'a cell');
    expect(shown).toMatchObject({ kind: 'shown', n: 14, value: 8 / 14, interval: null, verdict: null });
    expect(shown.bounds?.[0]).toBeCloseTo((responseRate * 8) / 14, 12);
    expect(shown.bounds?.[1]).toBeCloseTo((responseRate * 8) / 14 + 1 - responseRate, 12);
    expect(cell('street', 'support')).toMatchObject({ kind: 'shown', value: 8 / 14 });
    expect(outcomes.map((row) => row.excess)).toEqual([0, 0]);
  });
});

function answersOf(opposes: boolean) {
  return {
    knowsCampaign: 'know',
    overallSatisfaction: 'satisfied',
    takesPart: 'sometimes',
    supportsEffort: opposes ? 'oppose' : 'support',
    cleanliness: 'satisfied',
    publicFacilities: 'satisfied',
    propertyManagement: 'satisfied',
    reportHandling: 'satisfied',
  };
}
