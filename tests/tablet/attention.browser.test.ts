/** Records the office refuses: read, put right, or handed to the street. None of them is dropped. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listQuarantine } from '@huhudao/protocol';
import { launchBrowser } from '@huhudao/testkit/browser';
import * as rounds from '../../apps/api/src/testing/rounds.queries.ts';
import { unlock } from './pin.ts';
import { openApp, openDoor, openStand, signInOnScreen, until, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true });
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

/** A visit without answers, with somebody along. Offline: it waits on the tablet. */
async function visitWith(page: Page, room: string, companion: string): Promise<void> {
  await page.goto(stand.address);
  await unlock(page);
  await openDoor(page, room);
  await page.getByRole('link', { name: /开始走访/ }).click();
  await page.getByRole('button', { name: '居民愿意谈' }).click();
  await page.getByText(companion, { exact: true }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '不参加' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '已走访未答卷' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '保存走访' }).click();
  await page.getByText(/已存在平板上/).waitFor();
}

const visits = () =>
  stand.api.sql<{ outcome: string; companions: string[] }[]>`
    select outcome, companions from visit order by outcome`;

test('a refused visit is put right by its worker, another is handed to the street; the tablet keeps both', async () => {
  const { streetId, teams, people } = stand.street;
  const wang = await stand.api.person('王同行', ['worker', stand.street.communities.liuyin]);
  await rounds.insertTeamMember(stand.api.sql, streetId, teams.liuyin, wang.id);
  const page = await openApp(context, stand);
  await signInOnScreen(page, stand);
  await context.setOffline(true);
  await visitWith(page, '601', '王同行');
  await visitWith(page, '501', '王同行');
  // Meanwhile the office has taken him out of the team: he cannot have come along.
  await stand.api.sql`delete from team_member where person_id = ${wang.id}`;
  await context.setOffline(false);

  await page.goto(`${stand.address}sync`);
  await unlock(page);
  await page.getByRole('heading', { name: '要处理' }).waitFor();
  const refused = page.getByRole('listitem').filter({ hasText: '再送一次' });
  await until(
    () => refused.count(),
    (count) => count === 2,
  );
  expect(await visits()).toEqual([]);

  const first = refused.filter({ hasText: '601' });
  await first.getByRole('button', { name: '改正' }).click();
  await page.getByText('已不在小组的人', { exact: true }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('结果写错了').waitFor();
  await page.getByRole('button', { name: '保存走访' }).click();
  await page.getByText(/已存在平板上/).waitFor();
  const sent = await until(visits, (rows) => rows.length === 1);
  expect(sent).toEqual([{ outcome: 'visited', companions: [] }]);

  await page.goto(`${stand.address}sync`);
  await unlock(page);
  await until(
    () => refused.count(),
    (count) => count === 1,
  );
  await refused.getByRole('button', { name: '交给街道' }).click();
  await page.getByLabel('说明（可以不写）').fill('王同行当天确实在场');
  await page.getByRole('button', { name: '交给街道处理' }).click();
  await page.getByText('已全部送达办公室').waitFor({ timeout: 60_000 });
  expect(await refused.count()).toBe(0);

  const held = await people.office.call(listQuarantine, { params: { areaId: streetId } });
  expect(held).toHaveLength(2);
  expect(held[0]).toMatchObject({
    kind: 'recordVisit',
    door: '柳苑 1栋1单元 501',
    note: '王同行当天确实在场',
  });
});
