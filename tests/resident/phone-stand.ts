/** A resident's phone before the real API: a link as a tablet shows it, and what a thumb does on the page. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { addDays, dayOf, must } from '@huhudao/domain';
import { writeAppointmentLink } from '@huhudao/protocol';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { printedLink } from '../../apps/api/src/appointments/links.testing.ts';
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
  return {
    stand,
    origin,
    phones,
    nextDoor: (): TestDoor => must(unused.shift(), 'a door no test has used'),
    openRound: (): Promise<string> => phones.openRound(),
    link: async (roundId: string, door: TestDoor): Promise<string> =>
      phones.link(origin, await phones.ticket(roundId), door),
    /** What the code on a slip at this door says. */
    slipLink: async (roundId: string, door: TestDoor): Promise<string> => {
      const at = { streetId: street.streetId, roundId, householdId: door.id };
      return writeAppointmentLink(origin, await printedLink(api.deps, at, addDays(dayOf(Date.now()), 9)));
    },
  };
}

export type PhoneStand = Awaited<ReturnType<typeof openPhoneStand>>;

/** Stand and browser of a test file: opened before its tests, closed after them. */
export function usePhoneStand(): { readonly stand: PhoneStand; readonly browser: Browser } {
  let opened: { stand: PhoneStand; browser: Browser } | undefined;
  beforeAll(async () => {
    opened = { stand: await openPhoneStand(), browser: await launchBrowser() };
  });
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.stand.stand.close();
  });
  const here = () => must(opened, 'a stand that is open');
  return {
    get stand() {
      return here().stand;
    },
    get browser() {
      return here().browser;
    },
  };
}

/** A phone that has opened the link of a door in a round of its own; `prepare` sees it before. */
export async function openLink(
  { stand, browser }: { stand: PhoneStand; browser: Browser },
  prepare: (context: BrowserContext, page: Page) => Promise<void> = async () => undefined,
) {
  const [roundId, door] = [await stand.openRound(), stand.nextDoor()];
  const link = await stand.link(roundId, door);
  const { context, page } = await openPhone(browser);
  await prepare(context, page);
  await page.goto(link);
  return { roundId, door, link, context, page };
}

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

/** Answers everything and sends it. */
export async function answerAndSend(page: Page, mode: Parameters<typeof begin>[1]): Promise<void> {
  await begin(page, mode);
  await answerAll(page);
  await sendNow(page);
}

export const sendNow = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '答完了，送出' }).click();

/** What the one who waits sees from a step away. */
export const sentScreen = (page: Page) => page.getByText('可以把这一页给工作人员看一眼');
