/** A tablet that is shared, put down, handed over, and one whose PIN was forgotten. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { choosePin, pin, typePin, unlock } from './pin.ts';
import {
  beginQuestions,
  enterFirst,
  openApp,
  openDoor,
  openStand,
  sendSignIn,
  signInOnScreen,
  type Stand,
} from './stand.ts';

let stand: Stand;
let browser: Browser;
let context: BrowserContext;
const lying = { width: 1280, height: 800 };

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

/** A tablet of its own for each test. */
beforeEach(async () => {
  context = await browser.newContext({ ...chinese, viewport: lying, hasTouch: true });
  return () => context.close();
});

const menu = (page: Page) => page.getByRole('navigation', { name: '主要页面' });
const lock = (page: Page) => page.getByRole('button', { name: '锁定' }).click();
const question = (page: Page) => page.getByRole('radio', { name: '听说过，不了解' });
const answered = (page: Page) => page.getByRole('radio', { name: '听说过，不了解', checked: true });

async function answerOne(page: Page): Promise<void> {
  await page.getByText('听说过，不了解', { exact: true }).click();
  await answered(page).waitFor({ state: 'attached' });
}

test('a locked tablet opens by its PIN without a network; a wrong one says how many tries are left', async () => {
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await context.setOffline(true);
  await lock(page);
  await page.getByRole('heading', { name: '您是哪一位？' }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain('柳苑');
  await unlock(page, 'li', '000001');
  await page.getByText('解锁码不对，还可以试 9 次。').waitFor();
  await typePin(page);
  await menu(page).waitFor();
  await page.reload();
  await unlock(page, 'li');
  await menu(page).waitFor();
});

test('two people share a tablet: neither sees the other’s work, and each finds their own again', async () => {
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await context.setOffline(true);
  await openDoor(page, '601');
  await page.getByRole('button', { name: '无人在家' }).click();
  await page.getByText('601 室 无人在家 · 已存在平板上').waitFor();
  await lock(page);
  await page.getByRole('button', { name: /^li/ }).getByText('1 条未送达').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: '其他人登录' }).click();
  await sendSignIn(page, stand, 'zh-CN', stand.otherLogin);
  await choosePin(page, '906317');
  await menu(page).waitFor();
  await page.getByRole('link', { name: '同步', exact: true }).click();
  await page.getByText('这台平板上的内容已全部送达办公室。').waitFor();
  await page.getByRole('link', { name: '今日' }).click();
  await openDoor(page, '601');
  expect(await page.locator('main').innerText()).not.toContain('无人在家 ·');
  await lock(page);
  await unlock(page, 'li', '906317');
  await page.getByText('解锁码不对').waitFor();
  await typePin(page);
  // Somebody else was here meanwhile: one begins at Today.
  await page.getByRole('heading', { name: '今日' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/tablet/');
  await page.getByText('已全部送达').waitFor();
});

test('tabs of one tablet lock together', async () => {
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  const other = await context.newPage();
  await other.goto(stand.address);
  await unlock(other);
  await menu(other).waitFor();
  await lock(page);
  await other.getByRole('heading', { name: '您是哪一位？' }).waitFor();
});

test('untouched for five minutes it locks itself, and a visit that was going on is where it was', async () => {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(stand.address);
  await signInOnScreen(page, stand);
  await openDoor(page, '502');
  await page.getByRole('link', { name: /开始走访/ }).click();
  await page.getByRole('button', { name: '居民愿意谈' }).click();
  const asked = page.getByRole('heading', { name: '还有谁在场？' });
  await asked.waitFor();
  await page.clock.fastForward('04:00');
  await page.mouse.move(5, 5);
  await page.clock.fastForward('04:00');
  expect(await asked.isVisible()).toBe(true);
  await page.clock.fastForward('01:01');
  await unlock(page);
  await asked.waitFor();
});

test('in a resident’s hands nothing else is reachable, over going back, typing an address and reloading', async () => {
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await openDoor(page, '501');
  await beginQuestions(page, '保密');
  await answerOne(page);
  const onlyTheVisit = async () => {
    await answered(page).waitFor({ state: 'attached' });
    expect(new URL(page.url()).pathname).toMatch(/\/visit$/);
    expect(await menu(page).count()).toBe(0);
    expect(await page.locator('a').count()).toBe(0);
    expect(await page.getByRole('button', { name: '锁定' }).count()).toBe(0);
  };
  await onlyTheVisit();
  await page.goBack();
  await onlyTheVisit();
  for (const address of ['settings', 'sync', '']) {
    await page.goto(`${stand.address}${address}`);
    await page.getByRole('heading', { name: '请把平板交还给工作人员' }).waitFor();
    expect(await menu(page).count()).toBe(0);
    await typePin(page);
    await onlyTheVisit();
  }
  await page.getByRole('button', { name: '停下' }).click();
  await page.getByRole('button', { name: /到此为止/ }).click();
  await page.getByRole('heading', { name: '请把平板交还给工作人员' }).waitFor();
  await typePin(page, '000001');
  await page.getByText('还可以试 9 次').waitFor();
  await page.reload();
  await typePin(page);
  await page.getByText('您的答案已经收好').waitFor();
  expect(await question(page).count()).toBe(0);
  await typePin(page);
  await page.getByRole('heading', { name: '走访记录' }).waitFor();
  await page.getByRole('button', { name: '先停下，以后再接着来' }).click();
  await menu(page).waitFor();
});

test('a resident who thinks for ten minutes is not locked out; after fifteen the same question is behind the PIN', async () => {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(stand.address);
  await signInOnScreen(page, stand);
  await openDoor(page, '402');
  await beginQuestions(page, '匿名');
  await answerOne(page);
  await page.clock.fastForward('10:00');
  await page.clock.runFor(2000);
  expect(await answered(page).count()).toBe(1);
  await page.clock.fastForward('05:30');
  await typePin(page);
  await answered(page).waitFor({ state: 'attached' });
});

test('a resident who takes everything back gives the tablet back all the same', async () => {
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await openDoor(page, '401');
  await beginQuestions(page, '匿名');
  await page.getByRole('button', { name: '停下' }).click();
  await page.getByRole('button', { name: /不算了/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '已走访未答卷' }).click();
  await page.getByRole('heading', { name: '请把平板交还给工作人员' }).waitFor();
  await typePin(page);
  await page.getByRole('heading', { name: '走访记录' }).waitFor();
});

test('a forgotten PIN costs a sign-in with the password, and nothing that was on the tablet', async () => {
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await openDoor(page, '302');
  await page.getByRole('link', { name: /开始走访/ }).click();
  await page.getByRole('button', { name: '居民愿意谈' }).click();
  await page.getByRole('heading', { name: '还有谁在场？' }).waitFor();
  await page.goto(stand.address);
  await page.locator('main li button').first().click();
  await page.getByRole('button', { name: '忘记解锁码' }).click();
  await sendSignIn(page, stand);
  await choosePin(page, '906317');
  await menu(page).waitFor();
  await page.getByRole('link', { name: '同步', exact: true }).click();
  await page.getByRole('heading', { name: '没写完的走访' }).waitFor();
  await lock(page);
  await unlock(page, 'li', pin);
  await page.getByText('解锁码不对').waitFor();
  await typePin(page, '906317');
  await menu(page).waitFor();
});

test('the PIN is changed in the settings by whoever knows it, and a PIN anybody would guess is not taken', async () => {
  const page = await openApp(context, stand);
  await sendSignIn(page, stand);
  await typePin(page, '123456');
  await page.getByText('这个解锁码太容易猜到，请换一个。').waitFor();
  await enterFirst(page);
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('radio', { name: '1 分钟' }).click();
  await page.getByRole('button', { name: '修改解锁码' }).click();
  await page.getByText('先输入现在的解锁码').waitFor();
  await typePin(page);
  await choosePin(page, '906317');
  await page.getByText('解锁码已改好。').waitFor();
  await page.getByRole('button', { name: '锁定' }).first().click();
  await unlock(page, 'li', '906317');
  await page.getByRole('radio', { name: '1 分钟', checked: true }).waitFor();
});

test('where the round ends while a resident is answering, the tablet is theirs until the worker’s PIN all the same', async () => {
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await openDoor(page, '201');
  await beginQuestions(page, '保密');
  await answerOne(page);
  const { roundId } = stand.street;
  await stand.api.sql`update round set state = 'closed' where id = ${roundId}`;
  await context.setOffline(true);
  await context.setOffline(false);
  await page.getByText('这份问卷已不能接着填了。').waitFor();
  expect(await menu(page).count()).toBe(0);
  await typePin(page);
  await page.getByRole('link', { name: '返回' }).click();
  await menu(page).waitFor();
});
