/**
 * A building head plans three stairwells on a phone without a network, by suggestion and by hand; the leader says yes on
 * another tablet, without a network as well; both see the same in the end, and so does the office.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf, must } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { drag } from '../bench/field/finger.ts';
import { flawsOf } from './flaws.ts';
import { pagesOf, printFlaws } from './printed-paper.ts';
import { enterFirst, openApp, openStand, password, sendSignIn, until, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;
let head: { context: BrowserContext; page: Page };
let leader: { context: BrowserContext; page: Page };

const phone = { width: 390, height: 844 };
const tablet = { width: 1280, height: 800 };

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
  const { people, doors, streetId } = stand.street;
  await stand.api.givePassword(people.head, password);
  const stairwells = new Set([...doors.liuyin, ...doors.nanqiao.slice(0, 1)].map((door) => door.stairwellId));
  for (const stairwellId of stairwells)
    await stand.api.sql`
      insert into steward_term (street_id, id, person_id, stairwell_id, starts_on)
      values (${streetId}, ${newId()}, ${people.head.id}, ${stairwellId}, '2026-01-01')`;
  head = await signIn(people.head.login, phone);
  leader = await signIn(people.zhao.login, tablet);
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

async function signIn(login: string, viewport: typeof phone) {
  const context = await browser.newContext({ ...chinese, viewport, hasTouch: true });
  const page = await openApp(context, stand);
  await sendSignIn(page, stand, 'zh-CN', login);
  await enterFirst(page);
  await page.getByRole('link', { name: '排班' }).click();
  await page.getByRole('heading', { name: '排班' }).waitFor();
  return { context, page };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const plans = () => stand.api.sql<{ teamId: string; day: string; accepted: boolean }[]>`
  select p.team_id, p.day, p.accepted_at is not null as accepted
  from plan p
  where p.cancelled_at is null order by p.day, p.starts_at`;
/** A slot in the calendar is named by its hours, place and team. */
const slotName = /^\d\d:\d\d–\d\d:\d\d/;
const slots = (page: Page) => page.getByRole('button', { name: slotName });
const tomorrow = () => addDays(dayOf(Date.now()), 1);
const nextWeek = () => addDays(dayOf(Date.now()), 7);

async function syncNow(page: Page): Promise<void> {
  await page.getByRole('link', { name: '同步' }).first().click();
  await press(page, /^(现在)?同步$/);
}

/** Today may be a Sunday: then what is planned from tomorrow on is in the week after. */
async function showWeekOf(page: Page, day: string): Promise<void> {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  const column = page.getByRole('heading', { level: 3, name: new RegExp(`^${month}月${date}日`) });
  if ((await column.count()) === 0) await press(page, '往后');
  await column.waitFor();
}

/** Takes every suggested slot of a stairwell out again, as one does by tapping. */
async function takeOut(page: Page, place: string): Promise<void> {
  const of = page.getByRole('button', { name: new RegExp(`${slotName.source}.*${place}`) });
  for (let left = await of.count(); left > 0; left -= 1) {
    await of.first().click();
    await press(page, '这次不要');
    await until(
      () => of.count(),
      (count) => count === left - 1,
    );
  }
}

