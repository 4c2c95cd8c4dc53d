import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root.route.tsx';
import { pageNumber } from '../../parts/page-search.ts';

const search = z.object({
  severity: z.enum(['warning', 'rejected', 'ask']).optional().catch(undefined),
  page: pageNumber,
});

export const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports.page.tsx'), 'ImportsPage'),
});

export const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports/$importId',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./import.page.tsx'), 'ImportPage'),
});
