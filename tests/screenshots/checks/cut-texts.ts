import type { Page } from 'playwright-core';

/** Texts of which a part cannot be seen: cut off without an ellipsis, or beyond the edge of the window. */
export async function findCutTexts(page: Page): Promise<string[]> {
  return await page.evaluate(lookForCutTexts);
}

/** Runs in the page, so it stands alone. */
function lookForCutTexts(): string[] {
  const found = new Set<string>();
  const slack = 1.5;
  const cutsOff = (value: string) => value === 'hidden' || value === 'clip';
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()} of class ${element.getAttribute('class')?.slice(0, 60)}`;

  const seesLess = (text: Text): string | undefined => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return undefined;
    let position = 'static';
    for (let at = text.parentElement; at !== null && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      // What stands out of the flow is not cut by what it does not stand in.
      const holds = position !== 'absolute' || style.position !== 'static';
      if (position === 'fixed') break;
      if (holds) {
        position = style.position;
        if (style.clipPath !== 'none') return undefined;
        // What can be scrolled can be reached.
        if (/auto|scroll/.test(style.overflowX)) return undefined;
        if (cutsOff(style.overflowX)) {
          if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return undefined;
          const frame = at.getBoundingClientRect();
          if (box.right > frame.right + slack || box.left < frame.left - slack) return `cut by ${named(at)}`;
          if (cutsOff(style.overflowY) && box.bottom > frame.bottom + 4) return `cut below by ${named(at)}`;
        }
        const framed = Number.parseFloat(style.borderRightWidth) > 0;
        if (framed && box.right > at.getBoundingClientRect().right + slack)
          return `stands out of ${named(at)}`;
      }
    }
    return undefined;
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || node.data.trim() === '' || parent === null) continue;
    if (parent.closest('script, style, svg, .visually-hidden, [aria-hidden="true"]') !== null) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const why = seesLess(node);
    if (why !== undefined) found.add(`"${node.data.trim().slice(0, 40)}" ${why}`);
  }

  const textOf = (field: HTMLInputElement | HTMLSelectElement): string => {
    if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent ?? '';
    if (field.value === '') return field.placeholder;
    // What somebody is typing may be longer than the field; what was chosen is to be read whole.
    return field.type === 'text' && field !== document.activeElement ? field.value : '';
  };
  const paper = document.createElement('canvas').getContext('2d');
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    if (paper === null || !field.checkVisibility() || field.clientWidth === 0) continue;
    const style = getComputedStyle(field);
    paper.font = style.font;
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const text = textOf(field).trim();
    // A drop-down keeps room for its arrow.
    const wanted = paper.measureText(text).width + (field instanceof HTMLSelectElement ? 16 : 0);
    if (wanted > room + slack) found.add(`"${text}" does not fit into ${named(field)}`);
  }

  const page = document.documentElement;
  if (page.scrollWidth > window.innerWidth + slack)
    found.add(`the page is ${page.scrollWidth} wide in a window of ${window.innerWidth}`);
  return [...found];
}
