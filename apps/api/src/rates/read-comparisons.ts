/** Comparisons of a place, made of the released cells that every reader of it sees. */
import { indicators } from '@huhudao/domain';
import {
  Problem,
  type QueryOf,
  type ResponseOf,
  type readCommunityComparison,
  type readRoundComparison,
} from '@huhudao/protocol';
import { compareInFunnels, screenCommunities } from './compare-communities.ts';
import { compareRounds } from './compare-rounds.ts';
import { presentRound } from './rates.present.ts';
import type { RatedRound } from './rates.queries.ts';
import { areasOf, cellsOf, roundsOf, type Reading, type ReleasedCell } from './released-cells.ts';

/** Rounds of both purposes, the newest first. */
export async function allRoundsOf(reading: Reading): Promise<RatedRound[]> {
  const both = await Promise.all([roundsOf(reading, 'measurement'), roundsOf(reading, 'coverage')]);
  return both.flat().toSorted((a, b) => Date.parse(b.startsOn) - Date.parse(a.startsOn));
}

/**
 * The round named, or else the newest of its purpose.
 * @throws Problem notFound for a round that is not there, or not the reader's to see.
 */
export function chooseRound(
  rounds: readonly RatedRound[],
  { roundId, purpose }: { roundId?: string | undefined; purpose: RatedRound['purpose'] },
): RatedRound | undefined {
  if (roundId === undefined) return rounds.find((round) => round.purpose === purpose);
  const named = rounds.find((round) => round.id === roundId);
  if (named === undefined) throw new Problem('notFound');
  return named;
}

/** Released cells of the communities of a place, in rounds of one street. */
async function communityCells(reading: Reading, rounds: readonly RatedRound[]): Promise<ReleasedCell[]> {
  return cellsOf(reading, rounds, (streetId) =>
    areasOf(reading.place, streetId, reading.deps).filter((id) => id !== streetId),
  );
}

export async function roundComparisonOf(
  reading: Reading,
  query: QueryOf<typeof readRoundComparison>,
): Promise<ResponseOf<typeof readRoundComparison>> {
  const rounds = await allRoundsOf(reading);
  const round = chooseRound(rounds, query);
  const former = round === undefined ? undefined : formerOf(rounds, round, query.formerId);
  const chosen = [round, former].filter((one) => one !== undefined);
  const cells = await communityCells(reading, chosen);
  return {
    round: round === undefined ? null : presentRound(round),
    former: former === undefined ? null : presentRound(former),
    rounds: rounds.map(presentRound),
    rows: round === undefined || former === undefined ? [] : rowsOf(cells, { now: round, former }),
  };
}

/** The one named, or else the last of the same purpose before it; of the same street in either case. */
function formerOf(
  rounds: readonly RatedRound[],
  round: RatedRound,
  formerId: string | undefined,
): RatedRound | undefined {
  const own = rounds.filter((one) => one.streetId === round.streetId);
  if (formerId !== undefined) return chooseRound(own, { roundId: formerId, purpose: round.purpose });
  return own.slice(own.indexOf(round) + 1).find((one) => one.purpose === round.purpose);
}

function rowsOf(
  cells: readonly ReleasedCell[],
  rounds: { now: RatedRound; former: RatedRound },
): ResponseOf<typeof readRoundComparison>['rows'] {
  const byArea = Map.groupBy(cells, ({ cell }) => cell.areaId);
  return [...byArea.values()].flatMap((own) =>
    indicators.flatMap((indicator) => {
      const of = ({ id }: RatedRound) =>
        own.find(({ roundId, cell }) => roundId === id && cell.indicator === indicator);
      const [now, former] = [of(rounds.now), of(rounds.former)];
      const either = now ?? former;
      if (either === undefined) return [];
      const { areaId, areaName } = either.cell;
      const heads = { areaId, areaName, indicator, now: now?.cell ?? null, former: former?.cell ?? null };
      return [{ ...heads, ...compareRounds({ now, former }, rounds) }];
    }),
  );
}

/** A coverage round has no sampling error for chance to explain, so only samples are compared so. */
export async function communityComparisonOf(
  reading: Reading,
  { roundId }: QueryOf<typeof readCommunityComparison>,
): Promise<ResponseOf<typeof readCommunityComparison>> {
  const rounds = await roundsOf(reading, 'measurement');
  const round = chooseRound(rounds, { roundId, purpose: 'measurement' });
  const cells = round === undefined ? [] : await communityCells(reading, [round]);
  return {
    round: round === undefined ? null : presentRound(round),
    rounds: rounds.map(presentRound),
    funnels: compareInFunnels(cells),
    screen: screenCommunities(cells),
  };
}
