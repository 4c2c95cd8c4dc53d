/** Programmes of a district: none yet, the form, and one with its streets. */
import type { OfficeScreen } from './office-screen.ts';
import { press } from './press.ts';

export const programmes: readonly OfficeScreen[] = [
  { name: 'programmes', person: 'quban', path: () => '/programmes' },
  {
    name: 'programme-new',
    person: 'quban',
    path: () => '/programmes',
    act: async (page) => {
      await press(page, '新建专项行动', 'New programme');
      await page.locator('#programme-statement').waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'programme-streets',
    person: 'quban',
    path: () => '/programmes',
    act: async (page) => {
      await press(page, '新建专项行动', 'New programme');
      const made = await page.locator('#main .ant-card').count();
      await page.locator('#programme-name').fill(`全区年末测评${made + 1}`);
      await page.locator('#programme-streets').click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
      await page.keyboard.press('Escape');
      await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
      await page.locator('#programme-doors').fill('120');
      await page.locator('#programme-questionnaire').click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
      await page.locator('#programme-statement').fill('您好，我们受创建办委托来听听您的看法。');
      await page.locator('.ant-drawer-body .ant-btn-primary').click();
      await page.locator('#main .ant-card').nth(made).waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
];
