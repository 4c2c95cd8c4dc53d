/** The leave-behind slip: what it says, that all of it is on the paper, and that it belongs to the visit. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAppointmentLink } from '@huhudao/protocol';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { flawsOf } from './flaws.ts';
import { unlock } from './pin.ts';
import { scan } from './printed-code.ts';
import { pagesOf, printFlaws } from './printed-paper.ts';
import { openApp, openDoor, openStand, signInOnScreen, until, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
  await sayAtTheDoor('我们想听听您对小区的看法。');
  await stand.api.sql`
    insert into resident (street_id, id, household_id, name, initials)
    select street_id, gen_random_uuid(), id, '张建华', 'zjh' from household`;
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

const sayAtTheDoor = (statement: string) => stand.api.sql`update round set statement = ${statement}`;

async function signedIn(viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ ...chinese, viewport, hasTouch: true });
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function openSlip(page: Page): Promise<void> {
  await press(page, /^留言条$/);
  await page.getByRole('button', { name: '打印' }).waitFor();
}

const sizes = [
  { paper: 'A6 一张', is: { width: 105, height: 148 } },
  { paper: '58 毫米小票', is: { width: 58, height: expect.any(Number) } },
  { paper: 'A4 四张', is: { width: 210, height: 297 } },
] as const;

test('without a network the slip says who came, when and why, and nothing of the household', async () => {
  const page = await signedIn();
  await page.context().setOffline(true);
  await openDoor(page, '501');
  await openSlip(page);
  const slip = page.getByRole('group', { name: '留言条的样子' });
  const text = await slip.innerText();
  for (const said of [
    '柳荫社区',
    '柳荫一组',
    '我们想听听您对小区的看法。',
    '回答全凭自愿',
    '18:30–20:30 再来',
  ])
    expect(text).toContain(said);
  expect(await page.locator('body').innerText()).toContain('张建华');
  for (const hidden of ['501', '张', 'li']) expect(text).not.toContain(hidden);

  // Scanned from the paper, the code is this door’s, signed where there is no network.
  const code = page.locator('[data-print] svg[role=img]').first();
  const link = readAppointmentLink(new URL(await scan(code)).hash);
  const [door] = stand.street.doors.liuyin.filter(
    ({ room, id }) => room === '501' && id === link?.householdId,
  );
  expect(door).toBeDefined();
  await page.getByLabel('社区电话').fill('020-8765 4321');
  await slip.getByText('020-8765 4321').waitFor();
  for (const { paper, is } of sizes) {
    await page.getByRole('radio', { name: paper }).click();
    expect(await printFlaws(page), paper).toEqual([]);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), paper).toEqual([is]);
    // One sheet of four goes to four doors.
    expect(await code.count(), paper).toBe(paper === 'A4 四张' ? 0 : 1);
  }
  // Printing leaves the screen as it was, and the number is there for the next slip; a private one would not be.
  await press(page, '关闭');
  await openSlip(page);
  expect(await page.getByLabel('社区电话').inputValue()).toBe('020-8765 4321');
  await page.getByLabel('社区电话').fill('139 1234 5678');
  await page.getByText('请不要印个人的手机号').waitFor();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/139|8765/);
  await page.context().close();
});

test('the longest statement is whole on every paper', async () => {
  const long = '为了解小区环境、物业服务和楼道情况，我们逐户走访。'.repeat(80).slice(0, 2000);
  await sayAtTheDoor(long);
  const page = await signedIn();
  await openDoor(page, '501');
  await openSlip(page);
  for (const { paper, is } of sizes) {
    await page.getByRole('radio', { name: paper }).click();
    expect(await printFlaws(page), paper).toEqual([]);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), paper).toEqual([is]);
  }
  await page.context().close();
  await sayAtTheDoor('我们想听听您对小区的看法。');
});

test('a slip belongs to the visit: recorded with it, or added to the one of today', async () => {
  const page = await signedIn();
  await openDoor(page, '601');
  await openSlip(page);
  await press(page, '记录：无人在家，已留条');
  await page.getByText('已记下：留了留言条。').waitFor();
  await press(page, '关闭');
  await page.getByText(/601 室 无人在家 · 已存在平板上/).waitFor();

  await page.locator('[data-door]', { hasText: '602' }).click();
  await press(page, '无人在家');
  await page.getByText(/602 室 无人在家 · 已存在平板上/).waitFor();
  await openSlip(page);
  await press(page, '补记：已留条');
  await page.getByText('已记下：留了留言条。').waitFor();
  await page.reload();
  await unlock(page);
  await page.getByText('已全部送达').waitFor();

  // Opened again, the slip says that it is written down, and does not offer to do so twice.
  await openDoor(page, '602');
  await openSlip(page);
  await page.getByText('已记下：留了留言条。').waitFor();
  expect(await page.getByRole('button', { name: '补记：已留条' }).count()).toBe(0);

  const visits = await until(
    () => stand.api.sql`select form_answers from visit order by form_answers::text`,
    (rows) => rows.length === 2,
  );
  expect(visits.map(({ formAnswers }) => formAnswers)).toEqual([{ materials: ['slip'] }, {}]);
  const added = await stand.api.sql`select form_answers, outcome from visit_amendment`;
  expect(added).toMatchObject([{ formAnswers: { materials: ['slip'] }, outcome: null }]);
  await page.context().close();
});

test('the community’s telephone comes from the office, and is not typed', async () => {
  const { streetId, communities } = stand.street;
  await stand.api.sql`
    insert into notice_board (street_id, community_id, phone, address, hours, duties)
    values (${streetId}, ${communities.liuyin}, '0571-5550 0100', '', '', '{}')`;
  const page = await signedIn();
  await openDoor(page, '402');
  await openSlip(page);
  await page.getByRole('group', { name: '留言条的样子' }).getByText('0571-5550 0100').waitFor();
  expect(await page.getByLabel('社区电话').count()).toBe(0);
  for (const { paper } of sizes) {
    await page.getByRole('radio', { name: paper }).click();
    const kind = paper.slice(0, 2);
    await page.pdf({ preferCSSPageSize: true, path: `tests/.artifacts/slip/${kind}.pdf` });
  }
  await page.context().close();
});

describe.each([
  ['1280×800', 'light'],
  ['390×844', 'dark'],
] as const)('at %s, %s', (size, theme) => {
  test('the slip on the screen has no flaw', async () => {
    const [width = 0, height = 0] = size.split('×').map(Number);
    const page = await signedIn({ width, height });
    await page.evaluate(
      (look) => localStorage.setItem('huhudao.appearance', look),
      JSON.stringify({ theme, typeSize: 'standard' }),
    );
    await page.reload();
    await unlock(page);
    await openDoor(page, '502');
    await openSlip(page);
    expect(await flawsOf(page)).toEqual([]);
    // All of it can be reached, however low the screen is.
    await page.getByRole('button', { name: /已留条/ }).click({ trial: true });
    await page.context().close();
  });
});
