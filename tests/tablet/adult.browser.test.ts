/** A measurement round that asks one adult of each household: counted at the door, drawn by the grid, at every size. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { kishGrid } from '@huhudao/statistics';
import { flawsOf } from './flaws.ts';
import { typePin } from './pin.ts';
import { enterFirst, openStand, sendSignIn, until, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;

const rule = { by: 'kish', youngest: 18, oldest: 65, monthsResident: 6 };

beforeAll(async () => {
  stand = await openStand();
  const { sql } = stand.api;
  await sql`update round set scope = scope || ${sql.json({ adults: rule })} where id = ${stand.street.roundId}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

const room = '501';

/** The household behind that door. */
async function householdId(): Promise<string> {
  const rows = await stand.api.sql<{ id: string }[]>`
    select h.id from household h join assignment a on a.street_id = h.street_id and a.household_id = h.id
    where h.room = ${room} and a.round_id = ${stand.street.roundId} and h.community_id = ${stand.street.communities.liuyin}`;
  return must(rows[0], 'the door').id;
}

const words = {
  'zh-CN': {
    start: '开始走访',
    talk: '居民愿意谈',
    men: '男士几位',
    women: '女士几位',
    absent: '这一位不方便',
  },
  en: { start: 'Start visit', talk: 'They will talk', men: 'Men', women: 'Women', absent: 'They cannot now' },
} as const;

async function atTheDoor(size: string, language: keyof typeof words): Promise<Page> {
  const [width = 0, height = 0] = size.split('×').map(Number);
  const context = await browser.newContext({ ...chinese, viewport: { width, height }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(stand.address);
  await page.evaluate((locale) => localStorage.setItem('huhudao.locale', locale), language);
  await page.reload();
  await sendSignIn(page, stand, language);
  await enterFirst(page, language);
  await page.locator('a[href*="/stairwells/"]').first().click();
  await page.locator('[data-door]', { hasText: room }).first().click();
  await page.getByRole('link', { name: words[language].start }).click();
  await page.getByRole('button', { name: words[language].talk }).click();
  return page;
}

const count = (page: Page, label: string, number: number) =>
  page
    .getByRole('radiogroup', { name: label, exact: true })
    .getByRole('radio', { name: String(number), exact: true })
    .click();

test.each([
  ['1280×800', 'zh-CN'],
  ['800×1280', 'en'],
  ['390×844', 'zh-CN'],
] as const)(
  'at %s, %s: everybody can be counted, and whoever cannot answer is not replaced',
  async (size, language) => {
    const page = await atTheDoor(size, language);
    const { men, women, absent } = words[language];
    expect(await page.getByRole('status').count()).toBe(0);
    await count(page, men, 2);
    await count(page, women, 1);
    await page.getByRole('status').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.getByRole('button', { name: absent }).click();
    await page.getByRole('dialog').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.context().close();
  },
);

test('the grid of the household says who answers, and the answers say of how many', async () => {
  const page = await atTheDoor('1280×800', 'zh-CN');
  await count(page, '男士几位', 0);
  await count(page, '女士几位', 3);
  const place = must(kishGrid(stand.street.roundId, await householdId(), 6)[2], 'the third entry');
  const said = ['请年龄最大的女士回答。', '请年龄第 2 大的女士回答。', '请年龄最小的女士回答。'][place - 1];
  expect(await page.getByRole('status').innerText()).toBe(said);
  for (const name of ['这一位愿意答', '下一步'])
    await page.getByRole('button', { name, exact: true }).click();
  expect(await page.getByText('用我的手机').count()).toBe(0);
  await page.getByText('保密', { exact: true }).click();
  await page.getByRole('button', { name: '同意，开始' }).click();
  await page.locator('.sd-question').first().waitFor();
  await page.getByRole('button', { name: '停下' }).click();
  await page.getByRole('button', { name: /到此为止/ }).click();
  await typePin(page);
  await page.locator('.sd-question').first().waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: /保存/ }).click();
  const stored = await until(
    () => stand.api.sql<{ eligibleAdults: number | null }[]>`select eligible_adults from response`,
    (rows) => rows.length === 1,
  );
  expect(stored).toEqual([{ eligibleAdults: 3 }]);
});

test('where nobody may answer the household is out of the sample, and no question is asked', async () => {
  const page = await atTheDoor('390×844', 'zh-CN');
  await count(page, '男士几位', 0);
  await count(page, '女士几位', 0);
  await page.getByRole('button', { name: '没有符合条件的人，结束' }).click();
  await page.getByRole('button', { name: /保存/ }).waitFor();
  await page.getByText('无合格对象').first().waitFor();
  expect(await page.locator('.sd-question').count()).toBe(0);
});
