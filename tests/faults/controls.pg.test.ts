/** With a protection taken away the simulator finds it, and says what broke; so its green counts for something. */
import { describe, expect, test } from 'vitest';
import type { Sql } from '@huhudao/db';
import type { Deps } from '../../apps/api/src/http/deps.ts';
import { playCampaign, seedsFrom, type Campaign } from './simulator/campaign.ts';
import type { Spoil } from './simulator/tablet/app.ts';
import { describeFailure } from './simulator/report.ts';
import * as sabotage from './simulator/sabotage.queries.ts';

/** What the simulator finds first; nothing within so many seeds where it is blind. */
async function firstFinding(controls: NonNullable<Campaign['controls']>): Promise<string[]> {
  const { failures } = await playCampaign({
    seeds: seedsFrom(1, 40),
    districts: 1,
    controls,
    untilFirst: true,
  });
  const [first] = failures;
  if (first !== undefined) console.log(describeFailure(first));
  return first === undefined ? [] : [...first.found];
}

describe('goes red', () => {
  test('where writes are called saved before they are on the disk (durability: relaxed)', async () => {
    const found = await firstFinding({ durability: 'relaxed' });
    expect(found.join('\n')).toMatch(/^lost: .* called saved/m);
  });

  test('where the unique constraint behind an id is gone, so that a retry has two effects', async () => {
    const found = await firstFinding({ database: ({ api }) => sabotage.dropUniqueness(api.sql) });
    expect(found.join('\n')).toMatch(/^duplicate: a recordVisit is at the office 2 times/m);
  });

  test('where it is gone for issues', async () => {
    const database = ({ api }: { api: { sql: Sql } }) => sabotage.dropUniquenessOfIssues(api.sql);
    const found = await firstFinding({ database });
    expect(found.join('\n')).toMatch(/^duplicate: a reportIssue is at the office 2 times/m);
  });

  test('where a tablet drops a photo before the office has confirmed it', async () => {
    const found = await firstFinding({ spoil: dropPhotosUnderWay });
    expect(found.join('\n')).toMatch(/^lost: a photo that was called saved is not on its tablet/m);
  });

  test('where two teams at one door are told of each other only by the answers to their pushes', async () => {
    const found = await firstFinding({ spoil: hearNothingOfOthers });
    expect(found.join('\n')).toMatch(/^untold: the (first|second) of two teams was not told of the other/m);
  });

  test('where the server answers before it commits, and the transaction is rolled back', async () => {
    const found = await firstFinding({ deps: answerBeforeCommit });
    expect(found.join('\n')).toMatch(/^lost: an? .+ that was (confirmed|handed over) is not/m);
  });

  test.each([
    ['a visit', sabotage.deleteOneVisit, /^lost: a recordVisit that was confirmed is not at the office/m],
    ['an anonymous response', sabotage.deleteOneAnonymous, /^lost: an anonymous response/m],
    ['an issue', sabotage.deleteOneIssue, /^lost: a reportIssue that was confirmed is not at the office/m],
    ['photos', sabotage.forgetPhotos, /^lost: a photo that was confirmed is not at the office/m],
    [
      'what a tablet that is out of use handed over in boxes',
      sabotage.forgetBoxesOnHold,
      /^lost: an anonymous response that was called saved/m,
    ],
    ['what was refused', sabotage.forgetRefusals, /^discarded: .* and not in quarantine/m],
  ])('where somebody deletes %s by hand', async (_what, damage, said) => {
    const tamper = async ({ api }: { api: { sql: Sql } }, streetId: string) =>
      void (await damage(api.sql, streetId));
    expect((await firstFinding({ tamper })).join('\n')).toMatch(said);
  });

  test.each([
    [
      'an anonymous response that is there twice',
      sabotage.doubleOneAnonymous,
      /^duplicate: an anonymous response/m,
    ],
    ['a photo that is not what was sent', sabotage.spoilPhotos, /^altered: a photo at the office/m],
    [
      'a parallel visit without its flag',
      sabotage.takeFlagsOff,
      /^miscounted: a visit is not flagged as parallel/m,
    ],
    ['a rate that counts one too many', sabotage.countOneMore, /^miscounted: the rollup/m],
    ['a door with an attempt too many', sabotage.moveStandings, /^miscounted: a door stands at/m],
    [
      'a change that tablets are not told',
      sabotage.changeUnstamped,
      /^stale: a tablet shows other households/m,
    ],
  ])('over %s', async (_what, damage, said) => {
    const tamper = async ({ api }: { api: { sql: Sql } }, streetId: string) =>
      void (await damage(api.sql, streetId));
    expect((await firstFinding({ tamper })).join('\n')).toMatch(said);
  });
});

/** As soon as the office has a part of a photo, the tablet thinks that it has all of it. */
const dropPhotosUnderWay: Spoil = (storage, { photos, photoBytes }) => ({
  ...storage,
  settle: async (settlement) => {
    const restored = await storage.settle(settlement);
    const ids = (settlement.photos ?? []).flatMap(({ id, event }) => (event === 'progressed' ? [id] : []));
    await photos.bulkDelete(ids);
    await photoBytes.bulkDelete(ids);
    return restored;
  },
});

/** Whatever a pull says of a visit that was met, its record stays as the push was answered. */
const hearNothingOfOthers: Spoil = (storage) => ({
  ...storage,
  settle: (settlement) => storage.settle({ ...settlement, met: [] }),
});

/** Of every fourth transaction the result is told, and then it is rolled back. */
function answerBeforeCommit(deps: Deps): Deps {
  let transactions = 0;
  const { sql } = deps;
  const begin: Sql['begin'] = async (work: unknown) => {
    if (typeof work !== 'function') throw new Error('Only transactions without options are expected');
    transactions += 1;
    if (transactions % 4 !== 0) return sql.begin((tx) => work(tx));
    let result: unknown;
    const undone = new Error('rolled back');
    await sql
      .begin(async (tx) => {
        result = await work(tx);
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    return result;
  };
  const early = new Proxy(sql, {
    get: (target, name, receiver) => (name === 'begin' ? begin : Reflect.get(target, name, receiver)),
  });
  return { ...deps, sql: early };
}
