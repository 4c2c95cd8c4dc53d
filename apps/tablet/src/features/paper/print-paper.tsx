import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './paper.module.css';

/** Papers one prints on from the tablet: a slip alone, on a till roll, or four of a sheet; a notice to hang up. */
export type Paper = 'a6' | 'roll' | 'a4' | 'poster';

/** Width and height in millimetres; a roll is cut where the text ends. Type in points, the largest that fits. */
type Sheet = { width: number; height: number | null; copies: number; type: { most: number; least: number } };

const slipType = { most: 12, least: 8 };

const sheets: Record<Paper, Sheet> = {
  a6: { width: 105, height: 148, copies: 1, type: slipType },
  roll: { width: 58, height: null, copies: 1, type: slipType },
  a4: { width: 210, height: 297, copies: 4, type: slipType },
  poster: { width: 210, height: 297, copies: 1, type: { most: 22, least: 11 } },
};

export const copiesOn = (paper: Paper): number => sheets[paper].copies;

/** CSS: 96 pixels an inch. */
const millimetres = (pixels: number): number => Math.ceil((pixels * 25.4) / 96);

/**
 * What the printer gets, and nothing else of the page. It stands beside the app, unseen until then, so that it is known
 * whether all of it fits: the type shrinks until it does. At the least of them the longest text does.
 */
export function PrintPaper({ paper, children }: { paper: Paper; children: ReactNode }): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = sheet;
    if (current === null) return undefined;
    const { width, height, type } = sheets[paper];
    shrinkToFit(current, type);
    const rule = new CSSStyleSheet();
    const long = height ?? millimetres(current.scrollHeight);
    rule.replaceSync(`@page { size: ${width}mm ${long}mm; margin: 0; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rule);
    };
  });
  return createPortal(
    <div ref={sheet} className={styles['paper']} data-paper={paper} data-print aria-hidden>
      {Array.from({ length: copiesOn(paper) }, (_, index) => (
        <div key={index} className={styles['copy']}>
          {children}
        </div>
      ))}
    </div>,
    document.body,
  );
}

function shrinkToFit(sheet: HTMLElement, { most, least }: Sheet['type']): void {
  const fits = () =>
    [...sheet.children].every(
      ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        scrollHeight <= clientHeight && scrollWidth <= clientWidth,
    );
  for (let size = most; size >= least; size -= 0.5) {
    sheet.style.fontSize = `${size}pt`;
    if (fits()) return;
  }
}
