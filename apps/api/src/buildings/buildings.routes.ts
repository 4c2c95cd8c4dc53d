import { listBuildings } from '@huhudao/protocol';
import { dayOf } from '@huhudao/domain';
import { route } from '../http/route.ts';
import * as queries from './buildings.queries.ts';

export const buildingRoutes = [
  route(listBuildings, async ({ deps, identity, area, streetIds, communityIds, roles }) => {
    // Who is a building head and nothing else sees the stairwells they look after, and no other building.
    const { personId } = identity;
    const onlyHead = roles.every((role) => role === 'buildingHead');
    const keptBy = onlyHead ? { personId } : null;
    const today = dayOf(deps.now().toISOString());
    const gridId = area.kind === 'grid' ? area.id : null;
    return queries.listBuildings(deps.sql, { streetIds, communityIds, gridId, keptBy, today });
  }),
];
