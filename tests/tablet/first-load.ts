/** What a tablet has to fetch before its first screen: over a mobile network, that is what one waits for. */
import type { Page } from 'playwright-core';
import { launchBrowser } from '@huhudao/testkit/browser';

/** The most that the first load may come to, compressed (Brotli) as it travels. */
export const mostBytes = 235_000;

/** A file of the app and its bytes as they travelled: compressed, without headers. */
export type Loaded = { file: string; bytes: number };

const untilSignIn = (page: Page) => page.getByRole('button', { name: '登录', exact: true }).waitFor();

/**
 * The files that an empty browser fetches from an app's address until its first screen stands (of the tablet: until one
 * can sign in), the largest first. What the service worker stores for later, such as the questionnaire engine, is no
 * part of it.
 */
export async function firstLoad(address: string, stands = untilSignIn): Promise<Loaded[]> {
  const base = new URL(address).pathname;
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    const begun = new Map<string, { file: string; headers: number }>();
    const loaded: Loaded[] = [];
    network.on('Network.responseReceived', ({ requestId, response }) => {
      const { pathname } = new URL(response.url);
      if (!pathname.startsWith(base)) return;
      const file = pathname.slice(base.length) || 'index.html';
      begun.set(requestId, { file, headers: response.encodedDataLength });
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = begun.get(requestId);
      if (one !== undefined) loaded.push({ file: one.file, bytes: encodedDataLength - one.headers });
    });
    await network.send('Network.enable');
    await page.goto(address, { waitUntil: 'networkidle' });
    await stands(page);
    return loaded.toSorted((a, b) => b.bytes - a.bytes);
  } finally {
    await browser.close();
  }
}

export const sumOf = (loaded: readonly Loaded[]): number => loaded.reduce((sum, { bytes }) => sum + bytes, 0);
