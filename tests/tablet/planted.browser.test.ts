/**
 * Whoever takes the tablet's disk reads no resident, no door, no answer and no note in it. A search that finds nothing
 * says something only where the same search finds what was written in the clear.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { newId, signInDevice } from '@huhudao/protocol';
import { killProfile, openProfile, removeProfiles } from '@huhudao/testkit/browser';
import { searchProfile } from './profile/search.ts';
import { typePin } from './pin.ts';
import { openApp, openLocked, openStand, signInOnScreen, until, type Stand } from './stand.ts';

let stand: Stand;
let folder: string;

const ofResident = { name: '觊觎翀', initials: 'zqxjyc', phone: '19966601234', caution: '院里养鸸鹋一只' };
const room = '7719鸹室';
const answers = ['答语甲齑粉', '答语乙齑粉', '答语丙齑粉'];
const note = '备忘魍魉之事';
/** How the questionnaire itself names an answer: in the clear, the form and what was chosen would hold it. */
const codes = ['knowsCampaign', 'heardOf', 'otherTopic'];
const planted = [...Object.values(ofResident), room, ...answers, note, ...codes, 'along-the-river'];

beforeAll(async () => {
  stand = await openStand();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-planted-'));
  await plantResident();
});

afterAll(async () => {
  await stand.close();
  removeProfiles(folder);
});

async function plantResident(): Promise<void> {
  const { streetId, doors } = stand.street;
  const door = must(
    doors.liuyin.find((one) => one.room === '601'),
    'a door',
  );
  const { name, initials, phone, caution } = ofResident;
  await stand.api.sql`update household set room = ${room}, caution = ${caution} where id = ${door.id}`;
  await stand.api.sql`
    insert into resident (street_id, id, household_id, name, initials, phone)
    values (${streetId}, ${newId()}, ${door.id}, ${name}, ${initials}, ${phone})`;
}

const switchOn = (profile: string): Promise<BrowserContext> =>
  openProfile(profile, { viewport: { width: 1280, height: 800 }, hasTouch: true });

/** A visit with every page answered and something written down, in the resident's words and in the worker's. */
async function visit(page: Page, door: string, mode: string, answer: string): Promise<void> {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  await page.getByRole('link', { name: '今日' }).click();
  await page.getByRole('link', { name: /柳苑1栋1单元/ }).click();
  await page.getByRole('button', { name: new RegExp(`^${door}`) }).click();
  await page.getByRole('link', { name: /开始走访/ }).click();
  await press('居民愿意谈');
  await press('下一步');
  await page.getByText(mode, { exact: true }).click();
  await press('同意，开始');
  await page.getByText('听说过，不了解', { exact: true }).waitFor();
  while ((await page.getByRole('heading', { name: '请把平板交还给工作人员' }).count()) === 0)
    await answerPage(page, answer);
  await typePin(page);
  await page.getByRole('heading', { name: '走访记录' }).waitFor();
  await page.getByLabel('备注').fill(note);
  await press('下一步');
  await press('保存走访');
  await page
    .getByText(/已存在平板上/)
    .first()
    .waitFor();
}

/** Chooses "something else" where it is offered and says what; else the second choice of each question. */
async function answerPage(page: Page, answer: string): Promise<void> {
  const other = page.getByText('其他', { exact: true });
  if ((await other.count()) > 0) {
    await other.click();
    await page.getByLabel('其他，具体是什么？').fill(answer);
  } else
    for (const question of await page.locator('.sd-question:visible').all())
      await question.locator('.sd-selectbase__label').nth(1).click();
  const before = await page.locator('[data-name]').first().getAttribute('data-name');
  await page
    .locator('.sd-navigation__next-btn:visible, .sd-navigation__complete-btn:visible')
    .first()
    .click();
  await page.waitForFunction(
    (name) => document.querySelector('[data-name]')?.getAttribute('data-name') !== name,
    before,
  );
}

