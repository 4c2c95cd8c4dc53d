import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenHttp, type Listener } from '../../apps/api/src/system/listen.ts';
import { mountStaticFiles } from '../../apps/api/src/system/static-files.ts';
import { buildApps } from '../../tools/lib/build-apps.ts';
import { firstLoad, mostBytes, sumOf } from './first-load.ts';

let http: Listener;

beforeAll(async () => {
  await buildApps();
  const app = new Hono();
  mountStaticFiles(app, () => undefined);
  http = await listenHttp(app, '127.0.0.1', 0);
});

afterAll(() => http.close());

test('the first load of the tablet app stays under 235 kB, and the questionnaire engine is none of it', async () => {
  const loaded = await firstLoad(`http://localhost:${http.port}/tablet/`);
  const files = loaded.map(({ file }) => file);
  expect(files).toContain('index.html');
  expect(files).toContainEqual(expect.stringMatching(/^assets\/index-.*\.js$/));
  expect(sumOf(loaded)).toBeLessThanOrEqual(mostBytes);
  expect(files).not.toContainEqual(expect.stringContaining('questionnaire'));
});
