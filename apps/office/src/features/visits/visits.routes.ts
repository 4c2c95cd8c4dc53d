import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { outcomes } from '@huhudao/domain';
import { rootRoute } from '../../app/root.route.tsx';
import { pageNumber } from '../../parts/page-search.ts';

const search = z.object({
  round: z.uuid().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  page: pageNumber,
});

export const visitsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/visits',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./visits.page.tsx'), 'VisitsPage'),
});
