/** Who is in office, who is missing, and what a notice board says. */
import type { Page } from 'playwright-core';
import { drawer, modal, type OfficeScreen } from './office-screen.ts';
import { press } from './press.ts';

const street = 'jieban';

const openUnit = async (page: Page) => {
  await page.locator('.unit-place').first().click();
  await drawer(page);
};

const openSheet = async (page: Page) => {
  await page.locator('.progress-project').first().click();
  await drawer(page);
};

export const stewards: readonly OfficeScreen[] = [
  { name: 'progress', person: street, path: () => '/progress' },
  { name: 'progress-sheet', person: 'shequ', path: () => '/progress', act: openSheet },
  { name: 'bots', person: street, path: () => '/bots' },
  {
    name: 'bots-add',
    person: street,
    path: () => '/bots',
    act: async (page) => {
      await press(page, '添加机器人', 'Add a bot');
      await modal(page);
    },
  },
  { name: 'stewards', person: street, path: () => '/stewards' },
  { name: 'stewards-missing', person: street, path: () => '/stewards?level=stairwell&state=missing' },
  {
    name: 'stewards-held',
    person: street,
    path: () => '/stewards?level=stairwell&state=held',
    act: openUnit,
  },
  {
    name: 'stewards-board',
    person: street,
    path: () => '/stewards',
    act: async (page) => {
      await press(page, '公示牌内容', 'Notice board texts');
      await modal(page);
    },
  },
  {
    name: 'stewards-group',
    person: street,
    path: () => '/stewards',
    act: async (page) => {
      await press(page, '新建中心户小组', 'New household group');
      await modal(page);
    },
  },
];
