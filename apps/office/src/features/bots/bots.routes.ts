import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root.route.tsx';

export const botsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bots',
  component: lazyRouteComponent(() => import('./bots.page.tsx'), 'BotsPage'),
});
