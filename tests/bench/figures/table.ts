import type { Spread } from './median.ts';

/** A Markdown table; the first column reads from the left, figures from the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heads.map((head, column) =>
    Math.max(head.length, 3, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => aligned(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(heads), line(rule), ...rows.map(line)];
}

const aligned = (text: string, width: number, column: number): string =>
  column === 0 ? text.padEnd(width) : text.padStart(width);

export type Target = { what: string; value: number; digits: number; wanted: '≥' | '≤'; bound: number };

/** What was wanted, what came of it, and whether it is met. */
export function targetTable(targets: readonly Target[]): string[] {
  const rows = targets.map(({ what, value, digits, wanted, bound }) => {
    const met = wanted === '≥' ? value >= bound : value <= bound;
    return [what, value.toFixed(digits), `${wanted} ${bound}`, met ? 'met' : '**missed**'];
  });
  return table(['target', 'measured', 'wanted', ''], rows);
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** The median, and from the lowest to the highest round. */
export const withSpread = ({ middle, low, high }: Spread, digits = 2): string =>
  `${middle.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
