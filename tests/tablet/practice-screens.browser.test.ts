/** Every screen of practice: clean for axe, every target big enough to hit, and the band on each. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { flawsOf } from './flaws.ts';
import { typePin } from './pin.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

describe.each([
  [1280, 800, 'zh-CN', 'light', 'standard'],
  [800, 1280, 'en', 'dark', 'standard'],
  [390, 844, 'zh-CN', 'dark', 'standard'],
  [390, 844, 'en', 'light', 'largest'],
] as const)('at %i×%i, %s, %s, %s', (width, height, locale, theme, typeSize) => {
  test('no screen of practice has a flaw, and the band is whole on each', async () => {
    const context = await browser.newContext({ ...chinese, viewport: { width, height }, hasTouch: true });
    const page = await context.newPage();
    await page.goto(stand.address);
    await page.evaluate(
      (look) => {
        localStorage.setItem('huhudao.locale', look.locale);
        localStorage.setItem('huhudao.appearance', JSON.stringify(look));
      },
      { locale, theme, typeSize },
    );
    await page.reload();
    const flaws: Record<string, string[]> = {};
    const press = (name: RegExp) => page.getByRole('button', { name }).click();
    const look = async (screen: string) => {
      const found = [...(await flawsOf(page)), ...(await bandFlaws(page))];
      if (found.length > 0) flaws[screen] = found;
    };
    await press(/^练习|^Practise/);
    await page.getByRole('navigation').waitFor();
    await look('today');
    await page.locator('a[href*="/stairwells/"]').last().click();
    await page.locator('[data-door]', { hasText: '601B' }).click();
    await look('door');
    await press(/约定再来|Appointment/);
    await look('appointment');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /开始走访|Start visit/ }).click();
    await press(/居民愿意谈|They will talk/);
    await press(/下一步|Next/);
    await page.getByRole('radio', { name: /用我的手机|On my phone/ }).click();
    await press(/出示二维码|Show the code/);
    await page.locator('svg[role="img"]').waitFor();
    await look('sample code');
    await press(/没扫成|It did not work/);
    await page.getByText(/^(匿名|Anonymous)$/).click();
    await press(/同意，开始|I agree, begin/);
    await page.locator('.sd-question').first().waitFor();
    await look('questions');
    await press(/停下|Stop/);
    await press(/到此为止|That is all/);
    await look('hand back');
    await typePin(page, '135790');
    await press(/下一步|Next/);
    await press(/保存走访|Save/);
    for (const screen of [/同步|Sync/, /再走访|Revisits/, /排班|Plan/, /设置|Settings/]) {
      await page.getByRole('navigation').getByRole('link', { name: screen }).click();
      await page.getByRole('heading', { level: 1, name: screen }).waitFor();
      await look(String(screen));
    }
    expect(flaws).toEqual({});
    await context.close();
  });
});

/** Where the band is not there, or some of it is cut off. */
function bandFlaws(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = document.querySelector('aside');
    if (shown === null) return ['no band'];
    const words = shown.querySelector('b');
    const cut = words === null || words.scrollWidth > words.clientWidth;
    const { top, right } = shown.querySelector('button')?.getBoundingClientRect() ?? { top: -1, right: 0 };
    const away = top < 0 || right > window.innerWidth;
    return [...(cut ? ['the band is cut'] : []), ...(away ? ['its button is off the screen'] : [])];
  });
}
