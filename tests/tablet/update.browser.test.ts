/** A new version of the app comes while somebody works: asked, applied at a safe moment, and nothing is lost. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killProfile, openProfile, removeProfiles } from '@huhudao/testkit/browser';
import { buildApps } from '../../tools/lib/build-apps.ts';
import { copyOfTablet } from './next-version.ts';
import { unlock } from './pin.ts';
import { openApp, openDoor, openStand, signInOnScreen, until, type Stand } from './stand.ts';

let folder: string;
let tablet: ReturnType<typeof copyOfTablet>;
let stand: Stand;
let context: BrowserContext;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-update-'));
  await buildApps();
  tablet = copyOfTablet(path.join(folder, 'app'));
  stand = await openStand([tablet.app]);
  const screen = { viewport: { width: 1280, height: 800 }, hasTouch: true };
  context = await openProfile(path.join(folder, 'profile'), screen);
});
afterAll(async () => {
  await killProfile(path.join(folder, 'profile')).catch(() => undefined);
  await stand.close();
  removeProfiles(folder);
});

const version = (page: Page) => page.evaluate(() => document.documentElement.dataset['version'] ?? 'first');

/** The worker reads the questions out: the other tab stays theirs. */
async function beginReadingOut(page: Page): Promise<void> {
  await page.getByRole('link', { name: '开始走访' }).click();
  await page.getByRole('button', { name: '居民愿意谈' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('保密', { exact: true }).click();
  await page.getByText('请工作人员念', { exact: true }).click();
  await page.getByRole('button', { name: '同意，开始' }).click();
}

test('one tab updates, the other finishes its visit first; neither the visit nor its answers are lost', async () => {
  const visiting = await openApp(context, stand);
  await signInOnScreen(visiting, stand);
  // Installed only now: from the next start on the app comes from the tablet itself.
  await visiting.reload();
  await unlock(visiting);
  await openDoor(visiting, '602');
  const other = await context.newPage();
  await other.goto(stand.address);
  await unlock(other);
  await other.getByRole('navigation').waitFor();

  await openDoor(other, '501');
  await other.getByRole('link', { name: '开始走访' }).click();
  await other.getByRole('button', { name: '居民愿意谈' }).click();
  await other.getByText('邻居', { exact: true }).click();
  await other.getByRole('button', { name: '先停下，以后再接着来' }).click();
  await other.getByRole('link', { name: '继续走访' }).waitFor();

  // The questions themselves are not loaded yet: with the update their file is gone.
  await beginReadingOut(visiting);
  await visiting.getByText('听说过，不了解', { exact: true }).click();
  await visiting.getByText('不太满意', { exact: true }).click();
  await visiting.getByRole('radio', { name: '不太满意', checked: true }).waitFor({ state: 'attached' });

  tablet.update();
  await other.evaluate(async () => (await navigator.serviceWorker.ready).update());
  // Asked, not forced: both go on in the version they were opened in.
  const offer = other.getByRole('button', { name: '更新到新版本' });
  await offer.waitFor();
  expect([await version(visiting), await version(other)]).toEqual(['first', 'first']);
  await offer.click();
  await other.waitForFunction(() => document.documentElement.dataset['version'] === 'next');

  await visiting.getByRole('button', { name: '下一页' }).click();
  await visiting.getByText('参加过几次', { exact: true }).click();
  expect(await version(visiting)).toBe('first');
  await visiting.getByRole('button', { name: '停下' }).click();
  await visiting.getByRole('button', { name: /到此为止/ }).click();
  await visiting.getByRole('button', { name: '下一步' }).click();
  await visiting.getByRole('button', { name: '保存走访' }).click();
  await visiting.waitForFunction(() => document.documentElement.dataset['version'] === 'next');

  await unlock(visiting);
  await visiting.getByText('已全部送达').waitFor({ timeout: 60_000 });
  const answers = () => stand.api.sql<{ answers: unknown }[]>`select answers from response`;
  expect(await until(answers, (rows) => rows.length === 1)).toMatchObject([
    {
      answers: { knowsCampaign: 'heardOf', overallSatisfaction: 'notVerySatisfied', takesPart: 'sometimes' },
    },
  ]);
});

test('a draft of the former version goes on in the next where it was, offline too', async () => {
  const [page] = context.pages();
  if (page === undefined) throw new Error('no page');
  await context.setOffline(true);
  await page.reload();
  expect(await version(page)).toBe('next');
  await unlock(page);
  await openDoor(page, '501');
  await page.getByRole('link', { name: '继续走访' }).click();
  await page.getByRole('heading', { name: '还有谁在场？' }).waitFor();
  expect(await page.getByRole('checkbox', { name: '邻居' }).isChecked()).toBe(true);
});

test('a page that stands in the way of a newer layout of the store lets go of it and opens anew', async () => {
  const [page] = context.pages();
  if (page === undefined) throw new Error('no page');
  await page.evaluate(() => Object.assign(window, { opened: 'before' }));
  const other = await context.newPage();
  await other.goto(new URL('icon.svg', stand.address).href);
  const opened = await other.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const asked = indexedDB.open('huhudao', 990);
        asked.addEventListener('success', () => {
          asked.result.close();
          resolve('opened');
        });
        asked.addEventListener('blocked', () => resolve('blocked'));
        asked.addEventListener('error', () => resolve('failed'));
      }),
  );
  expect(opened).toBe('opened');
  await page.waitForFunction(() => !('opened' in window));
  await other.close();
});