test('three visits, named, confidential and anonymous: nothing of them is found on the disk, sent or unsent', async () => {
  const profile = path.join(folder, 'worker');
  const context = await switchOn(profile);
  const page = await openApp(context, stand);
  const signedIn = page.waitForResponse('**/api/devices/sign-in');
  await signInOnScreen(page, stand);
  const given = signInDevice.response.parse(await (await signedIn).json());
  const recovery = { name: 'recovery secret', bytes: Buffer.from(given.recoverySecret, 'base64') };
  const secrets = [given.credential, given.recoverySecret, recovery];
  await page.getByText('柳苑1栋1单元').first().waitFor();
  await context.setOffline(true);
  await visit(page, room, '实名，欢迎回访', answers[0] ?? '');
  await visit(page, '602', '保密', answers[1] ?? '');
  await visit(page, '502', '匿名', answers[2] ?? '');
  await context.close();
  expect(searchProfile(profile, [...planted, ...secrets])).toEqual([]);

  const evening = await switchOn(profile);
  const again = await openLocked(evening, stand);
  await until(
    () => stand.api.sql`select id from visit`,
    (visits) => visits.length === 3,
  );
  await again.getByRole('button', { name: '锁定' }).click();
  await again.getByRole('heading', { name: '您是哪一位？' }).waitFor();
  await evening.close();
  expect(searchProfile(profile, [...planted, ...secrets])).toEqual([]);
  // The office has them: they were there to be found.
  const stored = JSON.stringify(await stand.api.sql`select answers from response`);
  expect([answers[0], answers[1]].every((answer) => stored.includes(answer ?? ''))).toBe(true);
  // The tablet's half of what a PIN opens is there while one is signed in: it is not said to be anything else.
  const unlock = { name: 'unlock secret', bytes: Buffer.from(given.unlockSecret ?? '', 'base64') };
  expect(searchProfile(profile, [unlock]).length).toBeGreaterThan(0);
  // The worker's own name stands on the lock screen, and so on the disk.
  expect(searchProfile(profile, ['li']).length).toBeGreaterThan(0);
});

test('negative control: what is written in the clear is found, in the log, in compressed tables and in compressed values', async () => {
  const profile = path.join(folder, 'control');
  const { name, phone } = ofResident;
  const day = await switchOn(profile);
  // Enough for LevelDB to make tables of it, in pieces too small for Chromium to compress them itself.
  const filler = 'a field like any other '.repeat(80);
  const rows = Array.from({ length: 3000 }, (_, row) => ({ row, said: name, filler }));
  await putInTheClear(await openApp(day, stand), [...rows, { said: 'x'.repeat(200_000) + phone }]);
  await day.close();
  // Chromium makes tables of its log when it closes a store or has time: the last word is said right before the end.
  const lastWord = await openApp(await switchOn(profile), stand);
  await putInTheClear(lastWord, [{ said: name }]);
  await killProfile(profile);
  const found = searchProfile(profile, [name, phone]);
  const ways = (word: string) => new Set(found.filter((one) => one.word === word).map(({ how }) => how));
  expect([...ways(name)]).toEqual(expect.arrayContaining(['log', 'table']));
  expect([...ways(phone)]).toContain('value');
});

/** Each value in a transaction of its own, which is on the disk when it ends. */
async function putInTheClear(page: Page, values: readonly object[]): Promise<void> {
  await page.evaluate(async (all) => {
    const open = indexedDB.open('in-the-clear');
    open.onupgradeneeded = () => open.result.createObjectStore('rows', { autoIncrement: true });
    await new Promise((resolve) => (open.onsuccess = resolve));
    for (const value of all) {
      const writing = open.result.transaction('rows', 'readwrite', { durability: 'strict' });
      writing.objectStore('rows').put(value);
      await new Promise((resolve) => (writing.oncomplete = resolve));
    }
  }, values);
}
