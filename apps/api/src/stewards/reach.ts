import { dayOf } from '@huhudao/domain';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import type { Reach } from './units.queries.ts';

/** What a request about stewards may see. @throws Problem notFound for a district */
export const reachOf = (place: Place): Reach => ({
  streetId: streetOf(place),
  communityIds: place.communityIds,
  gridId: place.area.kind === 'grid' ? place.area.id : null,
});

/** A date in Asia/Shanghai. */
export const todayOf = (deps: Deps): string => dayOf(deps.now().toISOString());
