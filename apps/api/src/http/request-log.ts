import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { openTicket, sendAnswers } from '@huhudao/protocol';
import type { Deps } from './deps.ts';

/** A resident answers while the visit is made: the time alone would tell who. */
const unwritten = new Set<string>([openTicket.path, sendAnswers.path]);

/**
 * One line a request: method, route pattern, status, duration. Never the address asked for, which may name somebody; and
 * none where a resident's own phone got its answer.
 */
export function requestLog(deps: Deps): MiddlewareHandler {
  return async (context, next) => {
    const started = performance.now();
    await next();
    if (unwritten.has(context.req.path) && context.res.ok) return;
    const milliseconds = Math.round(performance.now() - started);
    deps.log.info({
      method: context.req.method,
      route: routePath(context),
      status: context.res.status,
      milliseconds,
    });
  };
}
