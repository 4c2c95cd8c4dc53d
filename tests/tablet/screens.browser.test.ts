/** Every screen of the tablet, at its sizes, in both languages: clean for axe, and every target big enough to hit. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { photoWithPlace } from '../../apps/api/src/testing/photo.ts';
import { flawsOf } from './flaws.ts';
import { typePin, unlock } from './pin.ts';
import { enterFirst, openStand, sendSignIn, until, type Stand } from './stand.ts';
import { ticketsOn } from './ticket-pool.ts';

let stand: Stand;
let browser: Browser;

let photo: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
  photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(5) };
  stand = await openStand();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await stand.close();
});

const words = {
  'zh-CN': {
    appointment: '约定再来',
    start: /开始走访|继续走访/,
    talk: '居民愿意谈',
    next: '下一步',
    mode: '匿名',
    phone: '用我的手机',
    code: '出示二维码',
    notScanned: '没扫成，换别的方式',
    begin: '同意，开始',
    stop: '停下',
    end: /到此为止/,
    nobody: '无人在家',
    report: '居民反映问题',
    up: '返回',
    other: '其他',
  },
  en: {
    appointment: 'Appointment',
    start: /Start visit|Go on/,
    talk: 'They will talk',
    next: 'Next',
    mode: 'Anonymous',
    phone: 'On my phone',
    code: 'Show the code',
    notScanned: 'It did not work',
    begin: 'I agree, begin',
    stop: 'Stop',
    end: /That is all/,
    nobody: 'Nobody home',
    report: 'Resident reports an issue',
    up: 'Back',
    other: 'Other',
  },
} as const;

/** Opens the app as somebody left it: language, theme and size are the tablet's. */
async function openTablet(size: string, language: keyof typeof words, theme: string): Promise<Page> {
  const [width = 0, height = 0] = size.split('×').map(Number);
  const context = await browser.newContext({ ...chinese, viewport: { width, height }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(stand.address);
  await page.evaluate(
    ([locale, look]) => {
      localStorage.setItem('huhudao.locale', locale ?? '');
      localStorage.setItem('huhudao.appearance', JSON.stringify({ theme: look, typeSize: 'standard' }));
    },
    [language, theme],
  );
  await page.reload();
  await page.locator('form').waitFor();
  return page;
}

describe.each([
  ['1280×800', 'zh-CN', 'light'],
  ['800×1280', 'en', 'light'],
  ['390×844', 'zh-CN', 'dark'],
] as const)('at %s, %s, %s', (size, language, theme) => {
  test('no screen has a flaw', async () => {
    const w = words[language];
    const page = await openTablet(size, language, theme);
    const flaws: Record<string, string[]> = {};
    const look = async (screen: string) => {
      const found = await flawsOf(page);
      if (found.length > 0) flaws[screen] = found;
    };
    const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

    await look('sign-in');
    await sendSignIn(page, stand, language);
    await page.getByRole('heading', { name: /解锁码|PIN/ }).waitFor();
    await look('choose PIN');
    await enterFirst(page, language);
    await look('today');
    await page.locator('a[href*="/stairwells/"]').first().click();
    await look('stairwell');
    await page.locator('[data-door]', { hasText: '501' }).click();
    await look('door');
    await press(w.appointment);
    await look('appointment');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: w.report }).click();
    await page.getByRole('radiogroup').waitFor();
    await look('concern');
    await page.getByText(w.other, { exact: true }).click();
    await page.locator('input[name=photo]').setInputFiles(photo);
    await page.getByRole('img').first().waitFor();
    await look('concern with a photo');
    await press(w.up);
    await page.getByRole('link', { name: w.start }).click();
    await look('say');
    await press(w.talk);
    await look('present');
    await press(w.next);
    await until(
      () => ticketsOn(page),
      (count) => count > 0,
    );
    await page.getByRole('radio', { name: w.phone }).click();
    await look('own phone');
    await press(w.code);
    await page.locator('svg[role="img"]').waitFor();
    await look('code');
    await press(w.notScanned);
    await page.getByText(w.mode, { exact: true }).click();
    await look('identity');
    await press(w.begin);
    await page.locator('.sd-question').first().waitFor();
    await look('questions');
    await press(w.stop);
    await look('stop');
    await press(w.end);
    await look('hand back');
    await typePin(page);
    await page.locator('.sd-question').first().waitFor();
    await look('form');
    await press(w.next);
    await look('finish');
    for (const screen of ['plan', 'revisits', 'sync', 'settings']) {
      await page.goto(`${stand.address}${screen}`);
      if (screen === 'plan') await lookAtLock(page, look);
      else await unlock(page);
      await page.getByRole('navigation').waitFor();
      await page.locator('h1').waitFor();
      await look(screen);
    }
    expect(flaws).toEqual({});
    await page.context().close();
  });
});

/** The lock screen, its pad, and what it says of a wrong PIN. */
async function lookAtLock(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.locator('main li button').first().waitFor();
  await look('lock');
  await page.locator('main li button').first().click();
  await typePin(page, '000001');
  await page.getByText(/还可以试 9 次|9 tries left/).waitFor();
  await look('wrong PIN');
  await typePin(page);
}
