import { dayOf, must } from '@huhudao/domain';
import * as protocol from '@huhudao/protocol';
import { Problem } from '@huhudao/protocol';
import type { Announce } from '../http/announce.ts';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import { replacePerson } from './replacement.commands.ts';
import * as queries from './replacement.queries.ts';

/** Somebody who worked in the place or above it. @throws Problem notFound */
async function findPerson(deps: Deps, place: Place, personId: string) {
  const here = deps.areas.all().filter((area) => deps.areas.isWithin(area.id, place.area.id));
  const [person] = await queries.findPerson(
    deps.sql,
    personId,
    here.map(({ id }) => id),
  );
  if (person === undefined) throw new Problem('notFound');
  return person;
}

const homeOf =
  ({ areas }: Deps) =>
  (communityId: string): string[] =>
    areas
      .all()
      .filter((area) => areas.isWithin(communityId, area.id))
      .map(({ id }) => id);

export const replacementRoutes = (announce: Announce) => [
  route(protocol.readOpenWork, async ({ deps, params, ...place }) => {
    const streetId = streetOf(place);
    const { id, name } = await findPerson(deps, place, params.personId);
    const today = dayOf(deps.now().toISOString());
    const [teams, [rest]] = await Promise.all([
      queries.listTeamsInHand(deps.sql, streetId, id, place.communityIds, today),
      queries.countRevisits(deps.sql, streetId, id, place.communityIds),
    ]);
    return { personId: id, name, teams, ...must(rest, 'the counts') };
  }),

  route(protocol.replacePerson, async ({ deps, actor, params, body, ...place }) => {
    const { id: personId } = await findPerson(deps, place, params.personId);
    const { communityIds } = place;
    const input = { ...body, personId, communityIds, homeOf: homeOf(deps), announce };
    return inStreet(deps, streetOf(place), actor, replacePerson, input);
  }),
];
