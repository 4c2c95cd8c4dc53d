/** The parts of every page about rates: the rounds a reader may know of, their last released cells, their definitions. */
import { indicators } from '@huhudao/domain';
import type { Locale, QueryOf, RateCell, readRates, ResponseOf } from '@huhudao/protocol';
import { codebook, indicatorDefinitions, type IndicatorDefinition } from '@huhudao/questionnaire';
import type { Deps } from '../http/deps.ts';
import type { Place } from '../http/gate.ts';
import type { VersionReader } from '../http/versions.ts';
import { presentCell, type Targets } from './rates.present.ts';
import * as queries from './rates.queries.ts';

export type Purpose = QueryOf<typeof readRates>['purpose'];
export type Reading = { deps: Deps; place: Place; viewerId: string; versions: VersionReader; locale: Locale };
/** A cell as anybody may see it, with the size of the sample that its value is worth; null where it is not shown. */
export type ReleasedCell = { roundId: string; cell: RateCell; effectiveN: number | null };

/** Areas of a street whose cells the place shows: a community its own, a street its communities too. Never a grid. */
export function areasOf({ area, communityIds }: Place, streetId: string, deps: Deps): string[] {
  if (area.kind === 'grid') return [];
  if (area.kind === 'community') return [area.id];
  const own = communityIds.filter((id) => deps.areas.get(id)?.withinStreet === streetId);
  return [streetId, ...own];
}

export async function roundsOf(
  { deps, place, viewerId }: Reading,
  purpose: Purpose,
): Promise<queries.RatedRound[]> {
  const { streetIds, communityIds } = place;
  const rounds = await Promise.all(
    streetIds.map((streetId) => queries.listRatedRounds(deps.sql, streetId, communityIds, purpose, viewerId)),
  );
  return rounds.flat();
}

async function targetsOf({ deps }: Reading): Promise<Targets> {
  return new Map((await queries.listTargets(deps.sql)).map(({ indicator, target }) => [indicator, target]));
}

export async function cellsOf(
  reading: Reading,
  rounds: readonly queries.RatedRound[],
  areaIdsOf: (streetId: string) => string[],
): Promise<ReleasedCell[]> {
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
    effectiveN: row.figures.effectiveN,
    cell: presentCell(row, deps.areas.get(row.areaId)?.name ?? row.areaId, targets),
  }));
}

/** An indicator's definition in one questionnaire, with its question in the reader's language. */
type AskedDefinition = ResponseOf<typeof readRates>['definitions'][number] & {
  definition: IndicatorDefinition;
};

export async function definitionsOf(
  { deps, versions, locale }: Reading,
  rounds: readonly queries.RatedRound[],
): Promise<AskedDefinition[]> {
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
