import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
import { z } from 'zod';
import { NotFoundPage } from './not-found.page.tsx';
import { Shell } from './shell.tsx';

/** The area stays in the address from page to page, so that a link or a reload shows the same thing. */
export const rootRoute = createRootRoute({
  validateSearch: z.object({ area: z.uuid().optional().catch(undefined) }),
  search: { middlewares: [retainSearchParams(['area'])] },
  component: Shell,
  notFoundComponent: NotFoundPage,
});
