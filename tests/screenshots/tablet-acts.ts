/** What a worker's hand does on the tablet. */
import type { Page } from 'playwright-core';
import { unlock } from '../tablet/pin.ts';

/** The list's own filters. */
type DoorFilter = 'open' | 'appointment' | 'revisit' | 'attemptsLeft';

/** Goes to a place of the app as its own links do, without loading it anew. */
export async function goTo(page: Page, place: string): Promise<void> {
  const address = `/tablet${place}`;
  const link = page.locator(`nav a[href="${address}"]`);
  // During a visit there is no menu, and the way out is the address.
  if ((await link.count()) > 0) await link.first().click();
  else {
    await page.goto(new URL(address, page.url()).href);
    await unlock(page);
  }
  await page.locator('main h1').first().waitFor();
  if (place === '/') await showWholeList(page);
}

/** By the bell, which is on every page. */
export async function openNotices(page: Page): Promise<void> {
  await page.locator('header a[href="/tablet/notices"]').click();
  await page.getByRole('heading', { name: /^(通知|Notices)$/ }).waitFor();
}

/** The list keeps what was looked for while one is elsewhere. */
async function showWholeList(page: Page): Promise<void> {
  await page.locator('input[type="search"]').fill('');
  await page.locator('select').last().selectOption('all');
}

/** Opens the first door in the list that passes a filter. */
export async function findDoor(page: Page, filter: DoorFilter): Promise<void> {
  await goTo(page, '/');
  await page.locator('select').last().selectOption(filter);
  await page.locator('main a[href*="/doors/"]').first().click();
  await page.waitForURL(/\/doors\//);
  await page.locator('article h1').waitFor();
}

/** Answers every question on the page with its first choice. */
export async function answerPage(page: Page): Promise<void> {
  const questions = page.locator('.sd-question:visible');
  for (let index = 0; index < (await questions.count()); index++) {
    const choice = questions.nth(index).locator('.sd-selectbase__label').first();
    if ((await choice.count()) > 0 && (await questions.nth(index).locator('input:checked').count()) === 0)
      await choice.click();
  }
}

export async function offline(page: Page): Promise<void> {
  await page.context().setOffline(true);
}

export async function online(page: Page): Promise<void> {
  await page.context().setOffline(false);
}

/** Some minutes pass on the tablet's clock, until the page is loaded anew; a touch in each keeps it from locking. */
export async function later(page: Page, minutes: number): Promise<void> {
  for (let minute = 1; minute <= minutes; minute++) {
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 60_000;
    });
    await page.mouse.move(minute, minute);
  }
}

export const offerAgain = /^(再送一次|Send again)/;

/** Offers the first of the refused records as it is; resolves when it is no longer among them. */
export async function offerFirstAgain(page: Page): Promise<void> {
  const buttons = page.getByRole('button', { name: offerAgain });
  const last = buttons.nth((await buttons.count()) - 1);
  // What moves up between finger down and finger up is not pressed, and a person presses again.
  while (await last.isVisible()) {
    await buttons.first().click();
    await last.waitFor({ state: 'detached', timeout: 5000 }).catch(() => undefined);
  }
}

/** Closes the sheet that the screen before has opened; it listens to keys once it has the focus. */
export async function closeSheet(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog');
  await sheet.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}
