import { changeTeam, createTeam, listTeams, newId, Problem, type TeamView } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './teams.commands.ts';
import { presentTeam } from './teams.present.ts';
import * as queries from './teams.queries.ts';

async function readTeams(deps: Deps, place: Place): Promise<TeamView[]> {
  if (place.communityIds.length === 0) return [];
  return (await queries.listTeams(deps.sql, streetOf(place), place.communityIds)).map(presentTeam);
}

async function readTeam(deps: Deps, place: Place, teamId: string): Promise<TeamView> {
  const team = (await readTeams(deps, place)).find((one) => one.id === teamId);
  if (team === undefined) throw new Problem('notFound');
  return team;
}

/** A team belongs to a community; its people hold their roles there or above. */
function home(deps: Deps, communityId: string): { communityId: string; areaIds: string[] } {
  if (deps.areas.get(communityId)?.kind !== 'community') throw new Problem('areaKindWrong');
  const areaIds = deps.areas.all().filter((area) => deps.areas.isWithin(communityId, area.id));
  return { communityId, areaIds: areaIds.map((area) => area.id) };
}

export const teamRoutes = [
  route(listTeams, async ({ deps, ...place }) => readTeams(deps, place)),

  route(createTeam, async ({ deps, actor, body, area, ...place }) => {
    const id = newId();
    await inStreet(deps, streetOf({ area, ...place }), actor, commands.createTeam, {
      id,
      ...home(deps, area.id),
      ...body,
    });
    return readTeam(deps, { area, ...place }, id);
  }),

  route(changeTeam, async ({ deps, actor, body, params, ...place }) => {
    const { communityId } = await readTeam(deps, place, params.teamId);
    const input = { id: params.teamId, ...home(deps, communityId), ...body };
    await inStreet(deps, streetOf(place), actor, commands.changeTeam, input);
    return readTeam(deps, place, params.teamId);
  }),
];
