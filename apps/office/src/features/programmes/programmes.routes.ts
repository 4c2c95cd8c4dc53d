import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root.route.tsx';

export const programmesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programmes',
  component: lazyRouteComponent(() => import('./programmes.page.tsx'), 'ProgrammesPage'),
});
