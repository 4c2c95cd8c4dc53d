import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Deps } from './deps.ts';

/** One line a request: method, route pattern, status, duration. Never the address asked for, which may name somebody. */
export function requestLog(deps: Deps): MiddlewareHandler {
  return async (context, next) => {
    const started = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - started);
    deps.log.info({
      method: context.req.method,
      route: routePath(context),
      status: context.res.status,
      milliseconds,
    });
  };
}
