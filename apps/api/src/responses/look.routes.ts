import { lookAtAnswers } from '@huhudao/protocol';
import { streetOf } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import { lookAtNamed } from './look.commands.ts';

export const lookRoutes = [
  route(lookAtAnswers, async ({ deps, actor, params, body, ...place }) => {
    const { communityIds } = place;
    const { householdId } = params;
    return [
      ...(await inStreet(deps, streetOf(place), actor, lookAtNamed, { householdId, communityIds, ...body })),
    ];
  }),
];
