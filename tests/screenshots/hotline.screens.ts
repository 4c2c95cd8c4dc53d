/** A hotline round: the list of cases with their doors, empty and filled. */
import type { Page } from 'playwright-core';
import type { OfficeScreen } from './office-screen.ts';
import { press } from './press.ts';

const street = 'jieban';
const next = async (page: Page) => await press(page, '下一步', 'Next');

const begin = async (page: Page) => {
  await page.locator('.round-choices .ant-radio-wrapper').nth(2).click();
  await next(page);
  await page.locator('.hotline-input').waitFor();
};

const lines = [
  '工单编号\t诉求地址\t诉求类型\t受理日期',
  '20261103001\t云溪街道柳荫社区柳荫苑1号楼1单元101室\t环境卫生\t2026-11-03',
  '20261103002\t柳荫苑1栋201\t噪声扰民\t2026-11-03',
  '20261104007\t柳荫苑垃圾站旁边\t停车管理\t2026-11-04',
  '20261104007\t柳荫苑1栋\t停车管理\t2026-11-04',
  '20261105011\t\t物业服务\t2026-11-05',
];

export const hotline: readonly OfficeScreen[] = [
  {
    name: 'hotline-empty',
    person: street,
    path: () => '/rounds/new',
    act: async (page) => {
      await begin(page);
      const clear = page.getByRole('button', { name: /^(清\s*空|Clear)$/ });
      if (await clear.isEnabled()) await clear.click();
      await page.locator('.ant-empty').first().waitFor();
    },
  },
  {
    name: 'hotline-list',
    person: street,
    path: () => '/rounds/new',
    act: async (page) => {
      await begin(page);
      await page.locator('.hotline-input textarea').first().fill(lines.join('\n'));
      await press(page, '读取粘贴的内容', 'Read what was pasted');
      await page.locator('.hotline-door').first().waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'hotline-checked',
    person: street,
    path: () => '/rounds/new',
    act: async (page) => {
      await begin(page);
      await page.locator('.round-form .ant-steps-item').nth(5).click();
      await page.locator('.round-effects').waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
];
