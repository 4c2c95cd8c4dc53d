import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Slip } from '../../work/slip.ts';
import { SlipText } from './slip-text.tsx';
import styles from './slip.module.css';

export const papers = ['a6', 'roll', 'a4'] as const;
export type Paper = (typeof papers)[number];

/** Width and height in millimetres; a roll is cut where the slip ends. */
const sizes: Record<Paper, { width: number; height: number | null; copies: number }> = {
  a6: { width: 105, height: 148, copies: 1 },
  roll: { width: 58, height: null, copies: 1 },
  a4: { width: 210, height: 297, copies: 4 },
};

/** The code is for one door: where slips for several doors are cut from one sheet, none is printed. */
export const hasCode = (paper: Paper): boolean => sizes[paper].copies === 1;

/** CSS: 96 pixels an inch. */
const millimetres = (pixels: number): number => Math.ceil((pixels * 25.4) / 96);

/** The type shrinks until a long statement fits as well; in points. At the least of them the longest does. */
const type = { most: 12, least: 8, step: 0.5 };

/**
 * What the printer gets, and nothing else of the page. It stands beside the app, unseen until then, so that it is known
 * whether all of it fits.
 */
export function SlipPaper({ slip, link, paper }: { slip: Slip; link: string | null; paper: Paper }) {
  const sheet = useRef<HTMLDivElement>(null);
  const { copies } = sizes[paper];
  useLayoutEffect(() => {
    const { current } = sheet;
    if (current === null) return undefined;
    shrinkToFit(current);
    const { width, height } = sizes[paper];
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
      {Array.from({ length: copies }, (_, index) => (
        <div key={index} className={styles['copy']}>
          <SlipText slip={slip} link={link} />
        </div>
      ))}
    </div>,
    document.body,
  );
}

function shrinkToFit(sheet: HTMLElement): void {
  const fits = () =>
    [...sheet.children].every(
      ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        scrollHeight <= clientHeight && scrollWidth <= clientWidth,
    );
  for (let size = type.most; size >= type.least; size -= type.step) {
    sheet.style.fontSize = `${size}pt`;
    if (fits()) return;
  }
}
