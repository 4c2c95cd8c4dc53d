/** Practice, which anybody begins from the lock: the same screens, and on each of them that it is practice. */
import { press } from './press.ts';
import type { TabletScreen } from './tablet.screens.ts';
import { findDoor, goTo } from './tablet-acts.ts';

export const practiceScreens: readonly TabletScreen[] = [
  {
    name: 'practice-today',
    open: async (page) => {
      await press(page, '返回', 'Back');
      await press(page, '练习', 'Practise');
      await page.locator('main a[href*="/stairwells/"]').first().waitFor();
    },
  },
  { name: 'practice-door', open: (page) => findDoor(page, 'open') },
  {
    name: 'practice-sync',
    open: async (page) => {
      await press(page, '无人在家', 'Nobody home');
      await goTo(page, '/sync');
    },
  },
];