test('a building head takes what is suggested, changes it, and plans one stairwell by hand, all without a network', async () => {
  const { context, page } = head;
  await context.setOffline(true);
  await press(page, '建议排班');
  await page.getByText(/建议了 \d+ 次走访/).waitFor();
  await showWeekOf(page, tomorrow());
  expect(await flawsOf(page)).toEqual([]);

  // Why it was suggested is told in words; one stairwell is taken out.
  await slots(page).first().click();
  await page.getByText(/^\d+ 户还没去过$/).waitFor();
  await page.getByText(/约能走 \d+ 户，还有 12 户/).waitFor();
  await page.getByText('还没有记录，先按 10 分钟一户估算').waitFor();
  expect(await flawsOf(page)).toEqual([]);
  await press(page, '关闭');
  await takeOut(page, '南苑1栋1单元');
  const suggested = await slots(page).count();
  expect(suggested).toBeGreaterThanOrEqual(2);
  await press(page, `全部排进去（${suggested}）`);
  await page.getByText(`排进 ${suggested} 次走访`).waitFor();
  expect(await slots(page).count()).toBe(suggested);

  // Taken back, and suggested anew.
  await press(page, '撤销');
  await until(
    () => slots(page).count(),
    (count) => count === 0,
  );
  expect(await slots(page).count()).toBe(0);
  await press(page, '建议排班');
  await takeOut(page, '南苑1栋1单元');
  await press(page, `全部排进去（${suggested}）`);
  await page.getByText(`排进 ${suggested} 次走访`).waitFor();

  // The third by hand, from the list of who is left.
  const left = page.getByRole('listitem').filter({ hasText: '还没排' });
  await left.getByRole('checkbox').first().check();
  await press(page, '安排所选的 1 个单元');
  await page.getByLabel('日期', { exact: true }).fill(nextWeek());
  await page.getByText(/约能走 \d+ 户，还有 12 户/).waitFor();
  expect(await flawsOf(page)).toEqual([]);
  await press(page, '排进去');
  await page.getByText('排进 1 次走访').waitFor();
  await until(
    () => left.count(),
    (count) => count === 0,
  );
  expect(await left.count()).toBe(0);
  expect(await plans()).toEqual([]);
});

test('a planned visit is announced without a network: printed to hang up, and copied for the neighbours', async () => {
  const { context, page } = head;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await showWeekOf(page, tomorrow());
  await slots(page).first().click();
  await press(page, '告知单');
  const notice = page.getByRole('group', { name: '告知单的样子' });
  await page.getByLabel('社区电话').fill('020-8765 4321');
  await notice.getByText('020-8765 4321').waitFor();
  const text = await notice.innerText();
  for (const said of ['入户走访告知单', '柳荫', '单元', '时间', '来访', '走访小组将上门拜访', '可以匿名回答'])
    expect(text).toContain(said);
  expect(text).toMatch(/\d+月\d+日 周.\s\d\d:\d\d–\d\d:\d\d/);
  expect(await flawsOf(page)).toEqual([]);
  expect(await printFlaws(page)).toEqual([]);
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual([{ width: 210, height: 297 }]);
  await press(page, '复制文字，发到居民群');
  await page.getByText('已复制').waitFor();
  const message = await page.evaluate(() => navigator.clipboard.readText());
  expect(message.split('\n')[0]).toMatch(/^入户走访告知单：.*单元$/);
  expect(message).toContain('020-8765 4321');
  await page.getByRole('button', { name: '关闭' }).last().click();
  await press(page, '关闭');
});

test('what the server would refuse is said in words before it is planned', async () => {
  const { page } = head;
  await press(page, '安排走访');
  await page
    .getByRole('dialog')
    .getByText(/柳苑1栋1单元/)
    .click();
  await page.getByLabel('日期', { exact: true }).fill(nextWeek());
  await page.getByLabel('从', { exact: true }).fill('05:00');
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByRole('button', { name: '排进去' }).isDisabled()).toBe(true);
  await press(page, '关闭');
});

/** What is done next builds on it: first it has to be undone. */
async function undoMove(page: Page): Promise<void> {
  await press(page, '撤销');
  await page.getByText('已改期').waitFor({ state: 'hidden' });
}

/** The first slot of the week, the day it is on, and another day of the same week with the place to let go there. */
async function aMove(page: Page) {
  const first = page
    .getByRole('listitem')
    .filter({ has: slots(page) })
    .first();
  const day = await first.locator('xpath=ancestor::section').getAttribute('data-drop');
  const from = must(day ?? undefined, 'the day');
  const days = await page
    .locator('[data-drop]')
    .evaluateAll((columns) => columns.map((column) => column.getAttribute('data-drop') ?? ''));
  const to = must(
    days.findLast((one) => one !== from),
    'another day of the week',
  );
  const slotsOn = (one: string) =>
    page.locator(`[data-drop="${one}"]`).getByRole('button', { name: slotName });
  const column = page.locator(`[data-drop="${to}"]`);
  await column.scrollIntoViewIfNeeded();
  await first.scrollIntoViewIfNeeded();
  const handle = await first.getByRole('button', { name: /^移动/ }).boundingBox();
  const target = await column.boundingBox();
  if (handle === null || target === null) throw new Error('nothing to drag');
  return {
    ...{ from, to, slotsOn },
    grip: { x: handle.x + 10, y: handle.y + 10 },
    goal: { x: target.x + 40, y: target.y + 20 },
  };
}

