/** What the leader of a team does on the tablet while walking. */
import type { Page } from 'playwright-core';
import type { Outcome } from '@huhudao/domain';
import { shortForm } from '@huhudao/questionnaire';
import { visitByTouch, type Place } from '../field/tablet-visit.ts';
import { stairwell } from './town.ts';

/** Doors of a stairwell where nobody answers, room by room: each saved on the tablet with two taps. */
export async function quickly(
  page: Page,
  number: 1 | 2 | 3,
  outcomes: Record<string, Outcome>,
): Promise<void> {
  for (const [room, outcome] of Object.entries(outcomes)) {
    await today(page);
    const place = { stairwell: stairwell(number), room };
    await visitByTouch(page, place, { kind: 'unanswered', outcome }, shortForm);
    await page
      .getByText(new RegExp(`^${room} 室 .* · 已存在平板上$`))
      .last()
      .waitFor();
  }
}

/** Until the office has confirmed everything. */
export async function syncNow(page: Page): Promise<void> {
  await openSync(page);
  await page.getByRole('button', { name: '现在同步' }).tap();
  await page.getByText('这台平板上的内容已全部送达办公室。').waitFor();
  await today(page);
}

/** Until the sync screen says that another team was at this door on the same day, and that it counts once. */
export async function untilToldOfAnother(page: Page, place: Place): Promise<void> {
  await syncNow(page);
  await openSync(page);
  const told = page.locator('section', {
    has: page.getByRole('heading', { name: '已送达，重复的不计' }),
  });
  await told
    .getByRole('listitem')
    .filter({ hasText: `${place.stairwell} ${place.room} 室` })
    .waitFor();
  await today(page);
}

const today = (page: Page) => page.getByRole('link', { name: '今日' }).tap();

async function openSync(page: Page): Promise<void> {
  await page.getByRole('link', { name: '同步', exact: true }).tap();
  await page.getByRole('heading', { name: '同步', level: 1 }).waitFor();
}
