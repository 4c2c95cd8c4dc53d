/** The tablet's screens in the order of a shift: each begins where the one before it ended. */
import type { Page } from 'playwright-core';
import { typePin } from '../tablet/pin.ts';
import type { Size } from './camera.ts';
import { lockScreens } from './lock.screens.ts';
import { practiceScreens } from './practice.screens.ts';
import { named, press } from './press.ts';
import { spoil, spoilNoMore } from './refusals.ts';
import { doorScreens } from './door.screens.ts';
import {
  answerPage,
  closeSheet,
  findDoor,
  goTo,
  later,
  offerAgain,
  offerFirstAgain,
  offline,
  online,
  openNotices,
} from './tablet-acts.ts';

export type TabletScreen = {
  name: string;
  /** Brings the screen about, from the one before. */
  open: (page: Page) => Promise<void>;
  /** Gone again after some seconds: there is time for pictures only. */
  fleeting?: true;
};

export const tabletSizes: readonly Size[] = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 390, height: 844 },
];

const today: TabletScreen[] = [
  { name: 'today', open: (page) => goTo(page, '/') },
  { name: 'notices', open: openNotices },
  {
    name: 'today-found',
    open: async (page) => {
      await goTo(page, '/');
      await page.locator('input[type="search"]').fill('zj');
    },
  },
  { name: 'today-none', open: async (page) => await page.locator('input[type="search"]').fill('zzzz') },
  {
    name: 'today-revisits',
    open: async (page) => {
      await goTo(page, '/');
      await page.locator('select').last().selectOption('revisit');
    },
  },
  {
    name: 'stairwell',
    open: async (page) => {
      await goTo(page, '/');
      await page.locator('main a[href*="/stairwells/"]:not([href*="/doors/"])').first().click();
      await page.getByRole('grid').waitFor();
    },
  },
  {
    name: 'stairwell-chosen',
    open: async (page) => {
      for (const index of [0, 1]) {
        await page.locator('[role="gridcell"] button:not([aria-disabled="true"])').nth(index).focus();
        await page.keyboard.press('Shift+Enter');
      }
    },
  },
];

const concern: TabletScreen[] = [
  {
    name: 'concern-empty',
    open: async (page) => {
      await closeSheet(page);
      await findDoor(page, 'open');
      await named(page, 'link', '居民反映问题', 'Resident reports an issue').click();
      await page.getByRole('radiogroup').waitFor();
    },
  },
  {
    name: 'concern-written',
    open: async (page) => {
      await page.locator('label:has(input[type="radio"])').nth(2).click();
      await page.locator('textarea').fill('三楼的灯坏了半个月。');
    },
  },
  {
    name: 'concern-discard',
    open: async (page) => {
      await press(page, '不反映了', 'Drop it');
      await page.getByRole('dialog').waitFor();
    },
  },
];

const visit: TabletScreen[] = [
  {
    name: 'visit-1-say',
    open: async (page) => {
      await findDoor(page, 'open');
      await named(page, 'link', '开始走访', 'Start visit').click();
      await named(page, 'button', '居民愿意谈', 'They will talk').waitFor();
    },
  },
  { name: 'visit-1-say-end-sheet', open: (page) => press(page, '没能谈成', 'No conversation') },
  {
    name: 'visit-2-present',
    open: async (page) => {
      await closeSheet(page);
      await press(page, '居民愿意谈', 'They will talk');
    },
  },
  { name: 'visit-3-identity', open: (page) => press(page, '下一步', 'Next') },
  {
    name: 'visit-3-identity-chosen',
    open: async (page) => await page.locator('label:has(input[type="radio"])').first().click(),
  },
  { name: 'visit-3-decline-sheet', open: (page) => press(page, '不参加', 'Not taking part') },
  {
    name: 'visit-3-own-phone',
    open: async (page) => {
      await closeSheet(page);
      await named(page, 'radio', '用我的手机', 'On my phone').click();
    },
  },
  {
    name: 'visit-3-code',
    open: async (page) => {
      await press(page, '出示二维码', 'Show the code');
      await named(page, 'img', '二维码', 'QR code').waitFor();
    },
  },
  {
    name: 'visit-4-questions',
    open: async (page) => {
      await press(page, '没扫成', 'It did not work');
      await page.locator('label:has(input[type="radio"])').first().click();
      await press(page, '同意，开始', 'I agree, begin');
      await page.locator('.sd-question').first().waitFor();
    },
  },
  {
    name: 'visit-4-missing-answer',
    open: async (page) =>
      await page.locator('.sd-navigation__next-btn, .sd-navigation__complete-btn').first().click(),
  },
  { name: 'visit-4-answered', open: (page) => answerPage(page) },
  { name: 'visit-4-stop-sheet', open: (page) => press(page, '停下', 'Stop') },
  {
    name: 'visit-5-hand-back',
    open: async (page) => {
      await closeSheet(page);
      for (let turn = 0; turn < 12 && (await page.locator('.sd-question').count()) > 0; turn++) {
        await answerPage(page);
        await page
          .locator('.sd-navigation__next-btn:visible, .sd-navigation__complete-btn:visible')
          .first()
          .click();
      }
    },
  },
  {
    name: 'visit-6-form',
    open: async (page) => {
      await typePin(page);
      await page.locator('.sd-question').first().waitFor();
    },
  },
  {
    name: 'visit-7-finish',
    open: async (page) => {
      await page.locator('.sd-navigation__complete-btn:visible').click();
      await named(page, 'button', '保存走访', 'Save visit').waitFor();
    },
  },
  { name: 'visit-8-saved', fleeting: true, open: (page) => press(page, '保存走访', 'Save visit') },
];

