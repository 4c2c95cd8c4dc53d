/** What is wrong with a screen that a picture does not show. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, and what is smaller than 44 px; both empty on a good screen. */
export async function flawsOf(page: Page): Promise<string[]> {
  await page.waitForTimeout(400);
  await dialogsAreShown(page);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    type Axe = {
      run: (options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: tags });
    const shown = (element: HTMLElement) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility() && element.tabIndex >= 0;
    };
    const small = [...document.querySelectorAll<HTMLElement>('button, a, select, textarea, input')].filter(
      (element) => {
        const target = element.closest('label') ?? element;
        const { width, height } = target.getBoundingClientRect();
        const hidden =
          getComputedStyle(element).clipPath !== 'none' || element.closest('[data-react-aria-top-layer]');
        return shown(element) && !hidden && (width < 44 || height < 43.5);
      },
    );
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
      ...small.map((element) => `smaller than 44 px: ${element.outerHTML.slice(0, 200)}`),
    ];
  });
}

/**
 * On a touch screen a dialog stays unseen for up to 600 ms while a keyboard may come up for a field that has the focus
 * (React Aria). A test may give a field the focus before a hand could.
 */
async function dialogsAreShown(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[role="dialog"]')].every((dialog) =>
      dialog.checkVisibility({ opacityProperty: true }),
    ),
  );
}
