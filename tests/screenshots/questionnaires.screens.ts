/** The questionnaires of a district: writing one, its check, its versions. */
import type { Page } from 'playwright-core';
import { otherForms, workbookOf } from '../journeys/xlsforms.testing.ts';
import { modal, type OfficeScreen } from './office-screen.ts';
import { named, press } from './press.ts';

const district = 'quban';

const draft: OfficeScreen = {
  name: 'questionnaire-draft',
  person: district,
  path: (at) => `/questionnaires/${at.draft}`,
};

const openItem = async (page: Page) => {
  await page.locator('.outline-item').nth(1).click();
  await page.locator('.choice-row').first().waitFor();
};

export const questionnaires: readonly OfficeScreen[] = [
  { name: 'questionnaires', person: district, path: () => '/questionnaires' },
  {
    name: 'questionnaire-new',
    person: district,
    path: () => '/questionnaires',
    act: async (page) => {
      await press(page, '新建', 'New');
      await modal(page);
    },
  },
  {
    name: 'questionnaire-file',
    person: district,
    path: () => '/questionnaires',
    act: async (page) => {
      await press(page, '新建', 'New');
      await page.locator('.ant-modal-body .ant-select').last().click();
      await page.getByTitle(/^(文件|File)$/).click();
      const buffer = Buffer.from(await workbookOf(otherForms[1]));
      const mimeType = 'application/octet-stream';
      await page.locator('input[type=file]').setInputFiles({ name: 'services.xlsx', mimeType, buffer });
      await page.locator('.start-notes').waitFor();
      await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
    },
  },
  draft,
  { ...draft, name: 'questionnaire-item', act: openItem },
  {
    ...draft,
    name: 'questionnaire-condition',
    act: async (page) => {
      await openItem(page);
      await press(page, '加条件', 'Add condition');
      // What the look before has added was saved.
      await page.locator('.condition-row').last().waitFor();
    },
  },
  {
    ...draft,
    name: 'questionnaire-bank',
    act: async (page) => {
      await press(page, '从题库加题', 'Add from the item bank');
      await page.locator('.bank-row', { hasText: /^(楼道畅通|Clear stairwell)/ }).click();
    },
  },
  {
    ...draft,
    name: 'questionnaire-newer',
    act: async (page) => {
      await page.locator('.outline-item', { hasText: /楼道的畅通|your stairwell/ }).click();
      await page.locator('.bank-newer').waitFor();
    },
  },
  {
    ...draft,
    name: 'questionnaire-json',
    act: async (page) => {
      await named(page, 'tab', 'JSON').click();
      await page.locator('.draft-editor').waitFor();
    },
  },
  {
    ...draft,
    name: 'questionnaire-paper',
    act: async (page) => {
      await named(page, 'tab', '预览', 'Preview').click();
      await page.getByText(/^(纸质|Paper)$/).click();
      await page.locator('.paper-item').first().waitFor();
    },
  },
  { name: 'questionnaire-check', person: 'quban2', path: ({ draft }) => `/questionnaires/${draft}` },
  {
    name: 'questionnaire-version',
    person: district,
    path: ({ version }) => `/questionnaires/versions/${version}`,
  },
];
