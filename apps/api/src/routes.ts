import type { Identities } from './http/identity.ts';
import type { Route } from './http/route.ts';
import { teamRoutes } from './teams/teams.routes.ts';

/** What a few concepts need besides `Deps`. */
export type Wiring = { identities: Identities };

/** Every route, concept by concept. What one concept needs of another is handed to it here. */
export function routes(_wiring: Wiring): readonly Route[] {
  return [...teamRoutes];
}
