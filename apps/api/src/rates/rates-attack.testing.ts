/** Somebody who reads every page about rates as every role, at every moment, and keeps it all. */
import { indicators, must, type Indicator } from '@huhudao/domain';
import {
  readCommunityComparison,
  readMethods,
  readRates,
  readRoundComparison,
  readTrend,
  type RateCell,
  type ResponseOf,
} from '@huhudao/protocol';
import { defaultDisclosureRules } from '@huhudao/statistics';
import type { TestPerson } from '../testing/test-api.ts';
import { attackPages, findSingles, type Finding, type SeenPage, type SeenShare } from './attack.testing.ts';
import { cellOf } from './measured-cell.ts';
import { rulesOf } from './plan-releases.ts';
import { frames, type CommunityKey, type RatedStreet } from './rated-street.testing.ts';

export type Purpose = 'measurement' | 'coverage';
export type Step = { community: CommunityKey; count: number; answers: Record<string, unknown> };

type Shares = Partial<Record<Indicator, SeenShare[]>>;
type Told = Pick<RateCell, 'areaId' | 'indicator' | 'release' | 'kind' | 'n'>;
/** What everybody can get at one moment: cells, shares of several communities, and what is told of former releases. */
export type Look = { cells: RateCell[]; former: RateCell[]; beside: Shares[]; told: Told[] };

export async function answerAll(rated: RatedStreet, steps: readonly Step[], roundId: string): Promise<void> {
  // A few residents alone cannot send anonymously: their answers come with those of others.
  for (const { community, count, answers } of steps) {
    if (count >= 5) await rated.answer(community, count, answers, roundId);
    else if (count > 0) await rated.answerMixed(community, count, answers, 5 - count, roundId);
  }
}

type Asked = { purpose: Purpose; roundId: string; formerId?: string | undefined };

/** Everything every reader can get at this moment, over every endpoint about rates. */
export async function look({ readers, street }: RatedStreet, asked: Asked): Promise<Look> {
  const { streetId, districtId, communities } = street;
  const all = await Promise.all([
    lookAs(readers.district, districtId, asked),
    lookAs(readers.district, streetId, asked),
    lookAs(readers.street, streetId, asked),
    lookAs(readers.liuyin, communities.liuyin, asked),
    lookAs(readers.nanqiao, communities.nanqiao, asked),
  ]);
  return {
    cells: all.flatMap((one) => one.cells),
    former: all.flatMap((one) => one.former),
    beside: all.flatMap((one) => one.beside),
    told: all.flatMap((one) => one.told),
  };
}

async function lookAs(reader: TestPerson, areaId: string, asked: Asked): Promise<Look> {
  const { purpose, roundId, formerId } = asked;
  const params = { areaId };
  const rates = await reader.call(readRates, { params, query: { purpose, roundId } });
  const trend = await reader.call(readTrend, { params, query: { purpose } });
  const points = trend.filter((point) => point.roundId === roundId);
  // Whether a line breaks is about two rounds, not part of the cell.
  const inTrend = points.flatMap((point) =>
    point.cells.map(({ breakBefore: _, control: __, ...cell }) => cell),
  );
  const { rows } = await reader.call(readRoundComparison, { params, query: { purpose, roundId, formerId } });
  const made = await Promise.all(
    indicators.map((indicator) =>
      reader.call(readMethods, { params, query: { purpose, roundId, indicator } }),
    ),
  );
  return {
    cells: [
      ...rates.cells,
      ...inTrend,
      ...rows.flatMap((row) => row.now ?? []),
      ...made.flatMap((one) => one.cell ?? []),
    ],
    former: rows.flatMap((row) => row.former ?? []),
    beside:
      purpose === 'measurement'
        ? [sharesOf(await reader.call(readCommunityComparison, { params, query: { roundId } }))]
        : [],
    told: made.flatMap(({ cell, releases }) =>
      cell === null
        ? []
        : releases.map(({ release, kind, n }) => ({
            areaId: cell.areaId,
            indicator: cell.indicator,
            release,
            kind,
            n,
          })),
    ),
  };
}

/** What a comparison tells of several communities together. */
function sharesOf({ funnels, screen }: ResponseOf<typeof readCommunityComparison>): Shares {
  const shares: Shares = {};
  for (const { indicator, drawn } of funnels) {
    if (drawn === null) continue;
    const everybody = drawn.points.map(({ areaId }) => areaId);
    const rests = screen
      .filter((one) => one.indicator === indicator)
      .map(({ areaId, rest }) => ({ areaIds: everybody.filter((id) => id !== areaId), share: rest }));
    shares[indicator] = [{ areaIds: everybody, share: drawn.centre }, ...rests];
  }
  return shares;
}

/** What is left of each secret of a round, of the four rates. */
export function findings(rated: RatedStreet, looks: readonly Look[], purpose: Purpose): Finding[] {
  return indicators.flatMap((indicator) => findingsOf(rated, looks, indicator, purpose));
}

/** Answers of few that two printed counts of a cell tell by their difference. */
export const singlesIn = (looks: readonly Look[]): number =>
  indicators
    .map((indicator) => findSingles(looks.map((one) => pageOf(one, indicator))).length)
    .reduce((sum, count) => sum + count, 0);

function pageOf({ cells }: Look, indicator: Indicator): SeenPage {
  const own = cells.filter((cell) => cell.indicator === indicator);
  const distinct = new Map(own.map((cell) => [`${cell.areaId} ${cell.release}`, cell]));
  return [...distinct.values()].map((cell) => ({ ...cell, n: must(cell.n, 'n') }));
}

function findingsOf(
  { street: { streetId, communities } }: RatedStreet,
  looks: readonly Look[],
  indicator: Indicator,
  purpose: Purpose,
): Finding[] {
  const sampled = purpose === 'measurement';
  const frameOf = (areaId: string) => (areaId === communities.liuyin ? frames.liuyin : frames.nanqiao);
  const pages = looks.map((one) => pageOf(one, indicator));
  const knowledge = {
    streetId,
    rules: rulesOf(defaultDisclosureRules, sampled),
    weights: sampled ? (areaId: string, n: number) => frameOf(areaId) / n : undefined,
    cellOf: (areaId: string, n: number, favourable: number) =>
      areaId === streetId
        ? { n, favourable }
        : cellOf({ n, favourable, respondents: n, frameSize: frameOf(areaId) }, sampled),
  };
  const beside = looks.map((one) => one.beside.flatMap((shares) => shares[indicator] ?? []));
  return attackPages(pages, knowledge, beside);
}

const keyOf = ({ areaId, indicator, release }: Told): string => `${areaId} ${indicator} ${release}`;

/** Each release of each cell, as it was seen by all roles and at all times. */
export function groupCells(looks: readonly Look[]): Map<string, Set<string>> {
  const grouped = Map.groupBy(
    looks.flatMap(({ cells }) => cells),
    keyOf,
  );
  return new Map(
    [...grouped].map(([key, cells]) => [key, new Set(cells.map((cell) => JSON.stringify(cell)))]),
  );
}

/** Former releases of which the methods tell something else than the pages of their time did. */
export function toldAnew(looks: readonly Look[]): string[] {
  const textOf = (one: Told) => `${keyOf(one)} ${one.kind} ${one.n}`;
  const seen = new Set(looks.flatMap(({ cells }) => cells.map(textOf)));
  return looks.flatMap(({ told }) => told.map(textOf)).filter((one) => !seen.has(one));
}
