/** Practice: everything can be tried, nothing leaves the tablet, nothing of it stays, and nobody's work is touched. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { photoWithPlace } from '../../apps/api/src/testing/photo.ts';
import { typePin, unlock } from './pin.ts';
import { openLoggedLine } from './request-log.ts';
import { openDoor, openStand, signInOnScreen, until, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;
let context: BrowserContext;
let line: Awaited<ReturnType<typeof openLoggedLine>>;

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

/** A tablet of its own for each test, on a line of its own. */
beforeEach(async () => {
  line = await openLoggedLine(stand.address);
  context = await browser.newContext({
    ...chinese,
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
  });
  return async () => {
    await context.close();
    line.close();
  };
});

const practicePin = '135790';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const band = (page: Page) => page.getByText('练习 · 不会上传');
const menu = (page: Page) => page.getByRole('navigation', { name: '主要页面' });
const grid = (page: Page) => page.getByRole('link', { name: /练习苑1栋1单元/ });

/** A tablet nobody has signed in on, with the whole app stored on it. */
async function openNew(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(line.address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  return page;
}

async function practise(page: Page): Promise<void> {
  await press(page, '练习（不用登录）');
  await menu(page).waitFor();
  await band(page).waitFor();
}

const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).toSorted());

async function openPracticeDoor(page: Page, room: string): Promise<void> {
  await page.getByRole('link', { name: '今日' }).click();
  await grid(page).last().click();
  await page.locator('[data-door]', { hasText: room }).click();
  await page.getByRole('heading', { name: `${room} 室` }).waitFor();
}

/** Up to where the resident chooses how to answer. */
async function askToAnswer(page: Page, room: string): Promise<void> {
  await openPracticeDoor(page, room);
  await page.getByRole('link', { name: '开始走访' }).click();
  await press(page, '居民愿意谈');
  await press(page, '下一步');
}

/** Answers every question with its first choice, page by page. */
async function answerEverything(page: Page): Promise<void> {
  const done = page.getByRole('button', { name: '答完了' });
  const questions = page.locator('.sd-question');
  for (;;) {
    const first = (await questions.first().getAttribute('data-name')) ?? '';
    for (const question of await questions.filter({ has: page.getByRole('radio') }).all())
      await question
        .locator('label', { has: page.getByRole('radio') })
        .first()
        .click();
    if (await done.isVisible()) return done.click();
    await press(page, '下一页');
    await page.locator(`.sd-question[data-name="${first}"]`).waitFor({ state: 'detached' });
  }
}

async function saveVisit(page: Page, room: string): Promise<void> {
  await press(page, '下一步');
  await press(page, '保存走访');
  await page.getByText(new RegExp(`${room} 室 .*已存在平板上`)).waitFor();
}

test('a new worker without an account tries everything, and not one request leaves the tablet', async () => {
  const page = await openNew();
  // The sign-in page asks whom one could try the product as.
  const before = await until(
    async () => line.toApi(),
    ({ length }) => length > 0,
  );
  expect(before).toEqual(['GET /api/setup/demo/people']);
  await practise(page);

  // The resident answers alone, with the tablet in their hands; the band is there as well.
  await askToAnswer(page, '401');
  await page.getByText('保密', { exact: true }).click();
  await press(page, '同意，开始');
  await answerEverything(page);
  await page.getByText(`练习用的解锁码：${practicePin}`).waitFor();
  expect(await band(page).isVisible()).toBe(true);
  expect(await menu(page).count()).toBe(0);
  await typePin(page, '000001');
  await page.getByText(/解锁码不对/).waitFor();
  await typePin(page, practicePin);
  await saveVisit(page, '401');

  // Read aloud, under the resident's name.
  await askToAnswer(page, '403');
  await page.getByRole('radio', { name: '请工作人员念' }).click();
  await page.getByText('实名，欢迎回访', { exact: true }).click();
  await press(page, '同意，开始');
  await answerEverything(page);
  await saveVisit(page, '403');

  // On the resident's phone: a sample that leads nowhere.
  await askToAnswer(page, '503');
  await page.getByRole('radio', { name: '用我的手机' }).click();
  await press(page, '出示二维码');
  await page.getByText('练习用的样例二维码').waitFor();
  await press(page, '居民说已送出');
  await saveVisit(page, '503');

  // What the resident wants put right, with a photo.
  await openPracticeDoor(page, '302');
  await page.getByRole('link', { name: '居民反映问题' }).click();
  await page.getByText('照明', { exact: true }).click();
  await page.getByLabel('具体情况').fill('planted-in-practice');
  const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(7) };
  await page.locator('input[name=camera]').setInputFiles(photo);
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
  await press(page, '记下这个问题');
  await page.getByText('planted-in-practice').waitFor();

  // As in earnest it is "at the office", and the doors are as they were left.
  await page.getByRole('link', { name: '同步', exact: true }).click();
  await page.getByText('这台平板上的内容已全部送达办公室。').waitFor();
  await page.getByText('练习时的“送达”和“确认”只是演示，什么也没有发出去。').waitFor();
  await press(page, '今天收工');
  await openPracticeDoor(page, '302');
  await page.getByText('planted-in-practice').waitFor();
  expect(await page.getByRole('button', { name: /^(401|403|503)，?.*已走访/ }).count()).toBe(3);

  // Anonymous: it waits to be mixed, as in earnest.
  await askToAnswer(page, '201');
  await page.getByText('匿名', { exact: true }).click();
  await press(page, '同意，开始');
  await answerEverything(page);
  await typePin(page, practicePin);
  await saveVisit(page, '201');
  await page.getByRole('link', { name: '同步', exact: true }).click();
  await page.getByText('匿名答卷 1 份').waitFor();

  expect(line.toApi()).toEqual(before);
  expect(line.carried('planted-in-practice')).toBe(false);
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept).not.toContain('practice-');

  await press(page, '结束练习');
  await page.getByRole('heading', { name: '登录走访平板' }).waitFor();
  expect(
    await until(
      () => databases(page),
      (names) => names.length === 1,
    ),
  ).toEqual(['huhudao']);
  expect(await band(page).count()).toBe(0);
  expect(await stand.api.sql`select 1 from device`).toHaveLength(0);
});

