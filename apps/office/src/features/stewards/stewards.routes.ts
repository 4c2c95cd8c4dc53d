import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { stewardLevels } from '@huhudao/domain';
import { rootRoute } from '../../app/root.route.tsx';
import { pageNumber } from '../../parts/page-search.ts';

const search = z.object({
  level: z.enum(stewardLevels).optional().catch(undefined),
  state: z.enum(['held', 'missing']).optional().catch(undefined),
  /** A community or grid of the area, to which the list is narrowed. */
  within: z.uuid().optional().catch(undefined),
  page: pageNumber,
});

export const stewardsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stewards',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./stewards.page.tsx'), 'StewardsPage'),
});
