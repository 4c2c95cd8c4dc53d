/** What a building head sees on the tablet. */
import { findDoor, goTo, openNotices } from './tablet-acts.ts';
import type { TabletScreen } from './tablet.screens.ts';

export const headScreens: readonly TabletScreen[] = [
  { name: 'head-notices', open: openNotices },
  { name: 'head-today', open: (page) => goTo(page, '/') },
  {
    name: 'head-stairwell',
    open: async (page) => {
      await page.locator('main a[href*="/stairwells/"]:not([href*="/doors/"])').first().click();
      await page.getByRole('grid').waitFor();
    },
  },
  { name: 'head-door', open: (page) => findDoor(page, 'open') },
  { name: 'head-revisits', open: (page) => goTo(page, '/revisits') },
  { name: 'head-plan', open: (page) => goTo(page, '/plan') },
  {
    name: 'head-plan-suggested',
    open: async (page) => {
      await page.getByRole('button', { name: /^(建议排班|Suggest a plan)$/ }).click();
      await page.getByRole('button', { name: /^(不用建议|No suggestion)$/ }).waitFor();
    },
  },
  {
    name: 'head-plan-slot',
    open: async (page) => {
      const slot = page.getByRole('button', { name: /^\d\d:\d\d–\d\d:\d\d/ });
      if ((await slot.count()) === 0) await page.getByRole('button', { name: /^(往后|Later)$/ }).click();
      await slot.first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'head-plan-notice',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^(不用建议|No suggestion)$/ }).click();
      await page
        .getByRole('button', { name: /^\d\d:\d\d–\d\d:\d\d/ })
        .first()
        .click();
      await page.getByRole('button', { name: /^(告知单|Notice of the visit)$/ }).click();
      await page.getByRole('group', { name: /^(告知单的样子|What the notice looks like)$/ }).waitFor();
    },
  },
  {
    name: 'head-plan-refused',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^(安排走访|Plan a visit)$/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('label').first().click();
      await page.locator('input[type="time"]').first().fill('05:00');
    },
  },
];
