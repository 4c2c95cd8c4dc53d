import { createRootRoute, createRoute, createRouter, retainSearchParams } from '@tanstack/react-router';
import { z } from 'zod';
import { Home } from './home.tsx';
import { NotFoundPage } from './not-found.page.tsx';
import { Shell } from './shell.tsx';

/** The area stays in the address from page to page, so that a link or a reload shows the same thing. */
const rootRoute = createRootRoute({
  validateSearch: z.object({ area: z.uuid().optional().catch(undefined) }),
  search: { middlewares: [retainSearchParams(['area'])] },
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home });

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute]),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
