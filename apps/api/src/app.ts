import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { Problem } from '@huhudao/protocol';
import { addBuiltIns } from './built-ins.ts';
import { Demo } from './demo/demo.ts';
import type { Deps } from './http/deps.ts';
import { forgetEpoch } from './http/epoch.ts';
import { Identities } from './http/identity.ts';
import { toProblem, writeProblem } from './http/problems.ts';
import { limitRequests } from './http/request-limit.ts';
import { requestLog } from './http/request-log.ts';
import { mount, type Route } from './http/route.ts';
import { routes, type Wiring } from './routes.ts';
import { makeSetupToken } from './setup/setup-link.ts';
import { mountReference } from './system/reference/reference-page.ts';

/**
 * The API over its dependencies; listens to nothing. What stands `around` it sees every request first. The HTTP port is
 * asked for when a link is shown: a request may have come through HTTPS or a proxy.
 */
export function createApp(
  deps: Deps,
  around: readonly MiddlewareHandler[] = [],
  httpPort: () => number = () => deps.env.PORT,
): { app: Hono; identities: Identities; demo: Demo } {
  const identities = new Identities(deps);
  const demo = demoOf(deps, identities);
  const app = new Hono();
  app.use(requestLog(deps), ...around);
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
  app.use('/api/*', limitRequests(deps));
  // A tablet's first pull is over a megabyte, and goes over a mobile network. What else is sent is small.
  for (const pulled of ['/api/sync/pull', '/api/sync/versions/*']) app.use(pulled, compress());
  app.onError((error, context) => writeProblem(context, toProblem(error, deps)));
  app.notFound((context) => writeProblem(context, new Problem('notFound')));
  mount(app, deps, identities, allRoutes({ identities, demo, httpPort }));
  mountReference(app);
  return { app, identities, demo };
}

/** Every route of the API, as the permission matrix test takes them. */
export const allRoutes = (wiring: Wiring): readonly Route[] => routes(wiring);

/** What demonstration data is made with: the same application, over a clock of its own. */
function demoOf(deps: Deps, identities: Identities): Demo {
  return new Demo({
    createApp: (inner) => createApp(inner).app,
    makeSetupToken,
    prepare: addBuiltIns,
    forget: () => {
      identities.forget();
      deps.areas.forget();
      forgetEpoch(deps);
    },
  });
}
