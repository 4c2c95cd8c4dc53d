import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { Problem } from '@huhudao/protocol';
import type { Deps } from './http/deps.ts';
import { Identities } from './http/identity.ts';
import { toProblem, writeProblem } from './http/problems.ts';
import { requestLog } from './http/request-log.ts';
import { mount, type Route } from './http/route.ts';
import { routes } from './routes.ts';

/** The API over its dependencies; listens to nothing. */
export function createApp(deps: Deps): { app: Hono; identities: Identities } {
  const identities = new Identities(deps);
  const app = new Hono();
  app.use(requestLog(deps));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd and SurveyJS write styles at run time; styles cannot run code.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      // Told once for a host it would hold for all its ports, and plain HTTP on ours would be unreachable.
      strictTransportSecurity: false,
      referrerPolicy: 'no-referrer',
    }),
  );
  app.onError((error, context) => writeProblem(context, toProblem(error, deps)));
  app.notFound((context) => writeProblem(context, new Problem('notFound')));
  mount(app, deps, identities, allRoutes(identities));
  return { app, identities };
}

/** Every route of the API, as the permission matrix test takes them. */
export const allRoutes = (identities: Identities): readonly Route[] => routes({ identities });
