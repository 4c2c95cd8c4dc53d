import { cancelPlan, listPlans, makePlan, newId, Problem, type PlanView } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './plans.commands.ts';
import * as queries from './plans.queries.ts';
import type { PlanTelling } from './tell-plans.ts';

async function readPlans(deps: Deps, place: Place, roundId: string): Promise<PlanView[]> {
  if (place.communityIds.length === 0) return [];
  return queries.listPlans(deps.sql, streetOf(place), roundId, place.communityIds);
}

/** A stairwell or plan outside the place in the path is not found. */
function checkWithin(place: Place, communityId: string | undefined): void {
  if (communityId === undefined || !place.communityIds.includes(communityId)) throw new Problem('notFound');
}

export const planRoutes = (telling: PlanTelling) => [
  route(listPlans, async ({ deps, params, ...place }) => readPlans(deps, place, params.roundId)),

  route(makePlan, async ({ deps, actor, params, body, ...place }) => {
    const streetId = streetOf(place);
    const [stairwell] = await queries.findStairwellCommunity(deps.sql, streetId, body.stairwellId);
    checkWithin(place, stairwell?.communityId);
    const id = newId();
    const input = { ...body, id, roundId: params.roundId, note: body.note ?? null, telling };
    await inStreet(deps, streetId, actor, commands.makePlan, input);
    const made = (await readPlans(deps, place, params.roundId)).find((plan) => plan.id === id);
    if (made === undefined) throw new Problem('notFound');
    return made;
  }),

  route(cancelPlan, async ({ deps, actor, params, ...place }) => {
    const streetId = streetOf(place);
    const [standing] = await queries.findPlan(deps.sql, streetId, params.planId);
    checkWithin(place, standing?.communityId);
    await inStreet(deps, streetId, actor, commands.cancelPlan, { planId: params.planId, telling });
    return undefined;
  }),
];
