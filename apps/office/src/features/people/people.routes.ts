import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { roles } from '@huhudao/domain';
import { rootRoute } from '../../app/root.route.tsx';
import { pageNumber } from '../../parts/page-search.ts';

const search = z.object({
  tab: z.enum(['people', 'teams', 'areas', 'devices', 'system']).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  page: pageNumber,
});

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./people.page.tsx'), 'PeoplePage'),
});
