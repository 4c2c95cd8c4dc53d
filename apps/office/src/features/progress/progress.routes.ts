import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { isReportWeek } from '@huhudao/domain';
import { rootRoute } from '../../app/root.route.tsx';

const search = z.object({
  /** The Wednesday that ends a week; the one on the desk where it is left out. */
  week: z.iso.date().refine(isReportWeek).optional().catch(undefined),
});

export const progressRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/progress',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./progress.page.tsx'), 'ProgressPage'),
});
