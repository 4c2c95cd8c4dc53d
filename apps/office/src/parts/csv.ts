import { guardFormula } from '@huhudao/domain';

export type Cell = string | number | null;

/**
 * A table as CSV that Excel and WPS open correctly: UTF-8 with a byte order mark, CRLF, every text quoted where it
 * needs to be, and no cell that starts a formula.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): Blob {
  return new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' });
}

export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = guardFormula(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
