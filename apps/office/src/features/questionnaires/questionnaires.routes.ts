import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root.route.tsx';

export const questionnairesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/questionnaires',
  component: lazyRouteComponent(() => import('./questionnaires.page.tsx'), 'QuestionnairesPage'),
});

export const draftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/questionnaires/$questionnaireId',
  component: lazyRouteComponent(() => import('./draft.page.tsx'), 'DraftPage'),
});

export const versionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/questionnaires/versions/$hash',
  component: lazyRouteComponent(() => import('./version.page.tsx'), 'VersionPage'),
});
