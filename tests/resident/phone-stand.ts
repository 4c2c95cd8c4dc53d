/** A resident's phone before the real API: a link as a tablet shows it, and what a thumb does on the page. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { must } from '@huhudao/domain';
import { chinese } from '@huhudao/testkit/browser';
import { Phones } from '../../apps/api/src/tickets/phones.testing.ts';
import type { TestDoor } from '../../apps/api/src/testing/test-street.ts';
import { openStand } from '../tablet/stand.ts';

export const phoneSize = { width: 360, height: 640 };

export async function openPhoneStand() {
  const stand = await openStand();
  const { street, api } = stand;
  const phones = new Phones(api, street, await api.tablet(street.people.li));
  const origin = new URL(stand.address).origin;
  const unused = [...street.doors.liuyin];
  let rounds = 0;
  return {
    stand,
    origin,
    phones,
    nextDoor: (): TestDoor => must(unused.shift(), 'a door no test has used'),
    openRound: (): Promise<string> => street.openRound(`手机第${(rounds += 1)}轮`, 'coverage'),
    link: async (roundId: string, door: TestDoor): Promise<string> =>
      phones.link(origin, await phones.ticket(roundId), door),
  };
}

export type PhoneStand = Awaited<ReturnType<typeof openPhoneStand>>;

export async function openPhone(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    ...chinese,
    viewport: phoneSize,
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  // Whoever leaves with answers that were not sent is asked; here they mean it.
  page.on('dialog', (dialog) => void dialog.accept());
  return { context, page };
}

/** Chooses how to answer, and begins. */
export async function begin(page: Page, mode: '匿名' | '保密' | '实名，欢迎回访'): Promise<void> {
  await page.getByText(mode, { exact: true }).click();
  await page.getByRole('button', { name: '同意，开始' }).click();
  await page.locator('.sd-question').first().waitFor();
}

/** Answers every question on the page with its first choice. */
async function answerPage(page: Page): Promise<void> {
  const questions = page.locator('.sd-question:visible');
  for (let index = 0; index < (await questions.count()); index += 1) {
    const choice = questions.nth(index).locator('.sd-selectbase__label').first();
    if ((await choice.count()) > 0 && (await questions.nth(index).locator('input:checked').count()) === 0)
      await choice.click();
  }
}

/** Answers page after page, up to the last; resolves before "finished" is pressed. */
export async function answerAll(page: Page): Promise<void> {
  const next = page.locator('.sd-navigation__next-btn:visible');
  for (let turn = 0; turn < 12; turn += 1) {
    await answerPage(page);
    if ((await next.count()) === 0) return;
    const before = await page.locator('.sd-question').first().getAttribute('id');
    await next.click();
    await page.locator(`.sd-question:not([id="${before}"])`).first().waitFor();
  }
}

export const sendNow = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '答完了，送出' }).click();

/** What the one who waits sees from a step away. */
export const sentScreen = (page: Page) => page.getByText('可以把这一页给工作人员看一眼');
