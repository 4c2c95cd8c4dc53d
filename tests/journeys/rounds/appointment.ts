/** Nobody is home: a slip stays at the door, and the resident chooses a time with the code on it. */
import type { Browser, Page } from 'playwright-core';
import { addDays, dayOf } from '@huhudao/domain';
import { formatShortDay } from '@huhudao/ui';
import { openPhone } from '../../resident/phone-stand.ts';
import { scan } from '../../tablet/printed-code.ts';
import { openDoor, type Place } from '../field/tablet-visit.ts';

/** Records that nobody was home and a slip left; returns the link in its code. */
export async function leaveSlip(page: Page, place: Place): Promise<string> {
  await openDoor(page, place);
  await page.getByRole('button', { name: '留言条', exact: true }).tap();
  await page.getByRole('button', { name: '记录：无人在家，已留条' }).tap();
  await page.getByText('已记下：留了留言条。').waitFor();
  const link = await scan(page.locator('[data-print] svg[role=img]').first());
  await page.getByRole('button', { name: '关闭' }).tap();
  return link;
}

/** The resident takes tomorrow evening. */
export async function chooseTomorrow(browser: Browser, link: string): Promise<void> {
  const { page, context } = await openPhone(browser);
  await page.goto(link);
  const tomorrow = addDays(dayOf(new Date().toISOString()), 1);
  await page.getByText(formatShortDay(tomorrow, 'zh-CN'), { exact: true }).tap();
  await page.getByText('18:30–20:30', { exact: true }).tap();
  await page.getByRole('button', { name: '约这个时间' }).tap();
  await page.getByRole('heading', { name: '约好了' }).waitFor();
  await context.close();
}
