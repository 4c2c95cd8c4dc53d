import { appointSteward, endStewardTerm } from '@huhudao/protocol';
import { streetOf, type Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './stewards.commands.ts';

const reachOf = ({ area, communityIds }: Place): commands.Reach => ({
  communityIds,
  gridId: area.kind === 'grid' ? area.id : null,
});

export const stewardRoutes = [
  route(appointSteward, async ({ deps, actor, body, ...place }) => {
    const { personId, startsOn } = body;
    const stairwellIds = [...new Set(body.stairwellIds)];
    const input = { personId, stairwellIds, startsOn, reach: reachOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.appointSteward, input);
    return undefined;
  }),

  route(endStewardTerm, async ({ deps, actor, params, ...place }) => {
    const input = { stairwellId: params.stairwellId, reach: reachOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.endStewardTerm, input);
    return undefined;
  }),
];
