/** The lock, at the end of a shift: who is there, the pad, a wrong PIN. */
import { typePin } from '../tablet/pin.ts';
import { press } from './press.ts';
import type { TabletScreen } from './tablet.screens.ts';

export const lockScreens: readonly TabletScreen[] = [
  { name: 'settings-pin', open: (page) => press(page, '修改解锁码', 'Change PIN') },
  {
    name: 'lock',
    open: async (page) => {
      await page.reload();
      await page.locator('main li button').first().waitFor();
    },
  },
  { name: 'lock-pin', open: (page) => page.locator('main li button').first().click() },
  {
    name: 'lock-wrong',
    open: async (page) => {
      for (const left of [9, 8, 7, 6, 5]) {
        await typePin(page, '000001');
        await page.getByText(new RegExp(`还可以试 ${left} 次|${left} tries left`)).waitFor();
      }
    },
  },
];
