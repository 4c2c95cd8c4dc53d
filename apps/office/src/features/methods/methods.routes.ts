import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { indicators } from '@huhudao/domain';
import { rootRoute } from '../../app/root.route.tsx';
import { ratesSearch } from '../rates/rates-search.ts';

export const methodsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/methods',
  validateSearch: ratesSearch.extend({ indicator: z.enum(indicators).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./methods.page.tsx'), 'MethodsPage'),
});
