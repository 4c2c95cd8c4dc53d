import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root.route.tsx';
import { pageNumber } from '../../parts/page-search.ts';

const search = z.object({ action: z.string().max(60).optional().catch(undefined), page: pageNumber });

export const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./audit.page.tsx'), 'AuditPage'),
});
