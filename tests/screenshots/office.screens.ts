/** The pages of the office, by whom they are looked at. */
import type { Page } from 'playwright-core';
import type { Size } from './camera.ts';
import { drawer, modal, type OfficeScreen } from './office-screen.ts';
import { comparisons } from './comparisons.screens.ts';
import { monitor } from './monitor.screens.ts';
import { hotline } from './hotline.screens.ts';
import { programmes } from './programmes.screens.ts';
import { places } from './places.screens.ts';
import type { Places } from './places.ts';
import { named, press } from './press.ts';
import { questionnaires } from './questionnaires.screens.ts';
import { samples } from './samples.screens.ts';
import { stewards } from './stewards.screens.ts';

export const officeSizes: readonly Size[] = [
  { width: 1440, height: 900 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];

const phone: Size = { width: 390, height: 844 };
const street = 'jieban';
const district = 'quban';
const administrator = 'guanli';

const openRow = async (page: Page) => await page.locator('.ant-table-row .ant-btn-link').first().click();
const toStep = (index: number) => async (page: Page) =>
  await page.locator('.round-form .ant-steps-item').nth(index).click();
/** The first door in the table that was visited. */
const openVisited = async (page: Page) => {
  const rows = page.locator('.ant-table-row .ant-btn-link');
  const visits = page.locator('.ant-drawer-body .ant-timeline');
  await rows.first().waitFor();
  for (let index = 0; index < (await rows.count()); index++) {
    await rows.nth(index).click();
    await visits.or(page.locator('.ant-drawer-body .ant-tabs p.muted')).first().waitFor();
    if (await visits.isVisible()) return;
    await page.keyboard.press('Escape');
    await page.locator('.ant-drawer-body').waitFor({ state: 'hidden' });
  }
};

const figures: OfficeScreen[] = [
  { name: 'overview-street', person: street, path: () => '/' },
  {
    name: 'overview-coverage',
    person: street,
    path: ({ coverage }) => `/?purpose=coverage&round=${coverage}`,
  },
  { name: 'overview-district', person: district, path: () => '/' },
  { name: 'overview-community', person: 'shequ', path: () => '/' },
  {
    name: 'overview-how',
    person: street,
    path: () => '/',
    act: async (page) => {
      await press(page, '这些数怎么来的', 'How ');
      await drawer(page);
    },
  },
  {
    name: 'overview-targets',
    person: district,
    path: () => '/',
    act: async (page) => {
      await press(page, '设定目标', 'Set targets');
      await modal(page);
    },
  },
  { name: 'communities', person: street, path: () => '/communities' },
  { name: 'community', person: street, path: ({ community }) => `/communities/${community}` },
  {
    name: 'community-stairwell',
    person: street,
    path: ({ community, stairwell }) => `/communities/${community}?stairwell=${stairwell}`,
  },
];

const rounds: OfficeScreen[] = [
  { name: 'rounds', person: street, path: () => '/rounds' },
  { name: 'round-coverage', person: street, path: ({ coverage }) => `/rounds/${coverage}` },
  {
    name: 'round-community',
    person: street,
    path: ({ coverage, community }) => `/rounds/${coverage}?community=${community}`,
  },
  {
    name: 'round-all-stairwells',
    person: street,
    path: ({ coverage, community }) => `/rounds/${coverage}?community=${community}&list=stairwells`,
  },
  {
    name: 'round-map',
    person: street,
    path: ({ coverage, community }) => `/rounds/${coverage}?community=${community}&list=map`,
  },
  {
    name: 'round-stairwell',
    person: street,
    path: ({ coverage, community, stairwell }) =>
      `/rounds/${coverage}?community=${community}&stairwell=${stairwell}`,
  },
  { name: 'round-pace', person: street, path: ({ coverage }) => `/rounds/${coverage}?tab=pace` },
  { name: 'round-outcomes', person: street, path: ({ coverage }) => `/rounds/${coverage}?tab=outcomes` },
  { name: 'round-plans', person: street, path: ({ coverage }) => `/rounds/${coverage}?tab=plans` },
  { name: 'round-draws', person: district, path: ({ measurement }) => `/rounds/${measurement}?tab=draws` },
  { name: 'round-details', person: street, path: ({ coverage }) => `/rounds/${coverage}?tab=details` },
  { name: 'round-draft', person: street, path: ({ draftRound }) => `/rounds/${draftRound}` },
  {
    name: 'round-close',
    person: street,
    path: ({ coverage }) => `/rounds/${coverage}`,
    act: async (page) => {
      await press(page, '结束', 'Close');
      await modal(page);
    },
  },
  ...['purpose', 'scope', 'forms', 'teams', 'dates', 'check'].map((step, index) => ({
    name: `round-edit-${index + 1}-${step}`,
    person: street,
    path: ({ draftRound }: Places) => `/rounds/${draftRound}/edit`,
    act: toStep(index),
  })),
  { name: 'round-new', person: district, path: () => '/rounds/new' },
  { name: 'round-new-check', person: district, path: () => '/rounds/new', act: toStep(5) },
];

const register: OfficeScreen[] = [
  { name: 'households', person: street, path: () => '/households' },
  {
    name: 'households-none',
    person: street,
    path: () => '/households',
    act: async (page) => {
      await page.locator('search input').first().fill('zzzzzz');
      await page.locator('.ant-table-placeholder').waitFor();
    },
  },
  {
    name: 'households-buildings',
    person: street,
    path: ({ community }) => `/households?view=grid&area=${community}`,
    act: async (page) => await page.getByRole('tree').waitFor(),
  },
  {
    name: 'households-stairwell',
    person: street,
    path: ({ community, stairwell }) => `/households?view=grid&area=${community}&stairwell=${stairwell}`,
  },
  { name: 'households-proposals', person: street, path: () => '/households?view=proposals' },
  {
    name: 'household',
    person: street,
    path: ({ community, stairwell }) => `/households?area=${community}&stairwell=${stairwell}`,
    act: openVisited,
  },
  {
    name: 'household-correct',
    person: street,
    path: () => '/households',
    act: async (page) => {
      await openRow(page);
      await named(page, 'tab', '更正', 'Correct').click();
    },
  },
  {
    name: 'households-proposals-ticked',
    person: street,
    path: () => '/households?view=proposals',
    act: async (page) => await page.locator('thead .ant-checkbox-input').check(),
  },
  { name: 'imports', person: street, path: () => '/imports' },
  { name: 'import', person: street, path: (at) => `/imports/${at.import}` },
  { name: 'import-applied', person: street, path: (at) => `/imports/${at.applied}` },
];

const work: OfficeScreen[] = [
  { name: 'revisits', person: street, path: () => '/revisits' },
  { name: 'revisits-community', person: 'shequ', path: () => '/revisits' },
  {
    name: 'revisit',
    person: street,
    path: () => '/revisits',
    act: async (page) => {
      await openRow(page);
      await drawer(page);
    },
  },
  {
    name: 'revisit-end',
    person: street,
    path: () => '/revisits',
    act: async (page) => {
      await openRow(page);
      await named(page, 'tab', '办结', 'End').click();
    },
  },
  {
    name: 'revisits-none',
    person: street,
    path: () => '/revisits',
    act: async (page) => {
      await page.locator('search input[type="search"], search .ant-input').last().fill('zzzzzz');
      await page.locator('.ant-table-placeholder').waitFor();
    },
  },
  { name: 'revisit-rules', person: district, path: () => '/revisits/rules' },
  {
    name: 'revisit-rule',
    person: district,
    path: () => '/revisits/rules',
    act: async (page) => {
      await page.getByRole('button', { name: /^(修改|Edit) (满意度低|Low satisfaction)/ }).click();
      await modal(page);
      await press(page, '试算', 'Try');
      await page.locator('.ant-modal-body .ant-alert').waitFor();
    },
  },
  { name: 'issues', person: street, path: () => '/issues' },
  { name: 'issue-photo', person: street, path: () => '/issues', act: openRow },
  { name: 'visits', person: street, path: () => '/visits' },
  {
    name: 'visit',
    person: street,
    path: () => '/visits',
    act: async (page) => {
      await page.locator('.ant-table-row-expand-icon:not(.ant-table-row-expand-icon-spaced)').first().click();
    },
  },
  { name: 'quarantine', person: street, path: () => '/quarantine' },
];

const administration: OfficeScreen[] = [
  ...['people', 'teams', 'areas', 'devices', 'system'].map((tab) => ({
    name: `people-${tab}`,
    person: tab === 'teams' ? street : administrator,
    path: () => `/people?tab=${tab}`,
  })),
  {
    name: 'person',
    person: administrator,
    path: () => '/people?tab=people',
    act: async (page) => {
      await openRow(page);
      await drawer(page);
    },
  },
  {
    name: 'person-new',
    person: administrator,
    path: () => '/people?tab=people',
    act: async (page) => {
      await press(page, '添加人员', 'Add');
      await drawer(page);
    },
  },
  {
    name: 'team',
    person: street,
    path: () => '/people?tab=teams',
    act: async (page) => {
      await openRow(page);
      await modal(page);
    },
  },
  { name: 'audit', person: 'shenji', path: () => '/audit' },
  { name: 'not-found', person: street, path: () => '/nowhere' },
  { name: 'no-desk', person: 'loudao', path: () => '/', sizes: [phone] },
];

export const officeScreens: readonly OfficeScreen[] = [
  ...figures,
  ...comparisons,
  ...rounds,
  ...places,
  ...hotline,
  ...programmes,
  ...samples,
  ...stewards,
  ...monitor,
  ...questionnaires,
  ...register,
  ...work,
  ...administration,
];