test('a slot goes to another day by dragging, by the arrow keys and by tapping, and back again', async () => {
  const { page } = head;
  await page.setViewportSize(tablet);
  await showWeekOf(page, tomorrow());
  const { from, to, slotsOn, grip, goal } = await aMove(page);
  const there = await slotsOn(from).count();
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(goal.x, goal.y, { steps: 6 });
  await page.locator('[data-over]').waitFor();
  await page.mouse.up();
  await page.getByText('已改期').waitFor();
  await slotsOn(to).first().waitFor();
  await undoMove(page);
  await page.locator(`[data-drop="${from}"]`).getByRole('button', { name: /^移动/ }).first().focus();
  await page.keyboard.press(to > from ? 'ArrowRight' : 'ArrowLeft');
  await page.getByText('已改期').waitFor();
  await undoMove(page);
  await slotsOn(from).first().click();
  await press(page, '改日期、时间或小组');
  await page.getByLabel('日期', { exact: true }).fill(nextWeek());
  await press(page, '改到这里');
  await page.getByText('已改期').waitFor();
  await undoMove(page);
  await slotsOn(from).first().waitFor();
  expect(await slotsOn(from).count()).toBe(there);
  await page.setViewportSize(phone);
});

test('a finger drags a slot by its handle to another day; anywhere else on the slot it moves nothing', async () => {
  const { page } = head;
  await page.setViewportSize(tablet);
  await showWeekOf(page, tomorrow());
  const { from, to, slotsOn, goal } = await aMove(page);
  const [here, there] = [await slotsOn(from).count(), await slotsOn(to).count()];
  const slot = must((await slotsOn(from).first().boundingBox()) ?? undefined, 'the slot');
  await drag(page, { x: slot.x + 20, y: slot.y + 20 }, goal, 300);
  expect(await page.getByText('已改期').count()).toBe(0);
  expect(await slotsOn(from).count()).toBe(here);

  const moved = await aMove(page);
  await drag(page, moved.grip, moved.goal, 300);
  await page.getByText('已改期').waitFor();
  expect([await slotsOn(from).count(), await slotsOn(to).count()]).toEqual([here - 1, there + 1]);
  await undoMove(page);
  await page.setViewportSize(phone);
});

test('the plans reach the office as proposed; the leader accepts without a network; all see that it is accepted', async () => {
  await head.context.setOffline(false);
  const proposed = await until(plans, (rows) => rows.some(({ day }) => day === nextWeek()));
  expect(proposed.length).toBeGreaterThanOrEqual(3);
  expect(proposed.every(({ accepted }) => !accepted)).toBe(true);

  const { context, page } = leader;
  await syncNow(page);
  await page.getByRole('link', { name: '排班' }).click();
  await page.getByText(/有 \d+ 次走访等您同意/).waitFor();
  await context.setOffline(true);
  expect(await flawsOf(page)).toEqual([]);
  await press(page, /^全部同意/);
  await page.getByText(/同意了 \d+ 次走访/).waitFor();
  await context.setOffline(false);
  // Of the other team nobody has said anything yet.
  const { liuyin } = stand.street.teams;
  const answered = await until(plans, (rows) => rows.some(({ accepted }) => accepted));
  expect(answered.map(({ teamId, accepted }) => accepted === (teamId === liuyin))).toEqual(
    answered.map(() => true),
  );
  await syncNow(head.page);
  await head.page.getByRole('link', { name: '排班' }).click();
  await showWeekOf(head.page, tomorrow());
  await head.page.getByText('组长已同意').first().waitFor();
});
