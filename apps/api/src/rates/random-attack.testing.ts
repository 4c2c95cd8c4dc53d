/** Rounds of one street with random answers, each attacked while it grows and when it has closed. */
import fc from 'fast-check';
import { must } from '@huhudao/domain';
import { closeRound } from '@huhudao/protocol';
import { shortAnswers } from '../testing/records.ts';
import type { Finding } from './attack.testing.ts';
import { frames, type CommunityKey, type RatedStreet } from './rated-street.testing.ts';
import {
  answerAll,
  findings,
  groupCells,
  look,
  singlesIn,
  toldAnew,
  type Look,
  type Purpose,
  type Step,
} from './rates-attack.testing.ts';
import * as facts from './rates.facts.queries.ts';

/** What is new in a round before a look: residents in numbers, and single visits that each have a look after them. */
type Growth = { steps: Step[]; singles: { community: CommunityKey; answers: Record<string, unknown> }[] };
type DataSet = { purpose: Purpose; growths: Growth[] };

const community = fc.constantFrom('liuyin' as const, 'nanqiao' as const);
const odd = fc
  .record(
    {
      supportsEffort: fc.constantFrom('oppose', 'indifferent'),
      overallSatisfaction: fc.constantFrom('dissatisfied', 'notVerySatisfied'),
      takesPart: fc.constant('never'),
      knowsCampaign: fc.constantFrom('heardOf', 'dontKnow'),
    },
    { requiredKeys: [] },
  )
  .map((answers): Record<string, unknown> => answers);
const grown = fc
  .record({ usual: fc.nat({ max: 30 }), few: fc.nat({ max: 3 }), more: fc.nat({ max: 9 }), odd, other: odd })
  .map((one) => [
    { count: one.usual, answers: {} },
    { count: one.few, answers: one.odd },
    { count: one.more, answers: one.other },
  ]);
const growth: fc.Arbitrary<Growth> = fc.record({
  steps: fc
    .record({ liuyin: grown, nanqiao: grown })
    .map((both) =>
      (['liuyin', 'nanqiao'] as const).flatMap((key) =>
        both[key].map((step) => ({ ...step, community: key })),
      ),
    ),
  singles: fc.array(fc.record({ community, answers: odd }), { maxLength: 2 }),
});

/** The same data sets for the same seed. */
function randomDataSets(seed: number, count: number): DataSet[] {
  const growths = fc.array(growth, { minLength: 2, maxLength: 4 });
  const purpose = fc.constantFrom('measurement' as const, 'coverage' as const);
  return fc.sample(fc.record({ purpose, growths }), { seed, numRuns: count });
}

type Attacked = {
  found: Finding[];
  /** Cells that looked different to two readers, or at two times. */
  unequal: string[];
  /** What the methods told of former releases, and the pages of their time had not. */
  told: string[];
  /** Answers of one to four people, told by the difference of two printed counts. */
  singles: number;
};

async function attackDataSet(
  rated: RatedStreet,
  name: string,
  { purpose, growths }: DataSet,
): Promise<Attacked> {
  const { street, api, records, tablets } = rated;
  const roundId = await street.openRound(name, purpose);
  await facts.insertDraws(
    api.sql,
    street.streetId,
    roundId,
    (['liuyin', 'nanqiao'] as const).map((key) => ({
      communityId: street.communities[key],
      frameSize: frames[key],
    })),
  );
  const looks: Look[] = [];
  const releaseAndLook = async (): Promise<void> => {
    await rated.release();
    looks.push(await look(rated, { purpose, roundId }));
  };
  const doors = { liuyin: [...street.doors.liuyin], nanqiao: [...street.doors.nanqiao] };
  for (const { steps, singles } of growths) {
    await answerAll(rated, steps, roundId);
    await releaseAndLook();
    for (const { community: key, answers } of singles) {
      const door = must(doors[key].pop(), 'a door not yet visited');
      const change = { roundId, answers: { ...shortAnswers, ...answers } };
      await records.push(tablets[key], records.response(door, change));
      await releaseAndLook();
    }
  }
  const closer = purpose === 'measurement' ? rated.readers.district : rated.readers.street;
  await closer.call(closeRound, { params: { areaId: street.streetId, roundId } });
  looks.push(await look(rated, { purpose, roundId }));
  return {
    found: findings(rated, looks, purpose),
    unequal: [...groupCells(looks)].filter(([, same]) => same.size > 1).map(([key]) => key),
    told: toldAnew(looks),
    singles: singlesIn(looks),
  };
}

/** Attacks so many data sets, in a new street after every twenty, and adds up what was found. */
export async function attackRandom(
  seed: number,
  count: number,
  start: () => Promise<RatedStreet>,
): Promise<{
  secrets: number;
  recovered: { dataSet: number; finding: Finding }[];
  unequal: number;
  told: number;
  singles: number;
}> {
  const all = {
    secrets: 0,
    recovered: [] as { dataSet: number; finding: Finding }[],
    unequal: 0,
    told: 0,
    singles: 0,
  };
  let rated: RatedStreet | undefined;
  for (const [index, dataSet] of randomDataSets(seed, count).entries()) {
    if (index % 20 === 0) {
      await rated?.api.stop();
      rated = await start();
    }
    const { found, unequal, told, singles } = await attackDataSet(
      must(rated, 'a street'),
      `第${index}组`,
      dataSet,
    );
    all.secrets += found.length;
    all.unequal += unequal.length;
    all.told += told.length;
    all.singles += singles;
    for (const finding of found) {
      if (finding.left < Math.min(5, finding.open)) all.recovered.push({ dataSet: index, finding });
    }
  }
  await rated?.api.stop();
  return all;
}
