import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root.route.tsx';

const search = z.object({
  tab: z
    .enum(['coverage', 'pace', 'outcomes', 'stuck', 'plans', 'draws', 'cases', 'details'])
    .optional()
    .catch(undefined),
  community: z.uuid().optional().catch(undefined),
  grid: z
    .union([z.uuid(), z.literal('none')])
    .optional()
    .catch(undefined),
  building: z.uuid().optional().catch(undefined),
  stairwell: z.uuid().optional().catch(undefined),
  list: z.enum(['stairwells', 'map']).optional().catch(undefined),
  /** A day of the week that is shown of the plans. */
  week: z.iso.date().optional().catch(undefined),
});

export const roundsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rounds',
  component: lazyRouteComponent(() => import('./rounds.page.tsx'), 'RoundsPage'),
});

export const newRoundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rounds/new',
  component: lazyRouteComponent(() => import('./new-round.page.tsx'), 'NewRoundPage'),
});

export const roundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rounds/$roundId',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./round.page.tsx'), 'RoundPage'),
});

export const editRoundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rounds/$roundId/edit',
  component: lazyRouteComponent(() => import('./edit-round.page.tsx'), 'EditRoundPage'),
});
