/** A notice reaches the tablet, is read where there is no network, and is then unread nowhere: not in the office either. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf, must } from '@huhudao/domain';
import {
  call,
  chooseAppointment,
  listNotices,
  makePlan,
  openAppointment,
  readNotices,
} from '@huhudao/protocol';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { printedLink } from '../../apps/api/src/appointments/links.testing.ts';
import { flawsOf } from './flaws.ts';
import { unlock } from './pin.ts';
import { openApp, openStand, signInOnScreen, until, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
  context = await browser.newContext({ ...chinese, viewport: { width: 1280, height: 800 }, hasTouch: true });
  page = await openApp(context, stand);
  await signInOnScreen(page, stand);
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

const li = () => stand.street.people.li;
const unread = async () => (await li().call(listNotices, {})).unread;
const bell = (name: string) => page.getByRole('link', { name, exact: true });
const syncNow = () => page.getByRole('button', { name: '同步', exact: true }).first().click();

/** The leader of the team plans from the desk. */
async function plan(days: number): Promise<void> {
  const { teams, doors, communities, roundId, people } = stand.street;
  const { stairwellId } = must(doors.liuyin[0], 'a door');
  const day = addDays(dayOf(Date.now()), days);
  const body = { stairwellId, teamId: teams.liuyin, day, from: '18:30', until: '20:30' };
  await people.zhao.call(makePlan, { params: { areaId: communities.liuyin, roundId }, body });
}

test('a plan is told, read without a network, and said to the office when there is one again', async () => {
  await bell('通知').waitFor();
  await plan(1);
  await syncNow();
  await bell('通知，1 条未读').waitFor();
  await context.setOffline(true);
  await bell('通知，1 条未读').click();
  const told = page.getByRole('listitem').filter({ hasText: '柳荫一组' });
  await told.getByText(/18:30–20:30走访柳苑1栋1单元。/).waitFor();
  await bell('通知').waitFor();
  expect(await flawsOf(page)).toEqual([]);
  expect(await unread()).toBe(1);

  // The battery ran out: what was read stays so.
  await page.reload();
  await unlock(page);
  await bell('通知').waitFor();
  expect(await unread()).toBe(1);

  await context.setOffline(false);
  await syncNow();
  expect(await until(unread, (count) => count === 0)).toBe(0);
  await told.getByRole('button', { name: '看排班' }).click();
  await page.getByRole('heading', { name: '排班' }).waitFor();
});

test('what is read in the office is read on the tablet', async () => {
  await plan(2);
  await syncNow();
  await bell('通知，1 条未读').waitFor();
  const { items } = await li().call(listNotices, {});
  await li().call(readNotices, { body: { ids: items.map(({ id }) => id) } });
  await syncNow();
  await bell('通知').waitFor();
});

test('an appointment by a resident’s link leads to the door, and nothing of it stands readable on the disk', async () => {
  const { streetId, roundId, doors } = stand.street;
  const door = must(doors.liuyin[2], 'a door');
  const resident = { origin: '', fetch: stand.api.fetch };
  const link = await printedLink(
    stand.api.deps,
    { streetId, roundId, householdId: door.id },
    addDays(dayOf(Date.now()), 5),
  );
  const [offered] = (await call(resident, openAppointment, { body: link })).days;
  const { day, windows } = must(offered, 'a day');
  const window = must(windows[0], 'a window');
  await call(resident, chooseAppointment, { body: { link, day, ...window, note: '' } });
  await syncNow();
  await bell('通知，1 条未读').click();
  const told = page.getByRole('listitem').filter({ hasText: `柳苑1栋1单元 ${door.room} 室的居民约` });
  await told.getByText('新', { exact: true }).waitFor();
  expect(await onDisk()).not.toMatch(/appointmentMade|柳苑|柳荫一组/);
  await told.getByRole('button', { name: '去这一户' }).click();
  await page.getByRole('heading', { name: new RegExp(door.room) }).waitFor();
});

/** Everything of the person's store, as whoever holds the tablet could read it. */
const onDisk = (): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const own = databases.find(({ name }) => /^huhudao-[0-9a-f-]{36}$/.test(name ?? ''))?.name ?? '';
    const request = indexedDB.open(own);
    await new Promise((resolve) => (request.onsuccess = resolve));
    const stores = [...request.result.objectStoreNames];
    const texts = stores.map(async (name) => {
      const all = request.result.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      return `${name} ${JSON.stringify(all.result)}`;
    });
    const text = (await Promise.all(texts)).join('\n');
    request.result.close();
    if (!text.includes('readNotices')) throw new Error('This is no store of a person');
    return text;
  });
