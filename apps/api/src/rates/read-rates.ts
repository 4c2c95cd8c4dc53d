/** What a place shows of its rates: released rows, and nothing that is counted while somebody looks. */
import { indicators } from '@huhudao/domain';
import type { Locale, QueryOf, RateCell, readRates, readTrend, ResponseOf } from '@huhudao/protocol';
import { Problem } from '@huhudao/protocol';
import { codebook, indicatorDefinitions } from '@huhudao/questionnaire';
import type { Deps } from '../http/deps.ts';
import type { Place } from '../http/gate.ts';
import type { VersionReader } from '../http/versions.ts';
import { presentCell, presentOutcomes, presentRound, type Targets } from './rates.present.ts';
import * as queries from './rates.queries.ts';

type Rates = ResponseOf<typeof readRates>;
type Trend = ResponseOf<typeof readTrend>;
type Purpose = QueryOf<typeof readRates>['purpose'];

export type Reading = { deps: Deps; place: Place; viewerId: string; versions: VersionReader; locale: Locale };

/** Areas of a street whose cells the place shows: a community its own, a street its communities too. Never a grid. */
function areasOf({ area, communityIds }: Place, streetId: string, deps: Deps): string[] {
  if (area.kind === 'grid') return [];
  if (area.kind === 'community') return [area.id];
  const own = communityIds.filter((id) => deps.areas.get(id)?.withinStreet === streetId);
  return [streetId, ...own];
}

async function roundsOf({ deps, place, viewerId }: Reading, purpose: Purpose): Promise<queries.RatedRound[]> {
  const { streetIds, communityIds } = place;
  const rounds = await Promise.all(
    streetIds.map((streetId) => queries.listRatedRounds(deps.sql, streetId, communityIds, purpose, viewerId)),
  );
  return rounds.flat();
}

async function targetsOf({ deps }: Reading): Promise<Targets> {
  return new Map((await queries.listTargets(deps.sql)).map(({ indicator, target }) => [indicator, target]));
}

async function cellsOf(
  reading: Reading,
  rounds: readonly queries.RatedRound[],
  areaIdsOf: (streetId: string) => string[],
): Promise<{ roundId: string; cell: RateCell }[]> {
  const { deps } = reading;
  const targets = await targetsOf(reading);
  const byStreet = Map.groupBy(rounds, (round) => round.streetId);
  const rows = await Promise.all(
    [...byStreet].map(([streetId, own]) => {
      const roundIds = own.map((round) => round.id);
      return queries.listLatestCells(deps.sql, streetId, roundIds, areaIdsOf(streetId), indicators);
    }),
  );
  return rows.flat().map((row) => ({
    roundId: row.roundId,
    cell: presentCell(row, deps.areas.get(row.areaId)?.name ?? row.areaId, targets),
  }));
}

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

async function definitionsOf(
  { deps, versions, locale }: Reading,
  rounds: readonly queries.RatedRound[],
): Promise<Rates['definitions']> {
  const hashes = [...new Set(rounds.map((round) => round.questionnaireHash))];
  const all = await Promise.all(
    hashes.map(async (hash) => {
      const version = await versions.get(deps.sql, hash);
      const [row] = await queries.findDefinition(deps.sql, hash);
      if (version === undefined || row === undefined) return [];
      const labels = new Map(codebook(row.definition).map(({ name, label }) => [name, label]));
      return indicatorDefinitions(version, hash).map((definition) => {
        const label = labels.get(definition.item);
        const title = locale === 'en' ? (label?.en ?? label?.zh) : label?.zh;
        const { indicator, formulaId, item } = definition;
        return { indicator, formulaId, item, title: title ?? item, definition };
      });
    }),
  );
  return all.flat();
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
  const formulas = new Map<string, string>();
  return rounds.flatMap((round) => {
    const released = (cells.get(round.id) ?? []).map(({ cell }) => cell);
    if (released.length === 0) return [];
    const own = released.map((cell) => ({ ...cell, breakBefore: breaks(formulas, cell) }));
    for (const cell of own) formulas.set(`${cell.areaId} ${cell.indicator}`, cell.formulaId);
    const { id, name, startsOn, deadline, state } = round;
    const closed = state !== 'open';
    return [{ roundId: id, roundName: name, startsOn, deadline, closed, cells: own }];
  });
}

function breaks(formulas: ReadonlyMap<string, string>, { areaId, indicator, formulaId }: RateCell): boolean {
  const before = formulas.get(`${areaId} ${indicator}`);
  return before !== undefined && before !== formulaId;
}
