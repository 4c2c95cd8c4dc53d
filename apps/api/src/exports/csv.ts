/** Writes a table as CSV that Excel and WPS open correctly: UTF-8 with a byte order mark, CRLF, nothing run. */
import { guardFormula } from '@huhudao/domain';
import { stringify } from 'csv-stringify/sync';
import { checkedCell, wallClock } from './table.ts';
import type { ExportCell, ExportColumn, ExportTable } from './table.ts';

export function writeCsv({ columns, rows }: Omit<ExportTable, 'name'>): Uint8Array {
  const header = columns.map(({ title }) => guardFormula(title));
  const records = rows.map((row) => columns.map((column, index) => csvCell(row[index], column)));
  const text = stringify([header, ...records], {
    bom: true,
    record_delimiter: 'windows',
    // The library quotes for its own record delimiter only.
    quoted_match: /[\r\n]/,
  });
  return new TextEncoder().encode(text);
}

function csvCell(given: ExportCell | undefined, column: ExportColumn): string {
  const cell = checkedCell(given, column);
  if (cell === null) return '';
  if (cell instanceof Date) return wallClock(cell).toString({ smallestUnit: 'minute' }).replace('T', ' ');
  return typeof cell === 'number' ? String(cell) : guardFormula(cell);
}
