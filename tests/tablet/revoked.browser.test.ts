/** A tablet the office takes out of use: what it held is handed over first, and then nothing is left on it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { choosePin, unlock } from './pin.ts';
import {
  beginQuestions,
  openApp,
  openDoor,
  openStand,
  sendSignIn,
  signInOnScreen,
  stopAndSave,
  until,
  type Stand,
} from './stand.ts';

let stand: Stand;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

/** A tablet of its own for each test, whose clock can be put forward. */
beforeEach(async () => {
  context = await browser.newContext({ ...chinese, viewport: { width: 1280, height: 800 }, hasTouch: true });
  return () => context.close();
});

/** Takes the tablet that signed in last out of use. */
async function revokeIt(): Promise<void> {
  await stand.api.sql`
    update device set revoked_at = now() where id = (select id from device order by registered_at desc limit 1)`;
  stand.api.identities.forget();
}

const held = () =>
  stand.api.sql<{ kind: string; deviceId: string | null; personId: string | null }[]>`
    select kind, device_id, person_id from quarantine where problem_code = 'deviceRevoked' order by kind`;

/** Names of the databases on the tablet, and how many people it knows. */
function leftOn(page: Page): Promise<{ databases: string[]; people: number }> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name).toSorted();
    const request = indexedDB.open('huhudao');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const count = request.result.transaction('people').objectStore('people').count();
    await new Promise((resolve) => (count.onsuccess = resolve));
    request.result.close();
    return { databases, people: count.result };
  });
}

const pushes = '**/api/sync/push';

/** Nothing that is recorded leaves the tablet, whatever else does. */
async function workUnsent(page: Page): Promise<void> {
  await context.route(pushes, (route) => route.abort());
  await openDoor(page, '601');
  await page.getByRole('button', { name: '无人在家' }).click();
  await page.getByText('601 室 无人在家 · 已存在平板上').waitFor();
}

/** Minutes in which nobody touches it, until this is on the screen. */
async function passUntil(page: Page, text: string): Promise<void> {
  const shown = page.getByText(text);
  await until(
    async () => {
      await page.clock.fastForward('01:00');
      return shown.count();
    },
    (count) => count > 0,
  );
}

test('it is covered at once, hands over visits and anonymous answers, and is wiped once the office has both', async () => {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(stand.address);
  await signInOnScreen(page, stand);
  await context.setOffline(true);
  await openDoor(page, '602');
  await beginQuestions(page, '匿名');
  await page.getByText('听说过，不了解', { exact: true }).click();
  await stopAndSave(page);
  await revokeIt();
  await context.setOffline(false);
  await page.getByRole('heading', { name: '这台平板已被停用' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await until(held, (rows) => rows.length === 1);
  expect((await leftOn(page)).people).toBe(1);
  await passUntil(page, '2 条记录已交给办公室。');
  const kept = [...(await held())];
  expect(kept.map(({ kind }) => kind)).toEqual(['recordVisit', 'sealedResponse']);
  expect(kept[1]).toMatchObject({ deviceId: null, personId: null });
  expect(await leftOn(page)).toEqual({ databases: ['huhudao'], people: 0 });
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByRole('heading', { name: '登录走访平板' }).waitFor();
});

test('a colleague whose store was locked meanwhile opens nothing by their PIN, and hands over by their password', async () => {
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await workUnsent(page);
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByText('1 条未送达').waitFor();
  await page.getByRole('button', { name: '其他人登录' }).click();
  await sendSignIn(page, stand, 'zh-CN', stand.otherLogin);
  await choosePin(page, '906317');
  await page.getByRole('navigation', { name: '主要页面' }).waitFor();
  const before = (await held()).length;
  await revokeIt();
  await page.getByRole('button', { name: '同步', exact: true }).click();
  await page.getByText('还有同事的内容没有交出').waitFor();
  expect((await leftOn(page)).people).toBe(1);
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByRole('button', { name: /^li/ }).click();
  await page.getByText('这台平板已被停用。请用密码登录').waitFor();
  await context.unroute(pushes);
  await sendSignIn(page, stand);
  await page.getByText('1 条记录已交给办公室。').waitFor();
  expect((await held()).length).toBe(before + 1);
  expect(await leftOn(page)).toEqual({ databases: ['huhudao'], people: 0 });
});

test('somebody who was shut out loses what is theirs on the tablet, and their colleague nothing', async () => {
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByRole('button', { name: '其他人登录' }).click();
  await sendSignIn(page, stand, 'zh-CN', stand.otherLogin);
  await choosePin(page, '906317');
  await page.getByRole('navigation', { name: '主要页面' }).waitFor();
  const { id } = stand.street.people.zhao;
  await stand.api.sql`update person set disabled_at = now() where id = ${id}`;
  stand.api.identities.forget();
  await page.getByRole('button', { name: '同步', exact: true }).click();
  await page.getByRole('heading', { name: '您在这台平板上的内容已清除' }).waitFor();
  await page.getByRole('button', { name: '知道了' }).click();
  await unlock(page, 'li');
  await page.getByRole('navigation', { name: '主要页面' }).waitFor();
  await stand.api.sql`update person set disabled_at = null where id = ${id}`;
});
