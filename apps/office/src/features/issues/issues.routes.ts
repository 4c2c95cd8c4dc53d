import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { issueCategories, issueStates } from '@huhudao/domain';
import { rootRoute } from '../../app/root.route.tsx';
import { pageNumber } from '../../parts/page-search.ts';

const search = z.object({
  community: z.uuid().optional().catch(undefined),
  category: z.enum(issueCategories).optional().catch(undefined),
  state: z.enum(issueStates).optional().catch(undefined),
  page: pageNumber,
});

export const issuesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/issues',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./issues.page.tsx'), 'IssuesPage'),
});
