/** What a building head sees on the tablet. */
import { findDoor, goTo } from './tablet-acts.ts';
import type { TabletScreen } from './tablet.screens.ts';

export const headScreens: readonly TabletScreen[] = [
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
    name: 'head-plan-refused',
    open: async (page) => {
      await page.locator('input[type="time"]').first().fill('05:00');
    },
  },
];
