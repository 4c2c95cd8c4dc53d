import type { Page } from 'playwright-core';

/** Words and numbers that are broken over two lines, as a column too narrow does it. */
export async function findBrokenWords(page: Page): Promise<string[]> {
  return await page.evaluate(lookForBrokenWords);
}

/** Runs in the page, so it stands alone. Ids, hashes and expressions may break anywhere. */
function lookForBrokenWords(): string[] {
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || !(node instanceof Text)) continue;
    if (parent.closest('script, style, svg, code, pre, textarea, .visually-hidden, .audit-subject')) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    for (const word of node.data.matchAll(/[A-Za-z0-9]{3,}/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map((line) => Math.round(line.top / 4)));
      if (tops.size > 1) found.add(`"${word[0]}" in "${node.data.trim().slice(0, 40)}"`);
    }
  }
  return [...found];
}
