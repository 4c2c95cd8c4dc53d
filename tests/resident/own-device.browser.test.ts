/** Two devices at one door: the tablet without a network shows a code, the resident's phone reads and answers it. */
import { decodeQR } from 'qr/decode.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { listVisits } from '@huhudao/protocol';
import * as facts from '../../apps/api/src/tickets/tickets.facts.queries.ts';
import { unlock } from '../tablet/pin.ts';
import { openDoor, signInOnScreen, until } from '../tablet/stand.ts';
import { loseTickets, ticketsOn } from '../tablet/ticket-pool.ts';
import {
  answerAll,
  begin,
  openPhone,
  openPhoneStand,
  sendNow,
  sentScreen,
  type PhoneStand,
} from './phone-stand.ts';

let stand: PhoneStand;
let browser: Browser;
let tablet: BrowserContext;
let page: Page;

beforeAll(async () => {
  stand = await openPhoneStand();
  browser = await launchBrowser();
  tablet = await browser.newContext({ ...chinese, viewport: { width: 1280, height: 800 }, hasTouch: true });
  page = await tablet.newPage();
  await page.goto(stand.stand.address);
  await signInOnScreen(page, stand.stand);
  await until(
    () => ticketsOn(page),
    (count) => count === 20,
  );
});
afterAll(async () => {
  await browser.close();
  await stand.stand.close();
});

/** From the door to where the resident decides how to answer. */
async function toIdentity(room: string): Promise<void> {
  await page.goto(stand.stand.address);
  await unlock(page);
  await openDoor(page, room);
  await page.getByRole('link', { name: /开始走访|继续走访/ }).click();
  await page.getByRole('button', { name: '居民愿意谈' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
}

const askForCode = async () => {
  await page.getByRole('radio', { name: '用我的手机' }).click();
  await page.getByRole('button', { name: '出示二维码' }).click();
};

const code = () => page.getByRole('img', { name: '二维码' });

/** What a phone's camera sees on the tablet. */
async function readCode(): Promise<string> {
  const picture = (await code().screenshot()).toString('base64');
  const image = await page.evaluate(async (base64) => {
    const element = new Image();
    element.src = `data:image/png;base64,${base64}`;
    await element.decode();
    const { width, height } = element;
    const drawing = new OffscreenCanvas(width, height).getContext('2d');
    drawing?.drawImage(element, 0, 0);
    return { width, height, data: [...(drawing?.getImageData(0, 0, width, height).data ?? [])] };
  }, picture);
  return decodeQR({ ...image, data: Uint8Array.from(image.data) });
}

const save = async () => {
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '保存走访' }).click();
  await page.getByText(/已存在平板上/).waitFor();
};

describe('a tablet without a network', () => {
  test('shows a code that a phone reads and answers; the visit is completed', async () => {
    await tablet.setOffline(true);
    await toIdentity('501');
    await askForCode();
    await code().waitFor();
    expect(await ticketsOn(page)).toBe(19);
    const link = await readCode();
    expect(link.startsWith(`${stand.origin}/answer/#`)).toBe(true);
    await page.getByText(`网址：${new URL(stand.origin).host}`).waitFor();
    const phone = await openPhone(browser);
    await phone.page.goto(link);
    await begin(phone.page, '实名，欢迎回访');
    await answerAll(phone.page);
    await sendNow(phone.page);
    await sentScreen(phone.page).waitFor();
    await phone.context.close();

    await page.reload();
    await unlock(page);
    await code().waitFor();
    expect(await readCode()).toBe(link);
    await page.getByRole('button', { name: '居民说已送出' }).click();
    await save();
    await tablet.setOffline(false);
    const { street } = stand.stand;
    const { items } = await until(
      () => street.people.office.call(listVisits, { params: { areaId: street.streetId }, query: {} }),
      (visits) => visits.items.length > 0,
    );
    expect(items).toMatchObject([{ outcome: 'completed' }]);
    expect(JSON.stringify(items)).not.toContain('ownDevice');
    const stored = await facts.listLinked(stand.stand.api.sql, street.streetId, street.roundId);
    expect(stored).toMatchObject([{ identityMode: 'named', completionMode: 'ownDevice', counted: true }]);
  });

  test('goes on another way where scanning does not work, and shows another code the next time', async () => {
    await tablet.setOffline(true);
    await toIdentity('502');
    await askForCode();
    await code().waitFor();
    const first = await readCode();
    await page.getByRole('button', { name: '没扫成，换别的方式' }).click();
    await page.getByText('匿名', { exact: true }).waitFor();
    await askForCode();
    await code().waitFor();
    expect(await readCode()).not.toBe(first);
    await page.getByRole('button', { name: '居民说以后再答' }).click();
    await save();
    await page.getByText(/502 室 已走访未答卷/).waitFor();
  });

  test('says so where no code is left, and the resident answers on the tablet', async () => {
    await tablet.setOffline(true);
    await loseTickets(page);
    await toIdentity('601');
    await askForCode();
    await page.getByText('没有可用的二维码').waitFor();
    await page.getByRole('button', { name: '在平板上填' }).click();
    await page.getByText('匿名', { exact: true }).click();
    await page.getByRole('button', { name: '同意，开始' }).click();
    await page.locator('.sd-question').first().waitFor();
    await tablet.setOffline(false);
    expect(
      await until(
        () => ticketsOn(page),
        (count) => count > 0,
      ),
    ).toBe(20);
  });
});
