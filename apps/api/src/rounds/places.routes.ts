import { countPlaces, findPlaces, listPlaces, Problem } from '@huhudao/protocol';
import { streetOf, type Place } from '../http/gate.ts';
import { listGone } from '../http/places.queries.ts';
import { route } from '../http/route.ts';
import * as queries from './places.queries.ts';

/** More communities than somebody looks through after a search. */
const communitiesNamed = 20;

/** The scope of a round lies in its street. @throws Problem notFound */
export function checkScope(place: Place, communityIds: readonly string[]): void {
  if (!communityIds.every((id) => place.communityIds.includes(id))) throw new Problem('notFound');
}

export const placeRoutes = [
  route(listPlaces, async ({ deps, ...place }) =>
    queries.listPlaces(deps.sql, streetOf(place), place.communityIds),
  ),

  route(findPlaces, async ({ deps, query, ...place }) => {
    const text = query.text.replaceAll(/\s/g, '');
    const among = [streetOf(place), place.communityIds] as const;
    const found = await queries.findPlaces(deps.sql, ...among, text, communitiesNamed + 1);
    const communityIds = found.slice(0, communitiesNamed).map(({ id }) => id);
    return { communityIds, more: found.length > communitiesNamed };
  }),

  route(countPlaces, async ({ deps, body, ...place }) => {
    checkScope(place, body.communityIds);
    const streetId = streetOf(place);
    const counts = await queries.countPlaces(deps.sql, streetId, body);
    const gone = await listGone(deps.sql, streetId, body.parts);
    return [...new Set(body.communityIds)].map((communityId) => {
      const count = counts.find((one) => one.communityId === communityId);
      const goneIds = gone.filter((one) => one.communityId === communityId).map(({ id }) => id);
      return { communityId, households: 0, visitable: 0, ...count, goneIds };
    });
  }),
];
