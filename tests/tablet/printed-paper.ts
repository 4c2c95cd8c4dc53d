/** What comes out of the printer. */
import type { Page } from 'playwright-core';

/** Pages of a PDF with their sizes in millimetres. */
export function pagesOf(pdf: Buffer): { width: number; height: number }[] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  const millimetres = (points = '') => Math.round((Number(points) / 72) * 25.4);
  return [...boxes].map(([, width, height]) => ({ width: millimetres(width), height: millimetres(height) }));
}

/** What the printer would get of the page that does not fit: texts cut off, and anything that is not the paper. */
export async function printFlaws(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const flaws = await page.evaluate(() => {
    const paper = document.querySelector('[data-print]');
    if (paper === null) return ['no paper'];
    const others = [...document.body.children].filter((one) => one !== paper && one.checkVisibility());
    const cut = [...paper.children].filter(
      (copy) => copy.scrollHeight > copy.clientHeight || copy.scrollWidth > copy.clientWidth,
    );
    const small = Number.parseFloat(getComputedStyle(paper).fontSize) < 8;
    return [
      ...others.map(({ id }) => `also: ${id}`),
      ...cut.map(() => 'cut off'),
      ...(small ? ['small'] : []),
    ];
  });
  await page.emulateMedia({ media: null });
  return flaws;
}
