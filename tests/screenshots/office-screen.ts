/** What a picture of the office is taken of. */
import type { Page } from 'playwright-core';
import type { Size } from './camera.ts';
import type { Places } from './places.ts';

export type OfficeScreen = {
  name: string;
  /** Whose sign-in name. */
  person: string;
  path: (at: Places) => string;
  /** Where it is not those of a desk. */
  sizes?: readonly Size[];
  /** What is done on the page before the picture. */
  act?: (page: Page) => Promise<void>;
};

export const drawer = async (page: Page) => await page.locator('.ant-drawer-body').waitFor();
export const modal = async (page: Page) => await page.locator('.ant-modal-body').waitFor();
