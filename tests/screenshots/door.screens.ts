/** A door, what can be recorded at it in two taps, and the slip that is left there. */
import type { Page } from 'playwright-core';
import { press } from './press.ts';
import type { TabletScreen } from './tablet.screens.ts';
import { closeSheet, findDoor } from './tablet-acts.ts';

export const doorScreens: readonly TabletScreen[] = [
  ...(['appointment', 'revisit', 'attemptsLeft', 'open'] as const).map((filter) => ({
    name: `door-${filter}`,
    open: (page: Page) => findDoor(page, filter),
  })),
  { name: 'door-appointment-sheet', open: (page) => press(page, '约定再来', 'Come back', 'Appointment') },
  {
    name: 'door-refused-sheet',
    open: async (page) => {
      await closeSheet(page);
      await press(page, '拒访', 'Refused');
    },
  },
  {
    name: 'door-more-sheet',
    open: async (page) => {
      await closeSheet(page);
      await press(page, '更多', 'More');
    },
  },
  {
    name: 'door-saved',
    fleeting: true,
    open: async (page) => {
      await closeSheet(page);
      await press(page, '无人在家', 'Nobody home');
    },
  },
  {
    name: 'door-slip-sheet',
    open: async (page) => {
      await findDoor(page, 'open');
      await press(page, '留言条', 'Leave-behind slip');
      await page.getByRole('dialog').waitFor();
    },
  },
];
