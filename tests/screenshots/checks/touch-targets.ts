import type { Page } from 'playwright-core';

/** On a tablet: what is to be touched and is smaller than a finger, 44 × 44 px. */
export async function findSmallTargets(page: Page): Promise<string[]> {
  return await page.evaluate(lookForSmallTargets);
}

/** Runs in the page, so it stands alone. */
function lookForSmallTargets(): string[] {
  const found = new Set<string>();
  const touched =
    'button, a[href], select, input, textarea, [role="button"], [role="radio"], [role="gridcell"]';
  const isHeardOnly = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).clipPath !== 'none' || isHeardOnly(element.parentElement));
  for (const element of document.querySelectorAll(touched)) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    // The box of a choice is drawn by its label, which is what one touches.
    const target = element.closest('label') ?? element;
    const { width, height } = target.getBoundingClientRect();
    if (isHeardOnly(element) || width <= 1 || height <= 1) continue;
    if (width >= 43.5 && height >= 43.5) continue;
    const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30);
    found.add(`${element.tagName.toLowerCase()} "${name}" is ${Math.round(width)} × ${Math.round(height)}`);
  }
  return [...found];
}
