/** A whole visit with a questionnaire, from the lock to the office: by keyboard alone, and by touch alone. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { pin } from './pin.ts';
import { openStand, signInOnScreen, until, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

async function openTablet(): Promise<Page> {
  const screen = { viewport: { width: 1280, height: 800 }, hasTouch: true };
  const context = await browser.newContext({ ...chinese, ...screen });
  const page = await context.newPage();
  await page.goto(stand.address);
  await signInOnScreen(page, stand);
  await page.reload();
  await page.locator('main li button').first().waitFor();
  return page;
}

/** What the office has of a door: how its visit ended, whether there was a response, and the issue. */
const arrived = (room: string) =>
  stand.api.sql<{ outcome: string; completionMode: string | null; issues: number }[]>`
    select v.outcome, r.completion_mode,
      (select count(*)::int from issue i where i.household_id = v.household_id) as issues
    from visit v join household h on h.id = v.household_id and h.street_id = v.street_id
    left join response r on r.household_id = v.household_id and r.round_id = v.round_id and r.street_id = v.street_id
    where h.room = ${room}`;

/** The words of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) return '';
    const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
    const label = isField ? [...(active.labels ?? [])] : [];
    const words = label.map((one) => one.textContent).join(' ');
    return `${active.getAttribute('aria-label') ?? ''} ${words} ${active.textContent}`.trim();
  });

const onward = '.sd-navigation__next-btn:visible, .sd-navigation__complete-btn:visible';

/** Tab until something with that name has the focus; no more than once round the screen. */
async function focusOn(page: Page, name: RegExp): Promise<void> {
  await page.getByText(name).or(page.getByLabel(name)).first().waitFor({ state: 'attached' });
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    const words = await focused(page);
    if (name.test(words)) return;
    passed.push(words);
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by Tab; passed: ${passed.join(' | ')}`);
}

async function key(page: Page, name: RegExp, how: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await focusOn(page, name);
  await page.keyboard.press(how);
}

/** Tab until one of these has the focus. */
async function tabTo(page: Page, targets: Locator): Promise<void> {
  const isThere = () => targets.evaluateAll((all) => all.some((one) => one === document.activeElement));
  for (let presses = 0; presses < 80; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${String(targets)}`);
}

/** Takes the first choice of each question, page after page, until there is no more of the form. */
async function answerByKeyboard(page: Page): Promise<void> {
  for (;;) {
    const titles = await page.locator('.sd-question:visible .sd-question__title').allInnerTexts();
    const open = page.locator('.sd-question:visible');
    for (let index = 0; index < (await open.count()); index++) {
      const question = open.nth(index);
      if (
        (await question.locator('input').count()) === 0 ||
        (await question.locator('input:checked').count()) > 0
      )
        continue;
      await tabTo(page, question.locator('input'));
      await page.keyboard.press('Space');
      await question.locator('input:checked').first().waitFor({ state: 'attached' });
    }
    await tabTo(page, page.locator(onward));
    await page.keyboard.press('Enter');
    await page
      .locator('.sd-question__title', { hasText: titles[0] ?? '' })
      .first()
      .waitFor({ state: 'detached' });
    if ((await page.locator('.sd-question:visible').count()) === 0) return;
  }
}

test('by keyboard alone', async () => {
  const page = await openTablet();
  const { keyboard } = page;
  await key(page, /^li/);
  await page.getByRole('button', { name: '删掉一位' }).waitFor();
  await keyboard.type(pin);
  await page.getByRole('navigation').waitFor();
  await key(page, /柳苑1栋2单元/);
  await page.locator('[data-door]', { hasText: '601' }).waitFor();
  await focusOn(page, /^601/);
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '502 室' }).waitFor();
  await key(page, /^居民反映问题/);
  await page.getByRole('radiogroup').waitFor();
  await focusOn(page, /垃圾清运/);
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: '照明' }).and(page.locator(':checked')).waitFor();
  await focusOn(page, /具体情况/);
  await keyboard.type('三楼的灯坏了半个月。');
  await key(page, /^记下这个问题/);
  await page.getByRole('link', { name: '开始走访' }).waitFor();
  await key(page, /^开始走访/);
  await key(page, /^居民愿意谈/);
  await key(page, /^下一步/);
  await page.getByRole('radio', { name: '保密' }).waitFor();
  await focusOn(page, /^匿名/);
  await keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: '保密' }).and(page.locator(':checked')).waitFor();
  await key(page, /^同意，开始/);
  await page.locator('.sd-question').first().waitFor();
  await answerByKeyboard(page);
  await page.getByRole('button', { name: '删掉一位' }).waitFor();
  await keyboard.type(pin);
  await page.locator('.sd-question').first().waitFor();
  await answerByKeyboard(page);
  await key(page, /^保存走访/);
  await page.getByText(/502 室 已走访并答卷.*已存在平板上/).waitFor();
  const office = await until(
    () => arrived('502'),
    (rows) => rows.length > 0 && rows[0]?.issues === 1,
  );
  expect(office).toEqual([{ outcome: 'completed', completionMode: 'handedOver', issues: 1 }]);
  await page.context().close();
});

/** Taps one choice of each question, page after page, until there is no more of the form. */
async function answerByTouch(page: Page): Promise<void> {
  for (;;) {
    const title = await page.locator('.sd-question:visible .sd-question__title').first().innerText();
    const open = page.locator('.sd-question:visible');
    for (let index = 0; index < (await open.count()); index++) {
      const choice = open.nth(index).locator('.sd-selectbase__label').first();
      if ((await choice.count()) === 0 || (await open.nth(index).locator('input:checked').count()) > 0)
        continue;
      await choice.tap();
      await open.nth(index).locator('input:checked').first().waitFor({ state: 'attached' });
    }
    await page.locator(onward).tap();
    await page.locator('.sd-question__title', { hasText: title }).first().waitFor({ state: 'detached' });
    if ((await page.locator('.sd-question:visible').count()) === 0) return;
  }
}

test('by touch alone', async () => {
  const page = await openTablet();
  const tap = (role: 'button' | 'link' | 'radio', name: RegExp) =>
    page.getByRole(role, { name }).and(page.locator(':visible')).first().tap();
  const tapPin = async () => {
    for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap();
  };
  await tap('button', /^li/);
  await tapPin();
  await tap('link', /柳苑1栋2单元/);
  await page.locator('[data-door]', { hasText: '601' }).tap();
  await tap('link', /^开始走访/);
  await tap('button', /^居民愿意谈/);
  await tap('button', /^下一步/);
  await page.getByText('实名，欢迎回访', { exact: true }).tap();
  await tap('button', /^同意，开始/);
  await page.locator('.sd-question').first().waitFor();
  await answerByTouch(page);
  await tapPin();
  await page.locator('.sd-question').first().waitFor();
  await answerByTouch(page);
  await tap('button', /^保存走访/);
  await page.getByText(/601.*已存在平板上/).waitFor();
  const office = await until(
    () => arrived('601'),
    (rows) => rows.length > 0,
  );
  expect(office).toEqual([{ outcome: 'completed', completionMode: 'handedOver', issues: 0 }]);
  await page.context().close();
});
