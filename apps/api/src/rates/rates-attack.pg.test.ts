import { describe, expect, it } from 'vitest';
import { closeRound, readRates, readTrend, type RateCell } from '@huhudao/protocol';
import { classifyCell, defaultDisclosureRules } from '@huhudao/statistics';
import { must, type Indicator } from '@huhudao/domain';
import { attackPages, type Finding, type SeenPage } from './attack.testing.ts';
import { cellOf } from './measured-cell.ts';
import { rulesOf } from './plan-releases.ts';
import type { Protection } from './protect-communities.ts';
import { frames, startRatedStreet, type CommunityKey, type RatedStreet } from './rated-street.testing.ts';
import { dueReleases } from './release-round.ts';
import { insertReleases, listReleasable } from './releases.queries.ts';

/** The protection switched off: each cell judged for itself, and earlier releases forgotten. */
const unprotected: Protection = {
  rules: defaultDisclosureRules,
  remembers: false,
  protect: ({ cells, rules }) => {
    const sum = (of: (cell: { n: number; favourable: number }) => number) =>
      cells.reduce((all, cell) => all + of(cell), 0);
    return {
      cells: cells.map((cell) => classifyCell(cell, rules)),
      total: classifyCell({ n: sum((cell) => cell.n), favourable: sum((cell) => cell.favourable) }, rules),
    };
  },
};

type Step = { community: CommunityKey; count: number; answers: Record<string, unknown> };

/** Small minorities, planted so that each sum and each difference would tell them. */
const planted: Step[][] = [
  [
    { community: 'liuyin', count: 33, answers: {} },
    {
      community: 'liuyin',
      count: 2,
      answers: { supportsEffort: 'oppose', overallSatisfaction: 'dissatisfied', takesPart: 'never' },
    },
    { community: 'nanqiao', count: 40, answers: {} },
    { community: 'nanqiao', count: 20, answers: { supportsEffort: 'indifferent', takesPart: 'never' } },
  ],
  [
    { community: 'liuyin', count: 5, answers: { supportsEffort: 'oppose' } },
    { community: 'nanqiao', count: 6, answers: { overallSatisfaction: 'dissatisfied' } },
  ],
  [
    { community: 'liuyin', count: 8, answers: { overallSatisfaction: 'dissatisfied' } },
    { community: 'nanqiao', count: 5, answers: { knowsCampaign: 'heardOf' } },
  ],
  [{ community: 'liuyin', count: 6, answers: { knowsCampaign: 'dontKnow', supportsEffort: 'oppose' } }],
];

type Purpose = 'measurement' | 'coverage';

async function answerAll(rated: RatedStreet, steps: readonly Step[], roundId: string): Promise<void> {
  // Two residents alone cannot send anonymously: their answers come with those of others.
  for (const { community, count, answers } of steps) {
    if (count >= 5) await rated.answer(community, count, answers, roundId);
    else await rated.answerMixed(community, count, answers, 5 - count, roundId);
  }
}

/** Everything every reader can get at this moment, over both endpoints. */
async function look({ readers, street }: RatedStreet, purpose: Purpose): Promise<RateCell[]> {
  const seen = await Promise.all(
    (
      [
        [readers.district, street.districtId],
        [readers.street, street.streetId],
        [readers.liuyin, street.communities.liuyin],
        [readers.nanqiao, street.communities.nanqiao],
      ] as const
    ).map(async ([reader, areaId]) => {
      const asked = { params: { areaId }, query: { purpose } };
      const rates = await reader.call(readRates, asked);
      const trend = await reader.call(readTrend, asked);
      // Whether a line breaks is about two rounds, not part of the cell.
      const inTrend = trend.flatMap((point) => point.cells.map(({ breakBefore: _, ...cell }) => cell));
      return [...rates.cells, ...inTrend];
    }),
  );
  return seen.flat();
}

function findings(
  rated: RatedStreet,
  looks: readonly RateCell[][],
  indicator: Indicator,
  purpose: Purpose,
): Finding[] {
  const { streetId, communities } = rated.street;
  const sampled = purpose === 'measurement';
  const frameOf = (areaId: string) => (areaId === communities.liuyin ? frames.liuyin : frames.nanqiao);
  const pages = looks.map((cells): SeenPage => {
    const own = cells.filter((cell) => cell.indicator === indicator);
    const distinct = new Map(own.map((cell) => [`${cell.areaId} ${cell.release}`, cell]));
    return [...distinct.values()].map((cell) => ({ ...cell, n: must(cell.n, 'n') }));
  });
  return attackPages(pages, {
    streetId,
    rules: rulesOf(defaultDisclosureRules, sampled),
    weights: sampled ? (areaId, n) => frameOf(areaId) / n : undefined,
    cellOf: (areaId, n, favourable) =>
      areaId === streetId
        ? { n, favourable }
        : cellOf({ n, favourable, respondents: n, frameSize: frameOf(areaId) }, sampled),
  });
}

/** Each release of each cell, as it was seen by all roles and at all times. */
function groupCells(looks: readonly RateCell[][]): Map<string, string[]> {
  const grouped = Map.groupBy(looks.flat(), (cell) => `${cell.areaId} ${cell.indicator} ${cell.release}`);
  return new Map([...grouped].map(([key, cells]) => [key, cells.map((cell) => JSON.stringify(cell))]));
}

const looked: readonly Indicator[] = ['awareness', 'support', 'satisfaction', 'participation'];

async function roundOf({ street }: RatedStreet, purpose: Purpose): Promise<string> {
  return purpose === 'measurement' ? street.roundId : street.openRound('普访', 'coverage');
}

describe('an attacker who asks as every role, before and after every release', () => {
  it.each(['measurement', 'coverage'] as const)('recovers no hidden count of a %s round', async (purpose) => {
    const rated = await startRatedStreet();
    const roundId = await roundOf(rated, purpose);
    const looks: RateCell[][] = [];
    for (const steps of planted) {
      await answerAll(rated, steps, roundId);
      await rated.release();
      looks.push(await look(rated, purpose));
    }
    const closer = purpose === 'measurement' ? rated.readers.district : rated.readers.street;
    await closer.call(closeRound, { params: { areaId: rated.street.streetId, roundId } });
    looks.push(await look(rated, purpose));
    const found = looked.flatMap((indicator) => findings(rated, looks, indicator, purpose));
    await rated.api.stop();
    expect(found.length).toBeGreaterThan(5);
    for (const same of groupCells(looks).values()) expect(new Set(same).size).toBe(1);
    for (const { left, open } of found) expect(left).toBeGreaterThanOrEqual(Math.min(5, open));
  });

  it('recovers some where the protection is off', async () => {
    const rated = await startRatedStreet();
    const { api, street, versions } = rated;
    const roundId = await roundOf(rated, 'coverage');
    const looks: RateCell[][] = [];
    for (const [index, steps] of planted.entries()) {
      await answerAll(rated, steps, roundId);
      const [round] = await listReleasable(api.sql, street.streetId, roundId);
      const rows = await dueReleases({
        db: api.sql,
        streetId: street.streetId,
        round: must(round, 'the round'),
        versions,
        closing: index === planted.length - 1,
        at: api.clock.now.toISOString(),
        protection: unprotected,
      });
      await api.sql.begin((tx) => insertReleases(tx, street.streetId, roundId, rows));
      looks.push(await look(rated, 'coverage'));
    }
    const found = looked.flatMap((indicator) => findings(rated, looks, indicator, 'coverage'));
    await rated.api.stop();
    expect(found.filter(({ left, open }) => left === 1 && open > 1).length).toBeGreaterThan(0);
  });
});
