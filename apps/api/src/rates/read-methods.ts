/** How one released rate was made: everything a reader needs to make it again, and nothing that was not released. */
import type { Indicator } from '@huhudao/domain';
import { formula, type QueryOf, type ResponseOf, type readMethods } from '@huhudao/protocol';
import * as methods from './methods.queries.ts';
import { rulesOf } from './plan-releases.ts';
import { presentOutcomes, presentRound } from './rates.present.ts';
import { listLatestAreas, type RatedRound } from './rates.queries.ts';
import { allRoundsOf, chooseRound } from './read-comparisons.ts';
import { publicationRules } from './release-round.ts';
import { areasOf, cellsOf, definitionsOf, type Reading } from './released-cells.ts';
import { listFrameSizes } from './releases.queries.ts';

type Methods = ResponseOf<typeof readMethods>;

export async function methodsOf(reading: Reading, query: QueryOf<typeof readMethods>): Promise<Methods> {
  const rounds = await allRoundsOf(reading);
  const round = chooseRound(rounds, query);
  const definitions = await versionsOf(reading, rounds, query.indicator);
  const figure = round === undefined ? nothing : await figureOf(reading, round, query.indicator);
  return {
    round: round === undefined ? null : presentRound(round),
    rounds: rounds.map(presentRound),
    ...figure,
    rules: rulesOf(publicationRules.rules, (round?.purpose ?? query.purpose) === 'measurement'),
    definitions,
  };
}

type FigureParts = Pick<Methods, 'cell' | 'releases' | 'outcome' | 'strata'>;

const nothing: FigureParts = { cell: null, releases: [], outcome: null, strata: [] };

async function figureOf(reading: Reading, round: RatedRound, indicator: Indicator): Promise<FigureParts> {
  const { deps, place } = reading;
  const { streetId, id } = round;
  const areaIds = areasOf(place, streetId, deps);
  // A district has no figure of its own; a grid never has one.
  const areaId = areaIds.includes(place.area.id) ? place.area.id : null;
  if (areaId === null) return nothing;
  const [cells, releases, areas, frames, responded] = await Promise.all([
    cellsOf(reading, [round], () => areaIds),
    methods.listReleases(deps.sql, { streetId, roundId: id, areaId, indicator }),
    listLatestAreas(deps.sql, streetId, id, [areaId]),
    listFrameSizes(deps.sql, streetId, id),
    methods.listRespondents(deps.sql, { streetId, roundId: id, indicator }, areaIds),
  ]);
  const own = cells.map(({ cell }) => cell).filter((cell) => cell.indicator === indicator);
  const [area] = areas;
  return {
    cell: own.find((cell) => cell.areaId === areaId) ?? null,
    releases,
    outcome: area === undefined ? null : presentOutcomes(area),
    strata: own
      .filter((cell) => cell.areaId !== streetId)
      .map(({ areaId: communityId, areaName, n, value }) => {
        const frame = frames.find((one) => one.communityId === communityId)?.frameSize ?? null;
        const respondents = responded.find((one) => one.areaId === communityId)?.respondents ?? null;
        return { areaId: communityId, areaName, frame, n, value, respondents };
      }),
  };
}

/** The indicator's definitions in the rounds one may see, each with the rounds it was asked in; the newest first. */
async function versionsOf(
  reading: Reading,
  rounds: readonly RatedRound[],
  indicator: Indicator,
): Promise<Methods['definitions']> {
  const all = (await definitionsOf(reading, rounds)).filter((one) => one.indicator === indicator);
  const byFormula = Map.groupBy(all, ({ formulaId }) => formulaId);
  const versions = [...byFormula].flatMap(([formulaId, [first, ...others]]) => {
    if (first === undefined) return [];
    const hashes = [first, ...others].map(({ definition }) => definition.versionHash);
    const asked = rounds.filter(({ questionnaireHash }) => hashes.includes(questionnaireHash)).toReversed();
    const heads = asked.map(({ id, name, purpose, startsOn }) => ({ id, name, purpose, startsOn }));
    const { item, title, definition } = first;
    return [{ formulaId, item, title, formula: formula.parse(definition), rounds: heads }];
  });
  const begins = ({ rounds: [first] }: Methods['definitions'][number]) => Date.parse(first?.startsOn ?? '');
  return versions.toSorted((a, b) => begins(b) - begins(a));
}
