/** One's plan in one's own calendar: the address is made, read by a calendar, and taken back. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { flawsOf } from './flaws.ts';
import { openApp, openStand, signInOnScreen, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
  const context = await browser.newContext({
    ...chinese,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  page = await openApp(context, stand);
  await signInOnScreen(page, { login: stand.otherLogin });
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const openSettings = () => page.getByRole('link', { name: '设置' }).click();

/** What a calendar gets that knows nothing but the address. */
const fetched = (address: string) => fetch(address);
const addressShown = async () =>
  must(await page.getByText(/^http.*\.ics$/).textContent(), 'the address on the screen');

test('the address is shown once, opens the plan to a calendar, and leads nowhere once it was stopped', async () => {
  await openSettings();
  await press('生成订阅地址');
  const address = await addressShown();
  expect(await flawsOf(page)).toEqual([]);
  const calendar = await fetched(address);
  expect(calendar.headers.get('content-type')).toContain('text/calendar');
  expect(await calendar.text()).toContain('X-WR-CALNAME:户户到 · 走访排班');

  await page.getByRole('link', { name: '今日' }).click();
  await openSettings();
  await page.getByText(/^订阅地址从 .*起有效/).waitFor();
  expect(await page.getByText(/\.ics$/).count()).toBe(0);

  await press('换一个地址');
  await page.getByRole('dialog').getByRole('button', { name: '换一个地址' }).click();
  const another = await addressShown();
  expect((await fetched(address)).status).toBe(404);
  expect((await fetched(another)).status).toBe(200);

  await press('停用');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  expect((await fetched(another)).status).toBe(200);
  await press('停用');
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await page.getByRole('button', { name: '生成订阅地址' }).waitFor();
  expect((await fetched(another)).status).toBe(404);
});

test('without the office nothing is promised; once it is there again, it can be made', async () => {
  await page.getByRole('link', { name: '今日' }).click();
  await stand.goAway();
  await openSettings();
  await page.getByText('联网后才能设置。').waitFor();
  await stand.comeBack();
  await press('再试一次');
  await page.getByRole('button', { name: '生成订阅地址' }).waitFor();
});
