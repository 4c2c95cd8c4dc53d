import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root.route.tsx';

export const quarantineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quarantine',
  component: lazyRouteComponent(() => import('./quarantine.page.tsx'), 'QuarantinePage'),
});
