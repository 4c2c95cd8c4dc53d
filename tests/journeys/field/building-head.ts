/** A building head plans a round for the stairwells they look after, on their phone. */
import { expect } from 'vitest';
import type { Browser } from 'playwright-core';
import { chinese } from '@huhudao/testkit/browser';
import type { Credentials } from '../office-user.ts';
import { patience } from '../patience.ts';
import { signInOnScreen } from '../tablet.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Plans the first of their stairwells for this evening, sees that a clash is refused, and returns its name. */
export async function planStairwell(
  browser: Browser,
  origin: string,
  head: Credentials,
  team: string,
): Promise<string> {
  const context = await browser.newContext({ ...chinese, ...phone });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(`${origin}/tablet/`);
  await signInOnScreen(page, head, '娄道平的手机');
  await page.getByRole('link', { name: '排班' }).tap();
  const dialog = page.getByRole('dialog');
  const choose = async (): Promise<string> => {
    await page.getByRole('button', { name: '安排走访' }).tap();
    const stairwell = dialog.locator('label').filter({ hasText: '还有' }).first();
    await stairwell.tap();
    await dialog.getByLabel('走访小组').selectOption(team);
    return stairwell.innerText();
  };
  const chosen = await choose();
  await dialog.getByRole('button', { name: '排进去' }).tap();
  await page.getByText('排进 1 次走访').waitFor();
  // The same evening once more: the rule answers before anything is sent.
  await choose();
  await page.getByText('这个小组这段时间已有安排。').waitFor();
  expect(await dialog.getByRole('button', { name: '排进去' }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: '关闭' }).tap();
  // It can be taken back for a moment; only then it leaves.
  await page.getByText('排进 1 次走访').waitFor({ state: 'hidden' });
  await page.getByText('已全部送达').waitFor();
  await context.close();
  return chosen.replace(/（.*/, '');
}
