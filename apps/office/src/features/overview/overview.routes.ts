import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root.route.tsx';
import { ratesSearch } from '../rates/rates-search.ts';

export const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: ratesSearch,
  component: lazyRouteComponent(() => import('./overview.page.tsx'), 'OverviewPage'),
});
