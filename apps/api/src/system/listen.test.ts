import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { listenHttp } from './listen.ts';

it('a listener lets running requests end and takes no new ones once it closes', async () => {
  const entered = Promise.withResolvers<void>();
  const app = new Hono().get('/slow', async (context) => {
    entered.resolve();
    await sleep(200);
    return context.text('done');
  });
  const listener = await listenHttp(app, '127.0.0.1', 0);
  const running = fetch(`http://127.0.0.1:${listener.port}/slow`);
  await entered.promise;
  const closed = listener.close();
  await expect(fetch(`http://127.0.0.1:${listener.port}/slow`)).rejects.toThrow('fetch failed');
  expect(await (await running).text()).toBe('done');
  await closed;
});