const office: TabletScreen[] = [
  {
    name: 'sync-unsent',
    open: async (page) => {
      await offline(page);
      await findDoor(page, 'open');
      await press(page, '无人在家', 'Nobody home');
      await goTo(page, '/sync');
      // Once none of it can be undone any more: what is frozen later holds anonymous responses back anew.
      const held = page.getByText(/^(刚记下，可撤销|Just recorded, can be undone)$/);
      await held.first().waitFor({ state: 'detached', timeout: 60_000 });
      await page
        .getByText(/^(等待发送|Waiting)/)
        .first()
        .waitFor({ timeout: 60_000 });
      await press(page, '现在同步', 'Sync now');
      await page.getByText(/没有连上的原因|Why the office/).waitFor();
    },
  },
  { name: 'today-unsent', open: (page) => goTo(page, '/') },
  {
    name: 'sync-refused',
    open: async (page) => {
      await goTo(page, '/sync');
      await spoil(page);
      await online(page);
      await press(page, '今天收工', 'End of shift');
      await named(page, 'button', '查看', 'Look').waitFor();
      // Anonymous responses leave minutes after the visits they came with.
      await later(page, 6);
      const refused = page.getByText(/匿名答卷没有被接受|anonymous response was not/);
      // A tap during a run that began before does not begin another.
      for (let taps = 0; taps < 10 && !(await refused.isVisible()); taps++) {
        await press(page, '今天收工', 'End of shift');
        await refused.waitFor({ timeout: 5000 }).catch(() => undefined);
      }
      await refused.waitFor();
    },
  },
  { name: 'sync-refused-look', open: (page) => press(page, '查看', 'Look') },
  {
    name: 'sync-hand-over',
    open: async (page) => {
      await closeSheet(page);
      await press(page, '交给街道', 'Hand to the street');
    },
  },
  {
    name: 'sync-correct',
    open: async (page) => {
      await closeSheet(page);
      await press(page, '改正', 'Put right');
      await named(page, 'button', '下一步', 'Next').waitFor();
    },
  },
  {
    name: 'sync-reached',
    open: async (page) => {
      await goTo(page, '/sync');
      await spoilNoMore(page);
      const sealed = page.waitForResponse('**/api/sync/sealed');
      await offerFirstAgain(page);
      await sealed;
      while ((await page.getByRole('button', { name: offerAgain }).count()) > 0) await offerFirstAgain(page);
      await page.getByText(/已全部送达办公室|Everything on this tablet/).waitFor();
    },
  },
  { name: 'revisits', open: (page) => goTo(page, '/revisits') },
  { name: 'revisit-sheet', open: (page) => press(page, '记录结果', 'Record') },
  {
    name: 'plan-worker',
    open: async (page) => {
      await closeSheet(page);
      await goTo(page, '/plan');
    },
  },
  { name: 'settings', open: (page) => goTo(page, '/settings') },
  {
    name: 'settings-calendar',
    open: async (page) => {
      const make = page.getByRole('button', { name: /生成订阅地址|Make an address/ });
      const replace = page.getByRole('button', { name: /换一个地址|Another address/ });
      await make.or(replace).waitFor();
      if ((await make.count()) > 0) await make.click();
      await replace.scrollIntoViewIfNeeded();
    },
  },
];

export const workerScreens: readonly TabletScreen[] = [
  ...today,
  ...doorScreens,
  ...concern,
  ...visit,
  ...office,
  ...lockScreens,
  ...practiceScreens,
];
