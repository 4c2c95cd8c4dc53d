import { describe, expect, it } from 'vitest';
import { closeRound, readRates, readTrend, type RateCell } from '@huhudao/protocol';
import { classifyCell, defaultDisclosureRules } from '@huhudao/statistics';
import { must, type Indicator } from '@huhudao/domain';
import { attackPages, type Finding, type SeenPage } from './attack.testing.ts';
import { cellOf } from './measured-cell.ts';
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

async function answerAll(rated: RatedStreet, steps: readonly Step[]): Promise<void> {
  // Two residents alone cannot send anonymously: their answers come with those of others.
  for (const { community, count, answers } of steps) {
    if (count >= 5) await rated.answer(community, count, answers);
    else await rated.answerMixed(community, count, answers, 5 - count);
  }
}

/** Everything every reader can get at this moment, over both endpoints. */
async function look(rated: RatedStreet): Promise<RateCell[]> {
  const { readers, street } = rated;
  const seen = await Promise.all(
    (
      [
        [readers.district, street.districtId],
        [readers.street, street.streetId],
        [readers.liuyin, street.communities.liuyin],
        [readers.nanqiao, street.communities.nanqiao],
      ] as const
    ).map(async ([reader, areaId]) => {
      const rates = await reader.call(readRates, { params: { areaId } });
      const trend = await reader.call(readTrend, { params: { areaId } });
      return [...rates.cells, ...trend.flatMap((point) => point.cells)];
    }),
  );
  return seen.flat();
}

function findings(rated: RatedStreet, looks: readonly RateCell[][], indicator: Indicator): Finding[] {
  const { streetId, communities } = rated.street;
  const frameOf = (areaId: string) => (areaId === communities.liuyin ? frames.liuyin : frames.nanqiao);
  const pages = looks.map((cells): SeenPage => {
    const own = cells.filter((cell) => cell.indicator === indicator);
    const distinct = new Map(own.map((cell) => [`${cell.areaId} ${cell.release}`, cell]));
    return [...distinct.values()].map((cell) => ({ ...cell, n: must(cell.n, 'n') }));
  });
  return attackPages(pages, {
    streetId,
    rules: defaultDisclosureRules,
    weights: (areaId, n) => frameOf(areaId) / n,
    cellOf: (areaId, n, favourable) =>
      areaId === streetId
        ? { n, favourable }
        : cellOf({ n, favourable, respondents: n, frameSize: frameOf(areaId) }, true),
  });
}

/** Each release of each cell, as it was seen by all roles and at all times. */
function groupCells(looks: readonly RateCell[][]): Map<string, string[]> {
  const grouped = Map.groupBy(looks.flat(), (cell) => `${cell.areaId} ${cell.indicator} ${cell.release}`);
  return new Map([...grouped].map(([key, cells]) => [key, cells.map((cell) => JSON.stringify(cell))]));
}

const looked: readonly Indicator[] = ['awareness', 'support', 'satisfaction', 'participation'];

describe('an attacker who asks as every role, before and after every release', () => {
  it('recovers no hidden count', async () => {
    const rated = await startRatedStreet();
    const looks: RateCell[][] = [];
    for (const steps of planted) {
      await answerAll(rated, steps);
      await rated.release();
      looks.push(await look(rated));
    }
    const params = { areaId: rated.street.streetId, roundId: rated.street.roundId };
    await rated.readers.district.call(closeRound, { params });
    looks.push(await look(rated));
    const found = looked.flatMap((indicator) => findings(rated, looks, indicator));
    await rated.api.stop();
    expect(found.length).toBeGreaterThan(10);
    for (const same of groupCells(looks).values()) expect(new Set(same).size).toBe(1);
    for (const { left, open } of found) expect(left).toBeGreaterThanOrEqual(Math.min(5, open));
  });

  it('recovers some where the protection is off', async () => {
    const rated = await startRatedStreet();
    const { api, street, versions } = rated;
    const looks: RateCell[][] = [];
    for (const [index, steps] of planted.entries()) {
      await answerAll(rated, steps);
      const [round] = await listReleasable(api.sql, street.streetId, street.roundId);
      const rows = await dueReleases({
        db: api.sql,
        streetId: street.streetId,
        round: must(round, 'the round'),
        versions,
        closing: index === planted.length - 1,
        at: api.clock.now.toISOString(),
        protection: unprotected,
      });
      await api.sql.begin((tx) => insertReleases(tx, street.streetId, street.roundId, rows));
      looks.push(await look(rated));
    }
    const found = looked.flatMap((indicator) => findings(rated, looks, indicator));
    await rated.api.stop();
    expect(found.filter(({ left, open }) => left === 1 && open > 1).length).toBeGreaterThan(0);
  });
});
