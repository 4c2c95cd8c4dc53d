/** Writes tables as an .xlsx workbook: typed cells, a header that stays in view, columns as wide as their content. */
import { guardFormula } from '@huhudao/domain';
import { composeWorkbook } from '../spreadsheets/hucre.ts';
import type { ComposedColumn, ComposedSheet, WorkbookCell } from '../spreadsheets/hucre.ts';
import { checkedCell, wallClock } from './table.ts';
import type { ColumnKind, ExportCell, ExportColumn, ExportTable } from './table.ts';

/** Excel's limit of a sheet's rows, header included. */
const mostRows = 1_048_576;
const formats: Partial<Record<ColumnKind, string>> = {
  percent: '0.0%',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};

/** One sheet a table. Throws a `RangeError` for a table longer than a sheet. */
export async function writeWorkbook(tables: readonly ExportTable[]): Promise<Uint8Array> {
  return composeWorkbook(tables.map(composedSheet));
}

function composedSheet({ name, columns, rows }: ExportTable): ComposedSheet {
  if (rows.length >= mostRows) throw new RangeError(`a sheet holds at most ${mostRows - 1} rows`);
  const cells = rows.map((row) => columns.map((column, index) => workbookCell(row[index], column)));
  return {
    name: sheetName(name),
    columns: columns.map((column, index) => composedColumn(column, cells, index)),
    header: columns.map(({ title }) => guardFormula(title)),
    rows: cells,
  };
}

function workbookCell(given: ExportCell | undefined, column: ExportColumn): WorkbookCell {
  const cell = checkedCell(given, column);
  if (typeof cell !== 'string') return cell instanceof Date ? onTheClock(cell) : cell;
  return column.kind === 'date' ? new Date(`${cell}T00:00:00Z`) : guardFormula(cell);
}

/** A workbook knows no time zones: it is given the date whose UTC reading is the wall clock. */
function onTheClock(instant: Date): Date {
  return new Date(`${wallClock(instant).toString({ smallestUnit: 'second' })}Z`);
}

function composedColumn(
  { title, kind }: ExportColumn,
  rows: WorkbookCell[][],
  index: number,
): ComposedColumn {
  const format = formats[kind];
  const width = { number: 10, percent: 10, date: 12, instant: 18, text: 0 }[kind];
  let widest = Math.max(width, textWidth(title));
  if (kind === 'text') for (const row of rows) widest = Math.max(widest, textWidth(row[index]));
  return { width: Math.min(Math.max(widest, 6), 60) + 2, ...(format === undefined ? {} : { format }) };
}

/** In characters of the default font, where a Chinese one takes two. */
function textWidth(cell: WorkbookCell | undefined): number {
  if (typeof cell !== 'string') return 0;
  let width = 0;
  for (const sign of cell.slice(0, 60)) width += sign > '\u2E7F' ? 2 : 1;
  return width;
}

/** Excel refuses some signs in a sheet's name, and more than 31. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet'
  );
}
