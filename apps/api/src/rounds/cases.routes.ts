import { allows, listHotlineCases } from '@huhudao/protocol';
import { streetOf } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { listCases } from './cases.queries.ts';
import { readRound } from './visible-rounds.ts';

export const caseRoutes = [
  route(listHotlineCases, async ({ deps, params, ...place }) => {
    const { id } = await readRound(deps, place, params.roundId);
    const all = place.area.kind === 'street' && allows('rounds.openCoverage', place.roles);
    return listCases(deps.sql, streetOf(place), id, { communityIds: place.communityIds, all });
  }),
];
