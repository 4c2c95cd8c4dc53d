import type { Locator, Page } from 'playwright-core';

/** A control by its name in either language: the one that is on screen. */
export function named(
  page: Page,
  role: 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'img',
  ...names: string[]
): Locator {
  const pattern = names.map((name) => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)).join('|');
  return page.getByRole(role, { name: new RegExp(`^(${pattern})`) }).first();
}

/** Presses the button of that name. */
export async function press(page: Page, ...names: string[]): Promise<void> {
  await named(page, 'button', ...names).click();
}
