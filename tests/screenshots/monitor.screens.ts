/** What is stuck in a round, what is done about it, and who is told. */
import { drawer, modal, type OfficeScreen } from './office-screen.ts';
import { press } from './press.ts';

const street = 'jieban';

export const monitor: readonly OfficeScreen[] = [
  { name: 'round-stuck', person: street, path: ({ coverage }) => `/rounds/${coverage}?tab=stuck` },
  {
    name: 'round-extend',
    person: street,
    path: ({ coverage }) => `/rounds/${coverage}`,
    act: async (page) => {
      await press(page, '延期', 'Put off');
      await modal(page);
    },
  },
  {
    name: 'notices',
    person: 'shequ',
    path: () => '/',
    act: async (page) => {
      await press(page, '通知', 'Notices');
      await drawer(page);
    },
  },
  {
    name: 'people-replacement',
    person: 'shequ',
    path: () => '/people?tab=teams',
    act: async (page) => {
      await press(page, '有人离开', 'Somebody leaves');
      await modal(page);
      await page.locator('#leaving').click();
      await page.locator('.ant-select-dropdown').getByTitle('祖长河', { exact: true }).click();
      await page.locator('.place-field').first().waitFor();
    },
  },
];
