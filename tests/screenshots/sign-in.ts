/** Signing in, as far as the pictures need it. */
import type { Page } from 'playwright-core';
import { demoPassword } from '../../apps/api/src/demo/demo-people.ts';
import { choosePin } from '../tablet/pin.ts';

export type Credentials = { login: string; password: string };

/** Fills in the form of either app and sends it; what follows is waited for by whoever asked. */
export async function sendSignIn(page: Page, { login, password }: Credentials): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[type="password"]').fill(password);
  const device = page.locator('input[maxlength="120"]');
  if ((await device.count()) > 0) await device.fill('柳荫社区 2号平板');
  await page.locator('button[type="submit"]').click();
}

/** Signs somebody of the demonstration in; resolves when their work is on the tablet. */
export async function signInOnTablet(page: Page, origin: string, login: string): Promise<void> {
  await page.goto(`${origin}/tablet/`);
  await sendSignIn(page, { login, password: demoPassword });
  await choosePin(page);
  await page.locator('main a[href*="/stairwells/"]').first().waitFor();
}
