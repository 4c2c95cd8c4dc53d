import { createHouseholdGroup, dissolveHouseholdGroup, newId } from '@huhudao/protocol';
import { streetOf } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './household-groups.commands.ts';
import { reachOf } from './reach.ts';

export const householdGroupRoutes = [
  route(createHouseholdGroup, async ({ deps, actor, body, ...place }) => {
    const id = newId();
    const householdIds = [...new Set(body.householdIds)];
    const input = { ...body, id, householdIds, reach: reachOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.formHouseholdGroup, input);
    return { id };
  }),

  route(dissolveHouseholdGroup, async ({ deps, actor, params, ...place }) => {
    const input = { groupId: params.groupId, reach: reachOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.dissolveHouseholdGroup, input);
    return undefined;
  }),
];
