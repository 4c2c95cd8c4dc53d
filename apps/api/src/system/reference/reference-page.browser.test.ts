import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '@huhudao/testkit/browser';
import { startTestApi, type TestApi } from '../../testing/test-api.ts';

let api: TestApi;
let server: ReturnType<typeof createAdaptorServer>;
let origin: string;

beforeAll(async () => {
  api = await startTestApi();
  server = createAdaptorServer({ fetch: api.app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await api.stop();
});

it('the reference can be browsed and tried, under our content security policy and without asking anybody else', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    const elsewhere: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
        elsewhere.push(request.url());
    });
    await page.goto(`${origin}/api/reference#/setup/readSetup`);
    await page.getByRole('heading', { name: /户户到 Huhudao/ }).waitFor();
    await page
      .getByRole('button', { name: /get.*\/api\/setup/i })
      .first()
      .click();
    const operation = page.locator('#operations-setup-readSetup');
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByRole('button', { name: 'Execute' }).click();
    await operation.getByText('"empty"').first().waitFor();
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
