import { collectDefaultMetrics, Counter, Histogram, Registry } from '@prometheus-io/client';
import type { Hono, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { Problem } from '@huhudao/protocol';
import { clientOf } from '../http/client.ts';
import type { Env } from '../env.ts';

/** Numbers about the running program for Prometheus: requests by route pattern, and the process itself. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: 'huhudao_requests_total',
    help: 'Requests by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'huhudao_request_seconds',
    help: 'Duration of requests by route pattern',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  count: MiddlewareHandler = async (context, next) => {
    const started = performance.now();
    await next();
    const route = routePath(context);
    this.#requests.inc({ method: context.req.method, route, status: String(context.res.status) });
    this.#seconds.observe({ route }, (performance.now() - started) / 1000);
  };

  /** Serves them at `/metrics`, to this machine alone: numbers by route tell how much is done where. */
  mount(app: Hono, env: Env): void {
    app.get('/metrics', async (context) => {
      const { address } = clientOf(context, env);
      // An unannounced proxy on this machine passes on requests from elsewhere.
      const passedOn = !env.TRUST_PROXY && context.req.header('X-Forwarded-For') !== undefined;
      if (passedOn || !['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address ?? ''))
        throw new Problem('notFound');
      return context.body(await this.#registry.metrics(), 200, {
        'Content-Type': this.#registry.contentType,
      });
    });
  }
}
