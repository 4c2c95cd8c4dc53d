import type { Hono } from 'hono';
import { Problem } from '@huhudao/protocol';
import type { DatabaseWatch } from './database-watch.ts';

/** For load balancers and service managers: `live` while the program runs, `ready` while it can also work. */
export function mountHealth(app: Hono, watch: DatabaseWatch): void {
  app.get('/health/live', (context) =>
    context.json({ status: 'live' }, 200, { 'Cache-Control': 'no-store' }),
  );
  app.get('/health/ready', async (context) => {
    if (!(await watch.answers())) throw new Problem('unavailable');
    return context.json({ status: 'ready' }, 200, { 'Cache-Control': 'no-store' });
  });
}
