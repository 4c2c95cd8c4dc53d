/** The form of a measurement round, its draw and its reserves. */
import type { Page } from 'playwright-core';
import type { OfficeScreen } from './office-screen.ts';
import { press } from './press.ts';

const district = 'quban';
const next = async (page: Page) => await press(page, '下一步', 'Next');
const measure = async (page: Page) => await page.locator('.round-choices .ant-radio-wrapper').nth(1).click();

const shareOut = async (page: Page) => {
  await measure(page);
  await next(page);
  await press(page, '全选', 'All');
  await page.locator('#round-replicates').fill('2');
  await press(page, '按此分配', 'Share out');
  await page.locator('.round-form .ant-alert').first().waitFor();
};

const drawAdult = async (page: Page) => {
  await measure(page);
  await next(page);
  await next(page);
  await page.getByRole('radio', { name: /基什|Kish/ }).check();
  await page.locator('#round-youngest').waitFor();
};

export const samples: readonly OfficeScreen[] = [
  { name: 'sample-purpose', person: district, path: () => '/rounds/new', act: measure },
  { name: 'sample-scope', person: district, path: () => '/rounds/new', act: shareOut },
  { name: 'sample-adults', person: district, path: () => '/rounds/new', act: drawAdult },
  {
    name: 'sample-copied',
    person: district,
    path: () => '/rounds/new',
    act: async (page) => {
      await page.locator('.round-copy .ant-select').click();
      await page.locator('.ant-select-item-option').first().click();
      await page.locator('.round-copy .ant-alert').waitFor();
      await page.locator('.round-form .ant-steps-item').nth(5).click();
    },
  },
];
