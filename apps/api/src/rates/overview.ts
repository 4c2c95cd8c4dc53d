/** What to do now, in a place: counts of what waits, and how far the visits are. Reads no answers. */
import { addDays, dayOf, must, topics, type Topic } from '@huhudao/domain';
import type { CoverageRow, ResponseOf, readOverview } from '@huhudao/protocol';
import type { Db } from '@huhudao/db';
import type { Deps } from '../http/deps.ts';
import type { Place } from '../http/gate.ts';
import * as queries from './overview.queries.ts';

type Overview = ResponseOf<typeof readOverview>;

/** Coverage by community, of the rounds concept. */
export type CountCoverage = (
  db: Db,
  streetId: string,
  roundId: string,
  communityIds: readonly string[],
) => Promise<CoverageRow[]>;

export type OverviewRequest = { deps: Deps; place: Place; viewerId: string; countCoverage: CountCoverage };

export async function overviewOf(request: OverviewRequest): Promise<Overview> {
  const { deps, place } = request;
  const at = deps.now().toISOString();
  const streets = await Promise.all(
    place.streetIds.map((streetId) => streetOverview(request, streetId, dayOf(at))),
  );
  const sum = (of: (street: StreetOverview) => number) =>
    streets.reduce((all, street) => all + of(street), 0);
  return {
    dataTime: at,
    coverage: streets.flatMap((street) => street.coverage),
    revisitsDue: sum((street) => street.revisitsDue),
    revisitsOpen: sum((street) => street.revisitsOpen),
    proposals: sum((street) => street.proposals),
    quarantined: sum((street) => street.quarantined),
    parallelVisits: sum((street) => street.parallelVisits),
    visitsThisWeek: sum((street) => street.visitsThisWeek),
    visitsLastWeek: sum((street) => street.visitsLastWeek),
    topics: mostNamed(streets.map((street) => street.topics)),
  };
}

type StreetOverview = Omit<Overview, 'dataTime' | 'topics'> & { topics: Partial<Record<Topic, number>> };

async function streetOverview(
  { deps, place, viewerId, countCoverage }: OverviewRequest,
  streetId: string,
  today: string,
): Promise<StreetOverview> {
  const { sql } = deps;
  const communityIds = place.communityIds.filter((id) => deps.areas.get(id)?.withinStreet === streetId);
  const scope = { streetId, communityIds, viewerId };
  const monday = mondayOf(today);
  const isCommunity = place.area.kind === 'community' || place.area.kind === 'grid';
  const [coverage, revisits, proposals, quarantined, visits, parallel, named] = await Promise.all([
    coverageOf(sql, scope, countCoverage),
    queries.countRevisits(sql, scope, today),
    queries.countProposals(sql, scope),
    // A quarantined record belongs to a street; nobody has read yet whose door it is about.
    isCommunity ? [{ count: 0 }] : queries.countQuarantined(sql, scope),
    queries.countVisits(sql, scope, monday, addDays(monday, -7)),
    queries.countParallel(sql, scope),
    queries.findTopics(sql, scope, isCommunity ? must(communityIds[0], 'a community') : streetId),
  ]);
  const { due, open } = must(revisits[0], 'the count of revisits');
  const { thisWeek, lastWeek } = must(visits[0], 'the count of visits');
  return {
    coverage,
    revisitsDue: due,
    revisitsOpen: open,
    proposals: must(proposals[0], 'the count of proposals').count,
    quarantined: must(quarantined[0], 'the count of records on hold').count,
    parallelVisits: must(parallel[0], 'the count of households').count,
    visitsThisWeek: thisWeek,
    visitsLastWeek: lastWeek,
    // No round has released any yet.
    topics: named[0]?.topics ?? {},
  };
}

async function coverageOf(
  db: Db,
  scope: queries.OverviewScope,
  countCoverage: CountCoverage,
): Promise<Overview['coverage']> {
  const rounds = await queries.listOpenRounds(db, scope);
  return Promise.all(
    rounds.map(async ({ streetId, ...round }) => ({
      round,
      rows: await countCoverage(db, streetId, round.id, scope.communityIds),
    })),
  );
}

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

function mostNamed(all: readonly Partial<Record<Topic, number>>[]): Overview['topics'] {
  return topics
    .map((topic) => ({ topic, households: all.reduce((sum, one) => sum + (one[topic] ?? 0), 0) }))
    .filter(({ households }) => households > 0)
    .toSorted((a, b) => b.households - a.households);
}
