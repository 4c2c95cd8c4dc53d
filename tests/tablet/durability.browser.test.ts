/**
 * Whatever the tablet calls saved is on its disk. Chromium reports a write as done while it is still in memory, unless
 * the transaction asks for `strict`; a power cut then loses work that was shown as saved.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import {
  beginQuestions,
  openDoor,
  openStand,
  signInOnScreen,
  stopAndSave,
  until,
  type Stand,
} from './stand.ts';

let stand: Stand;
let browser: Browser;

type Write = { database: string; stores: string[]; durability: string };

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await stand.close();
});

/** Notes every transaction that may write, before the app opens its first one. */
async function openWatched(): Promise<Page> {
  const context = await browser.newContext({
    ...chinese,
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const writes: unknown[] = [];
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given: Parameters<typeof begin>) {
      const transaction = begin.apply(this, given);
      const { mode, durability, objectStoreNames } = transaction;
      if (mode !== 'readonly')
        writes.push({ database: this.name, stores: [...objectStoreNames], durability });
      return transaction;
    };
    Object.assign(globalThis, { writes });
  });
  await page.goto(stand.address);
  return page;
}

const writesOf = (page: Page): Promise<Write[]> =>
  page.evaluate(() => (globalThis as unknown as { writes: Write[] }).writes);

test('a write to any store of the tablet counts only once it is on the disk', async () => {
  const page = await openWatched();
  await signInOnScreen(page, stand);
  await openDoor(page, '601');
  await beginQuestions(page, '保密');
  await page.getByText('听说过，不了解', { exact: true }).click();
  await stopAndSave(page);
  await until(
    () => stand.api.sql`select id from response`,
    (responses) => responses.length > 0,
  );
  await page.getByText('已全部送达').waitFor();
  const writes = await writesOf(page);
  expect(writes.filter(({ durability }) => durability !== 'strict')).toEqual([]);
  const written = new Set(
    writes.flatMap(({ database, stores }) => stores.map((store) => `${database} ${store}`)),
  );
  expect([...written].toSorted()).toEqual(await storesOf(page));
  await page.context().close();
});

/** Every store there is on the tablet. */
function storesOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const request = indexedDB.open(name);
      await new Promise((resolve) => (request.onsuccess = resolve));
      found.push(...[...request.result.objectStoreNames].map((store) => `${name} ${store}`));
      request.result.close();
    }
    return found.toSorted();
  });
}
