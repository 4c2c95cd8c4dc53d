import { describe, expect, it } from 'vitest';
import { closeRound } from '@huhudao/protocol';
import { classifyCell, defaultDisclosureRules } from '@huhudao/statistics';
import { must } from '@huhudao/domain';
import type { Protection } from './protect-communities.ts';
import { startRatedStreet, type RatedStreet } from './rated-street.testing.ts';
import { attackRandom } from './random-attack.testing.ts';
import {
  answerAll,
  findings,
  groupCells,
  look,
  toldAnew,
  type Look,
  type Purpose,
  type Step,
} from './rates-attack.testing.ts';
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

async function roundOf({ street }: RatedStreet, purpose: Purpose): Promise<string> {
  return purpose === 'measurement' ? street.roundId : street.openRound('普访', 'coverage');
}

describe('an attacker who asks as every role, before and after every release', () => {
  it.each(['measurement', 'coverage'] as const)('recovers no hidden count of a %s round', async (purpose) => {
    const rated = await startRatedStreet();
    const roundId = await roundOf(rated, purpose);
    const looks: Look[] = [];
    for (const steps of planted) {
      await answerAll(rated, steps, roundId);
      await rated.release();
      looks.push(await look(rated, { purpose, roundId }));
    }
    const closer = purpose === 'measurement' ? rated.readers.district : rated.readers.street;
    await closer.call(closeRound, { params: { areaId: rated.street.streetId, roundId } });
    looks.push(await look(rated, { purpose, roundId }));
    const found = findings(rated, looks, purpose);
    await rated.api.stop();
    expect(found.length).toBeGreaterThan(5);
    for (const same of groupCells(looks).values()) expect(same.size).toBe(1);
    expect(toldAnew(looks)).toEqual([]);
    for (const { left, open } of found) expect(left).toBeGreaterThanOrEqual(Math.min(5, open));
  });

  it('recovers none of random rounds either, with a look after every single visit', async () => {
    // The long run attacks 200.
    const { secrets, ...attacked } = await attackRandom(7, 40, startRatedStreet);
    expect(attacked).toEqual({ recovered: [], unequal: 0, told: 0, singles: 0 });
    expect(secrets).toBeGreaterThan(200);
  }, 180_000);

  it('recovers some where the protection is off', async () => {
    const rated = await startRatedStreet();
    const { api, street, versions } = rated;
    const roundId = await roundOf(rated, 'coverage');
    const looks: Look[] = [];
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
      looks.push(await look(rated, { purpose: 'coverage', roundId }));
    }
    const found = findings(rated, looks, 'coverage');
    await rated.api.stop();
    expect(found.filter(({ left, open }) => left === 1 && open > 1).length).toBeGreaterThan(0);
  });
});
