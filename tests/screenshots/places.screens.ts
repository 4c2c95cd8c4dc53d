/** The scope of a round: the tree of places, what was found, and saved selections. */
import type { Page } from 'playwright-core';
import { drawer, type OfficeScreen } from './office-screen.ts';
import { named, press } from './press.ts';

const street = 'jieban';
const next = async (page: Page) => await press(page, '下一步', 'Next');
const line = (page: Page, index: number) => page.getByRole('treeitem').nth(index);

/** Opens the first community and the first place below it, and ticks two of what is there. */
const chooseParts = async (page: Page) => {
  await next(page);
  // The form is kept in the tab from picture to picture.
  const clear = named(page, 'button', '清空', 'Clear');
  if (await clear.isEnabled()) await clear.click();
  await line(page, 0).locator('.place-open').click();
  await page.locator('[role=treeitem][aria-level="2"]').first().locator('.place-open').click();
  await page.locator('[role=treeitem][aria-level="3"]').nth(1).click();
  await page.locator('[role=treeitem][aria-level="3"]').nth(2).click();
  await page.locator('[role=treeitem][aria-level="1"]').nth(1).click();
  await settled(page);
};

/** Nothing is being counted or read any more. */
const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle');
  await page.locator('.place-chosen').waitFor();
};

export const places: readonly OfficeScreen[] = [
  { name: 'places-tree', person: street, path: () => '/rounds/new', act: chooseParts },
  {
    name: 'places-search',
    person: street,
    path: () => '/rounds/new',
    act: async (page) => {
      await next(page);
      await page.getByRole('searchbox').fill('3栋2');
      await page.locator('[role=treeitem][aria-level="2"]').first().waitFor();
      await settled(page);
    },
  },
  {
    name: 'places-below-grid',
    person: 'quban',
    path: () => '/rounds/new',
    act: async (page) => {
      await page.locator('.round-choices .ant-radio-wrapper').nth(1).click();
      await chooseParts(page);
      await page.locator('.ant-alert-warning').first().waitFor();
    },
  },
  {
    name: 'places-checked',
    person: street,
    path: () => '/rounds/new',
    act: async (page) => {
      await page.locator('.round-choices .ant-radio-wrapper').first().click();
      await chooseParts(page);
      await page.locator('.round-form .ant-steps-item').nth(5).click();
      await page.locator('.round-effects').waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'places-saved',
    person: street,
    path: () => '/rounds/new',
    act: async (page) => {
      await chooseParts(page);
      await press(page, '已存的范围', 'Saved places');
      await drawer(page);
      await page.locator('.selection-list, .ant-drawer-body .ant-empty').waitFor();
      const saved = await page.locator('.selection-list li').count();
      await page.locator('#selection-name').fill(`老旧小区${saved + 1}`);
      await page.locator('.selection-save button').click();
      await page.locator('.selection-list li').nth(saved).waitFor();
      await settled(page);
    },
  },
];
