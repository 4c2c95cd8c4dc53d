/** The lock of a tablet, as every test opens it: whoever signs in chooses this PIN, and every start asks for it. */
import type { Page } from 'playwright-core';

export const pin = '471902';
const erase = { name: /删掉一位|Erase one digit/ };

/** The first sign-in on a tablet: a PIN, typed twice. Resolves when it was taken. */
export async function choosePin(page: Page, chosen = pin): Promise<void> {
  for (const asked of [/设一个 6 位数的解锁码|Choose a PIN of six digits/, /再输一次|Once more/]) {
    await page.getByRole('heading', { name: asked }).waitFor();
    await page.keyboard.type(chosen);
  }
}

/** The lock screen: chooses a person (the first one, where nobody is named) and types their PIN. */
export async function unlock(page: Page, name?: string, typed = pin): Promise<void> {
  await page
    .locator('main li button', name === undefined ? {} : { hasText: name })
    .first()
    .click();
  await typePin(page, typed);
}

/** After it was switched on: who is there; or, where it was in a resident's hands, the pad of who gave it to them. */
export async function unlockAgain(page: Page): Promise<void> {
  const tile = page.locator('main li button').first();
  await tile.or(page.getByRole('button', erase)).first().waitFor();
  if (await tile.isVisible()) await unlock(page);
  else await typePin(page);
}

/** The pad that is on the screen: that of the lock, or the one a resident gives the tablet back by. */
export async function typePin(page: Page, typed = pin): Promise<void> {
  await page.getByRole('button', erase).waitFor();
  await page.keyboard.type(typed);
}
