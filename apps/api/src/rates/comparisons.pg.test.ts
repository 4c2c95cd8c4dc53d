import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  readCommunityComparison,
  readMethods,
  readRates,
  readRoundComparison,
  type RateCell,
} from '@huhudao/protocol';
import { startRatedStreet, type RatedStreet } from './rated-street.testing.ts';

let rated: RatedStreet;
let laterId: string;

beforeAll(async () => {
  rated = await startRatedStreet();
  await rated.answer('liuyin', 60, {});
  await rated.answer('liuyin', 20, { supportsEffort: 'oppose' });
  await rated.answer('nanqiao', 40, {});
  await rated.answer('nanqiao', 30, { supportsEffort: 'indifferent' });
  rated.api.clock.now = new Date(rated.api.clock.now.getTime() + 60_000);
  laterId = await rated.street.openRound('十二月测评');
  await rated.answer('liuyin', 70, {}, laterId);
  await rated.answer('liuyin', 10, { supportsEffort: 'oppose' }, laterId);
  await rated.answer('nanqiao', 70, {}, laterId);
  await rated.release();
});
afterAll(() => rated.api.stop());

const place = () => ({ params: { areaId: rated.street.streetId } });
const rounds = () => ({ roundId: laterId, formerId: rated.street.roundId });

async function printedIn(roundId: string): Promise<RateCell[]> {
  const { cells } = await rated.readers.street.call(readRates, { ...place(), query: { roundId } });
  return cells.filter((cell) => cell.areaId !== rated.street.streetId && cell.value !== null);
}

describe('a comparison of two rounds', () => {
  it('is the square-and-add of the printed intervals, and says why a hidden figure has no part in it', async () => {
    const asked = { ...place(), query: rounds() };
    const { rows } = await rated.readers.street.call(readRoundComparison, asked);
    const support = rows.filter((row) => row.indicator === 'support');
    const liuyin = must(
      support.find((row) => row.areaId === rated.street.communities.liuyin),
      'the row',
    );
    const now = must(liuyin.now, 'now');
    const former = must(liuyin.former, 'former');
    const [low, high] = must(now.interval, 'an interval');
    const [formerLow, formerHigh] = must(former.interval, 'an interval');
    const [p1, p2] = [must(now.value, 'a value'), must(former.value, 'a value')];
    const difference = must(liuyin.difference, 'the difference');
    expect(difference.value).toBeCloseTo(70 / 80 - 60 / 80, 9);
    expect(difference.lower).toBeCloseTo(p1 - p2 - Math.hypot(p1 - low, formerHigh - p2), 9);
    expect(difference.upper).toBeCloseTo(p1 - p2 + Math.hypot(high - p1, p2 - formerLow), 9);
    const nanqiao = support.find((row) => row.areaId === rated.street.communities.nanqiao);
    expect(nanqiao).toMatchObject({ difference: null, why: 'notShown' });
  });

  it('is refused between a sample and a coverage round', async () => {
    const formerId = await rated.street.openRound('普访', 'coverage');
    await rated.answer('liuyin', 40, {}, formerId);
    await rated.release();
    const asked = { ...place(), query: { roundId: laterId, formerId } };
    const { rows } = await rated.readers.street.call(readRoundComparison, asked);
    const both = rows.filter((row) => row.now !== null && row.former !== null);
    expect(both.length).toBeGreaterThan(0);
    for (const row of both) expect(row).toMatchObject({ difference: null, why: 'purpose' });
  });
});

describe('a comparison of communities', () => {
  it('adds up exactly the printed counts: what is left over for a hidden community is nothing', async () => {
    for (const roundId of [laterId, rated.street.roundId]) {
      const printed = await printedIn(roundId);
      const asked = { ...place(), query: { roundId } };
      const { funnels, screen } = await rated.readers.street.call(readCommunityComparison, asked);
      for (const { indicator, drawn, leftOut } of funnels) {
        const own = printed.filter((cell) => cell.indicator === indicator);
        expect(leftOut.length + own.length).toBe(2);
        expect(drawn === null).toBe(own.length < 2);
        if (drawn === null) continue;
        const sum = (of: (cell: RateCell) => number) => own.reduce((all, cell) => all + of(cell), 0);
        const all = sum((cell) => must(cell.n, 'n'));
        expect(drawn.centre * all).toBeCloseTo(
          sum((cell) => Math.round((cell.value ?? 0) * (cell.n ?? 0))),
          6,
        );
      }
      const named = new Set(printed.map((cell) => `${cell.areaId} ${cell.indicator}`));
      for (const one of screen) expect(named).toContain(`${one.areaId} ${one.indicator}`);
    }
    const { funnels } = await rated.readers.street.call(readCommunityComparison, {
      ...place(),
      query: { roundId: rated.street.roundId },
    });
    expect(funnels.some((one) => one.drawn !== null)).toBe(true);
  });
});

describe('how a rate was made', () => {
  it('shows the released cell itself, its releases, its rules and its definition', async () => {
    const query = { roundId: laterId, indicator: 'support' as const };
    const made = await rated.readers.street.call(readMethods, { ...place(), query });
    const { cells } = await rated.readers.street.call(readRates, { ...place(), query: { roundId: laterId } });
    const cell = cells.find((one) => one.areaId === rated.street.streetId && one.indicator === 'support');
    expect(made.cell).toEqual(cell);
    expect(made.releases[0]).toMatchObject({ release: cell?.release, n: cell?.n });
    expect(made.rules).toMatchObject({ smallestShown: 5, precision: { smallestSample: 30 } });
    expect(made.definitions[0]).toMatchObject({ formula: { favourable: ['support'] } });
    expect(made.strata).toHaveLength(2);
    const own = (areaId: string) => made.strata.find((one) => one.areaId === areaId);
    const { liuyin, nanqiao } = rated.street.communities;
    expect(own(liuyin)).toMatchObject({ value: 70 / 80, respondents: 80 });
    // Held back: neither its share nor who responded beyond its n.
    expect(own(nanqiao)).toMatchObject({ value: null, respondents: null });
  });

  it('tells a community of itself only', async () => {
    const { liuyin } = rated.street.communities;
    const asked = { params: { areaId: liuyin }, query: { indicator: 'support' as const } };
    const { strata } = await rated.readers.liuyin.call(readMethods, asked);
    expect(strata.map((one) => one.areaId)).toEqual([liuyin]);
  });
});
