import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { occupancies } from '@huhudao/domain';
import { rootRoute } from '../../app/root.route.tsx';
import { pageNumber } from '../../parts/page-search.ts';

/** Filters stand in the address; what somebody searches for does not, since it is mostly a resident's name. */
const search = z.object({
  view: z.enum(['table', 'grid', 'proposals']).optional().catch(undefined),
  building: z.uuid().optional().catch(undefined),
  stairwell: z.uuid().optional().catch(undefined),
  occupancy: z.enum(occupancies).optional().catch(undefined),
  page: pageNumber,
});

export const householdsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/households',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./households.page.tsx'), 'HouseholdsPage'),
});