test('a real person’s unsent work is locked meanwhile, and is afterwards as it was', async () => {
  const page = await openNew();
  await signInOnScreen(page, stand);
  await stand.goAway();
  await openDoor(page, '601');
  await press(page, '无人在家');
  await page.getByText(/601 室 .*已存在平板上/).waitFor();
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('unsent')));
  const real = (await databases(page)).find((name) => /^huhudao-\w{8}-/.test(name ?? '')) ?? '';
  const before = await workIn(page, real);
  expect(before.records).toHaveLength(1);
  const ledger = await unsentLedger(page);

  await page.getByRole('link', { name: '设置' }).click();
  await press(page, '开始练习');
  await band(page).waitFor();
  await grid(page).first().waitFor();
  expect(await page.locator('body').innerText()).not.toContain('柳苑');
  await openPracticeDoor(page, '301');
  await press(page, '无人在家');
  await page.getByText(/301 室 .*已存在平板上/).waitFor();
  await page.getByText('已全部送达').waitFor();
  expect(await unsentLedger(page)).toEqual(ledger);
  expect(await workIn(page, real)).toEqual(before);

  await press(page, '结束练习');
  // Locked, and says so; whoever unlocks is where they were.
  await page.getByRole('button', { name: /^li/ }).getByText('1 条未送达').waitFor();
  expect(
    await until(
      () => databases(page),
      (names) => names.length === 2,
    ),
  ).toEqual(['huhudao', real]);
  await unlock(page, 'li');
  await page.getByRole('heading', { name: '设置' }).waitFor();
  await page.getByText(/未送达 1 条/).waitFor();
  await stand.comeBack();
  await press(page, '同步');
  await page.getByText('已全部送达').waitFor();
  expect(await stand.api.sql`select 1 from visit`).toHaveLength(1);
});

test('loading the page anew ends practice, in a resident’s hands too, and leaves nothing of it', async () => {
  const page = await openNew();
  await practise(page);
  await askToAnswer(page, '401');
  await page.getByText('保密', { exact: true }).click();
  await press(page, '同意，开始');
  await page.locator('.sd-question').first().waitFor();
  expect(await databases(page)).toHaveLength(2);
  await page.reload();
  await page.getByRole('heading', { name: '登录走访平板' }).waitFor();
  expect(
    await until(
      () => databases(page),
      (names) => names.length === 1,
    ),
  ).toEqual(['huhudao']);
  await page.waitForFunction(() => location.pathname === '/tablet/' && history.state === null);
});

test('the way back leads out of practice and never into it again', async () => {
  const page = await openNew();
  await practise(page);
  await openPracticeDoor(page, '401');
  for (let steps = 0; steps < 5 && (await band(page).count()) > 0; steps += 1) {
    await page.goBack();
    await page.waitForFunction(() => document.readyState === 'complete');
  }
  await page.getByRole('heading', { name: '登录走访平板' }).waitFor();
  await page.goForward();
  await page.waitForFunction(() => location.pathname === '/tablet/' && history.state === null);
  expect(await band(page).count()).toBe(0);
});

test('practice is not locked by itself, and another tab does not end it', async () => {
  await context.clock.install();
  const page = await openNew();
  await practise(page);
  await context.clock.fastForward('45:00');
  await openPracticeDoor(page, '401');
  const other = await context.newPage();
  await other.goto(line.address);
  await other.getByRole('heading', { name: '登录走访平板' }).waitFor();
  await press(page, '无人在家');
  await page.getByText(/401 室 .*已存在平板上/).waitFor();
  expect(await databases(page)).toHaveLength(2);
  await press(page, '结束练习');
  await page.getByRole('heading', { name: '登录走访平板' }).waitFor();
});

const unsentLedger = (page: Page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([key]) => /unsent|lost/.test(key)));

/** What lies in a person's database: the keys of its records, drafts and held work, and how far the outbox is. */
function workIn(page: Page, name: string) {
  return page.evaluate(async (database) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const open = await done(indexedDB.open(database));
    const keys = (table: string) => done(open.transaction(table).objectStore(table).getAllKeys());
    const found = { records: await keys('records'), drafts: await keys('drafts'), held: await keys('held') };
    open.close();
    return found;
  }, name);
}
