/** The building head plans on a phone without a network; each leader says yes on the tablet of the team. */
import type { Browser, Page } from 'playwright-core';
import { chinese } from '@huhudao/testkit/browser';
import type { Credentials } from '../office-user.ts';
import { patience } from '../patience.ts';
import { signInOnScreen, untilInstalled } from '../tablet.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Takes what is suggested; resolves once it has reached the office. */
export async function planOffline(browser: Browser, origin: string, head: Credentials): Promise<void> {
  const context = await browser.newContext({ ...chinese, ...phone });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(`${origin}/tablet/`);
  await signInOnScreen(page, head, '娄道平的手机');
  await untilInstalled(page);
  await context.setOffline(true);
  await openPlan(page);
  await page.getByRole('button', { name: '建议排班' }).tap();
  await page.getByText(/^建议了 \d+ 次走访/).waitFor();
  await page.getByRole('button', { name: /^全部排进去/ }).tap();
  const planned = page.getByText(/^排进 \d+ 次走访$/);
  await planned.waitFor();
  // It can be taken back for a moment; only then it leaves.
  await planned.waitFor({ state: 'hidden' });
  await page
    .getByRole('banner')
    .getByText(/^未送达 \d+ 条$/)
    .waitFor();
  await context.setOffline(false);
  await page.getByText('已全部送达').waitFor();
  await context.close();
}

/** Says yes to everything that waits for the leader; resolves once the office knows. */
export async function acceptAll(page: Page): Promise<void> {
  await openPlan(page);
  await page
    .getByRole('button', { name: /^(全部)?同意/ })
    .first()
    .tap();
  await page.getByText(/^同意了 \d+ 次走访$/).waitFor();
  await page.getByRole('banner').getByText('已全部送达').waitFor();
  await page.getByRole('link', { name: '今日' }).tap();
}

export async function openPlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: '排班' }).tap();
  await page.getByRole('heading', { name: '排班' }).waitFor();
}
