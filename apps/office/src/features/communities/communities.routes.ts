import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root.route.tsx';
import { ratesSearch } from '../rates/rates-search.ts';

export const communitiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/communities',
  component: lazyRouteComponent(() => import('./communities.page.tsx'), 'CommunitiesPage'),
});

export const communityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/communities/$communityId',
  validateSearch: ratesSearch.extend({ stairwell: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./community.page.tsx'), 'CommunityPage'),
});
