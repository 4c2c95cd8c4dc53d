/** A resident chooses a time with the code on a slip: at the size of a small phone, from choosing to withdrawing. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '@huhudao/domain';
import { pull } from '@huhudao/protocol';
import { formatDay, formatShortDay } from '@huhudao/ui';
import { flawsOf } from '../tablet/flaws.ts';
import { openPhone, usePhoneStand } from './phone-stand.ts';

const set = usePhoneStand();
const day = addDays(dayOf(Date.now()), 2);

/** What the tablets of the door's team are told. */
async function pulled(roundId: string, householdId: string) {
  const { api, street } = set.stand.stand;
  const tablet = await api.tablet(street.people.li);
  const { assignments } = await tablet.call(pull, { query: { streetId: street.streetId } });
  return assignments.find((one) => one.roundId === roundId && one.householdId === householdId)?.chosen;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const pick = (page: Page, name: string) => page.getByText(name, { exact: true }).click();

async function openSlip() {
  const [roundId, door] = [await set.stand.openRound(), set.stand.nextDoor()];
  const link = await set.stand.slipLink(roundId, door);
  const phone = await openPhone(set.browser);
  return { ...phone, roundId, door, link };
}

test('chooses in two taps, changes it and withdraws it with the same code; the team is told each time', async () => {
  const { page, context, link, roundId, door } = await openSlip();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().split('#')[0] ?? ''));
  await page.goto(link);
  await pick(page, formatShortDay(day, 'zh-CN'));
  await pick(page, '18:30–20:30');
  await page.getByLabel('要告诉来访人员的话（可以不填）').fill('门铃坏了');
  await press(page, '约这个时间');
  await page.getByRole('heading', { name: '约好了' }).waitFor();
  expect(await pulled(roundId, door.id)).toMatchObject({ day, from: '18:30', note: '门铃坏了' });

  // Another day, on a page that was opened anew.
  await page.reload();
  await press(page, '改时间');
  const next = addDays(day, 1);
  await pick(page, formatShortDay(next, 'zh-CN'));
  await pick(page, '09:00–11:30');
  await press(page, '约这个时间');
  await page.getByText(formatDay(next, 'zh-CN')).waitFor();
  await page.getByRole('button', { name: '取消约定' }).waitFor();
  expect(await pulled(roundId, door.id)).toMatchObject({ day: next, from: '09:00', note: '门铃坏了' });

  await press(page, '取消约定');
  await page.getByText('已取消。').waitFor();
  expect(await pulled(roundId, door.id)).toBeUndefined();
  for (const url of asked) for (const secret of [door.id, roundId]) expect(url).not.toContain(secret);
  await context.close();
});

test('is told in words what keeps the time from being agreed, and what was chosen stays on the page', async () => {
  const { page, context, link, roundId } = await openSlip();
  await page.goto(link);
  await pick(page, formatShortDay(day, 'zh-CN'));
  await pick(page, '14:30–17:00');
  await page.route('**/api/appointments', (route) => route.abort());
  await press(page, '约这个时间');
  await page.getByRole('alert').waitFor();
  await page.unroute('**/api/appointments');
  await press(page, '约这个时间');
  await page.getByRole('heading', { name: '约好了' }).waitFor();
  await set.stand.phones.closeRound(roundId);
  await page.reload();
  await page.getByText('这一轮走访已经结束，不用再约时间了').waitFor();
  await context.close();
});

test('who opens the page without a code is told what it is for', async () => {
  const { page, context } = await openPhone(set.browser);
  await page.goto(`${set.stand.origin}/answer/`);
  await page.getByRole('heading', { name: '居民页面' }).waitFor();
  await page.getByText('扫门口留言条或告知单上的二维码').waitFor();
  await context.close();
});

test.each([
  ['zh-CN', 'light', 'standard', '约这个时间', '约好了'],
  ['zh-CN', 'light', 'largest', '约这个时间', '约好了'],
  ['en', 'dark', 'largest', 'Agree this time', 'Agreed'],
] as const)('in %s, %s, %s type no screen has a flaw', async (locale, theme, typeSize, choose, agreed) => {
  const { page, context, link } = await openSlip();
  await context.addInitScript(
    ([language, look]) => {
      localStorage.setItem('huhudao.locale', String(language));
      localStorage.setItem('huhudao.appearance', String(look));
    },
    [locale, JSON.stringify({ theme, typeSize })],
  );
  const flaws: Record<string, string[]> = {};
  const look = async (screen: string) => {
    const found = await flawsOf(page);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    if (wide) found.push('wider than the phone');
    if (found.length > 0) flaws[screen] = found;
    const name = `${screen}-${locale}-${typeSize}`;
    await page.screenshot({ path: `tests/.artifacts/resident/${name}.png`, fullPage: true });
  };
  await page.goto(`${set.stand.origin}/answer/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('welcome');
  await page.goto(link);
  await pick(page, formatShortDay(day, locale));
  await pick(page, '18:30–20:30');
  await look('choose');
  await press(page, choose);
  await page.getByRole('heading', { name: agreed }).waitFor();
  await look('agreed');
  expect(flaws).toEqual({});
  await context.close();
});
