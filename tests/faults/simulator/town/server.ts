/** The real API, told request by request to fail before or after its work; over HTTP behind our proxy, or directly. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { getRequestListener } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { createApp } from '../../../../apps/api/src/app.ts';
import { readEnv } from '../../../../apps/api/src/env.ts';
import type { Deps } from '../../../../apps/api/src/http/deps.ts';
import { forgetEpoch } from '../../../../apps/api/src/http/epoch.ts';
import { newId, Problem } from '@huhudao/protocol';
import { TcpProxy } from '../../tcp/tcp-proxy.ts';
import { renewEpoch } from './street-copy.queries.ts';
import type { Town } from './town.ts';

/** Header in which a request asks the server for a fault. */
export const faultHeader = 'x-simulated-fault';

export type Served = {
  /** Answers a request without a network. */
  readonly answer: (request: Request) => Promise<Response>;
  readonly proxy: TcpProxy;
  /** Resolves when the server works on nothing any more. */
  readonly idle: () => Promise<void>;
  /** Takes the server down, does this to its database, and brings it back as another installation: a restore. */
  readonly restore: (database: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `change`: what a negative control does to the dependencies. */
export async function serveTown(
  { api }: Town,
  change: (deps: Deps) => Deps = (deps) => deps,
): Promise<Served> {
  // All tablets of the simulation have one address, and each episode sets the clock back.
  const deps = change({
    ...api.deps,
    env: readEnv({ REQUESTS_PER_MINUTE: '10000000', SESSION_IDLE_MINUTES: '1000000' }),
  });
  const working = new Set<Promise<unknown>>();
  const idle = async (): Promise<void> => {
    while (working.size > 0) await Promise.all(working);
  };
  let down = false;
  const { app } = createApp(deps, [
    async (context, next) => {
      if (down) throw new Problem('unavailable', { seconds: 5 });
      // Told through a property of its own, for a handler goes on when its client is gone.
      const done = Promise.withResolvers<void>();
      working.add(done.promise);
      try {
        return await faulty(context, next);
      } finally {
        working.delete(done.promise);
        done.resolve();
      }
    },
  ]);
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const listener = getRequestListener(app.fetch);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const proxy = await TcpProxy.open(address.port);
  return {
    answer: async (request) => app.fetch(request),
    proxy,
    idle,
    restore: async (database) => {
      down = true;
      await idle();
      await database();
      await renewEpoch(api.sql, newId());
      forgetEpoch(deps);
      down = false;
    },
    close: async () => {
      await proxy.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const faulty: MiddlewareHandler = async (context, next) => {
  const fault = context.req.header(faultHeader);
  if (fault === 'internal') throw new Problem('internal', { reference: 'R1' });
  if (fault === 'unavailable') throw new Problem('unavailable', { seconds: 5 });
  if (fault === 'tooMany') throw new Problem('tooManyRequests', { seconds: 30 });
  await next();
  // The work is committed, and the answer says that it failed.
  if (fault === 'internalAfter') throw new Problem('internal', { reference: 'R2' });
};
