/** A tablet with a disk of its own, as the parts of the benchmark switch it on. */
import type { BrowserContext, Page } from 'playwright-core';
import { openProfile } from '@huhudao/testkit/browser';

export const openTablet = (profile: string, options: { offline?: boolean } = {}): Promise<BrowserContext> =>
  openProfile(profile, { viewport: { width: 1280, height: 800 }, hasTouch: true, ...options });

export const pageOf = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? context.newPage();

/** The page's own thread runs so many times slower from now on; the browser's other threads do not. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
