/** Every screen of the residents' page on a small phone: clean for axe, big enough to hit, nothing beside the screen. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { flawsOf } from '../tablet/flaws.ts';
import { answerAll, openPhone, usePhoneStand } from './phone-stand.ts';

const set = usePhoneStand();

const words = {
  'zh-CN': {
    mode: '保密',
    begin: '同意，开始',
    stop: '停下',
    send: '答完了，送出',
    again: '再试一次',
    sent: '可以把这一页给工作人员看一眼',
  },
  en: {
    mode: 'Confidential',
    begin: 'I agree, begin',
    stop: 'Stop',
    send: 'Finished, send',
    again: 'Try again',
    sent: 'You can show this page to the visitor',
  },
} as const;

/** As the resident's phone was left: language and type size are kept on it. */
async function openAs(locale: keyof typeof words, theme: string, typeSize: string): Promise<Page> {
  const { context, page } = await openPhone(set.browser);
  await context.addInitScript(
    ([language, look]) => {
      localStorage.setItem('huhudao.locale', String(language));
      localStorage.setItem('huhudao.appearance', String(look));
    },
    [locale, JSON.stringify({ theme, typeSize })],
  );
  return page;
}

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each([
  ['zh-CN', 'light', 'standard'],
  ['zh-CN', 'light', 'largest'],
  ['en', 'dark', 'standard'],
  ['en', 'dark', 'largest'],
] as const)('in %s, %s, %s type', (locale, theme, typeSize) => {
  test('no screen has a flaw', async () => {
    const w = words[locale];
    const page = await openAs(locale, theme, typeSize);
    const flaws: Record<string, string[]> = {};
    const look = async (screen: string) => {
      const found = await flawsOf(page);
      if (await isTooWide(page)) found.push('wider than the phone');
      if (found.length > 0) flaws[screen] = found;
    };
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

    await page.goto(`${set.stand.origin}/answer/#nothing`);
    await page.getByRole('alert').waitFor();
    await look('damaged');
    await page.goto(await set.stand.link(await set.stand.openRound(), set.stand.nextDoor()));
    await page.getByText(w.mode, { exact: true }).click();
    await look('identity');
    await press(w.begin);
    await page.locator('.sd-question').first().waitFor();
    await look('questions');
    await press(w.stop);
    await page.getByRole('dialog').waitFor();
    await look('stop');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await answerAll(page);
    await look('last questions');
    await page.route('**/api/answers', (route) => route.abort());
    await press(w.send);
    await page.getByRole('button', { name: w.again }).waitFor();
    await look('not yet');
    await page.unroute('**/api/answers');
    await press(w.again);
    await page.getByText(w.sent).waitFor();
    await look('sent');
    expect(flaws).toEqual({});
    await page.context().close();
  });
});

test('a questionnaire can be answered and sent by keyboard alone', async () => {
  const page = await openAs('zh-CN', 'light', 'standard');
  const { keyboard } = page;
  await page.goto(await set.stand.link(await set.stand.openRound(), set.stand.nextDoor()));
  await page.getByText('匿名', { exact: true }).waitFor();
  const focusOn = async (name: RegExp) => {
    for (let presses = 0; presses < 80; presses += 1) {
      const label = await page.evaluate(() => {
        const active = document.activeElement;
        if (active instanceof HTMLInputElement)
          return `${active.getAttribute('aria-label')} ${active.closest('label')?.textContent}`;
        return active instanceof HTMLButtonElement ? active.textContent : '';
      });
      if (name.test(label)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached by Tab`);
  };
  await focusOn(/匿名/);
  await keyboard.press('Space');
  await focusOn(/^同意，开始/);
  await keyboard.press('Enter');
  await page.locator('.sd-question').first().waitFor();
  await focusOn(/知道/);
  await keyboard.press('Space');
  await page.locator('input:checked').first().waitFor({ state: 'attached' });
  await focusOn(/^停下$/);
  await keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await focusOn(/^到此为止/);
  await keyboard.press('Enter');
  await page.getByText('可以把这一页给工作人员看一眼').waitFor();
  await page.context().close();
});
