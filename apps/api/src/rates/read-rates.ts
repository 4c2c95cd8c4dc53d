/** What a place shows of its rates: released rows, and nothing that is counted while somebody looks. */
import type { QueryOf, RateCell, readRates, readTrend, ResponseOf } from '@huhudao/protocol';
import { Problem } from '@huhudao/protocol';
import { controlLimits } from './control-limits.ts';
import { presentOutcomes, presentRound } from './rates.present.ts';
import type { RatedRound } from './rates.queries.ts';
import * as queries from './rates.queries.ts';
import {
  areasOf,
  cellsOf,
  definitionsOf,
  roundsOf,
  type Purpose,
  type Reading,
  type ReleasedCell,
} from './released-cells.ts';

type Rates = ResponseOf<typeof readRates>;
type Trend = ResponseOf<typeof readTrend>;

/**
 * Rates of a round. A district has one round a street: without a name, the newest of each.
 * @throws Problem notFound for a round that is not there, or not the reader's to see.
 */
export async function ratesOf(reading: Reading, query: QueryOf<typeof readRates>): Promise<Rates> {
  const { deps, place } = reading;
  const rounds = await roundsOf(reading, query.purpose);
  const chosen =
    query.roundId === undefined
      ? [...new Map(rounds.toReversed().map((round) => [round.streetId, round])).values()]
      : rounds.filter((round) => round.id === query.roundId);
  if (query.roundId !== undefined && chosen.length === 0) throw new Problem('notFound');
  const areaIdsOf = (streetId: string) => areasOf(place, streetId, deps);
  const [cells, outcomes, definitions] = await Promise.all([
    cellsOf(reading, chosen, areaIdsOf),
    Promise.all(
      chosen.map((one) => queries.listLatestAreas(deps.sql, one.streetId, one.id, areaIdsOf(one.streetId))),
    ),
    definitionsOf(reading, chosen),
  ]);
  const [newest] = chosen;
  return {
    round: newest === undefined ? null : presentRound(newest),
    rounds: rounds.map(presentRound),
    cells: cells.map(({ cell }) => cell),
    outcomes: outcomes.flat().map(presentOutcomes),
    definitions,
  };
}

/** Released rates of a place over its rounds, oldest first; a district shows those of its streets. */
export async function trendOf(reading: Reading, purpose: Purpose): Promise<Trend> {
  const { place } = reading;
  // Rounds that begin on one day stay in the order they were opened in.
  const rounds = (await roundsOf(reading, purpose))
    .toReversed()
    .toSorted((a, b) => Date.parse(a.startsOn) - Date.parse(b.startsOn));
  const areaIdsOf = (streetId: string) => {
    if (place.area.kind === 'grid') return [];
    return place.area.kind === 'community' ? [place.area.id] : [streetId];
  };
  const cells = Map.groupBy(await cellsOf(reading, rounds, areaIdsOf), ({ roundId }) => roundId);
  const limits = controlLimits(chartedOf(reading, purpose, rounds, cells));
  const formulas = new Map<string, string>();
  return rounds.flatMap((round) => {
    const released = cells.get(round.id) ?? [];
    if (released.length === 0) return [];
    const own = released.map((one) => ({
      ...one.cell,
      breakBefore: breaks(formulas, one.cell),
      control: limits.get(one) ?? null,
    }));
    for (const cell of own) formulas.set(`${cell.areaId} ${cell.indicator}`, cell.formulaId);
    const { id, name, startsOn, deadline, state } = round;
    const closed = state !== 'open';
    return [{ roundId: id, roundName: name, startsOn, deadline, closed, cells: own }];
  });
}

/**
 * What a control chart is of: a community's sampled rates. A street's is put together of its communities', no plain
 * share; a round that covers parts of a community is of others than the rest.
 */
function chartedOf(
  { place: { area } }: Reading,
  purpose: Purpose,
  rounds: readonly RatedRound[],
  cells: ReadonlyMap<string, readonly ReleasedCell[]>,
): ReleasedCell[] {
  if (area.kind !== 'community' || purpose !== 'measurement') return [];
  const whole = rounds.filter(({ partlyIds }) => !partlyIds.includes(area.id));
  return whole.flatMap(({ id }) => cells.get(id) ?? []);
}

function breaks(formulas: ReadonlyMap<string, string>, { areaId, indicator, formulaId }: RateCell): boolean {
  const before = formulas.get(`${areaId} ${indicator}`);
  return before !== undefined && before !== formulaId;
}
