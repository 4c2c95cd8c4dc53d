import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { revisitReasons } from '@huhudao/domain';
import { rootRoute } from '../../app/root.route.tsx';
import { pageNumber } from '../../parts/page-search.ts';

const search = z.object({
  state: z.enum(['waiting', 'done', 'all']).optional().catch(undefined),
  reason: z.enum(revisitReasons).optional().catch(undefined),
  page: pageNumber,
});

export const revisitsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/revisits',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./revisits.page.tsx'), 'RevisitsPage'),
});

export const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/revisits/rules',
  component: lazyRouteComponent(() => import('./rules.page.tsx'), 'RulesPage'),
});
