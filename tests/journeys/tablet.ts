/** What anybody does on the screen of a tablet before the work begins. */
import type { Page } from 'playwright-core';
import { choosePin } from '../tablet/pin.ts';
import type { Credentials } from './office-user.ts';

/** How a tablet lies on the table. */
export const lying = { width: 1280, height: 800 };

/** Signs in on the screen of a tablet; resolves when the first pull is on it. */
export async function signInOnScreen(
  page: Page,
  { login, password }: Credentials,
  device: string,
): Promise<void> {
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByLabel('平板名称').fill(device);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await choosePin(page);
  await page.getByRole('navigation', { name: '主要页面' }).waitFor();
}

/** Until everything of the app is on the tablet, so that it opens without a network. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}
