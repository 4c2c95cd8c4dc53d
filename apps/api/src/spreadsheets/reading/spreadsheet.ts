/**
 * What a spreadsheet file is once its bytes have been read: sheets of cells, nothing interpreted.
 *
 * Row and column numbers inside the program are 0-based; what people read (`rowNumber`, `C5`) is 1-based.
 */

import { fileLimit } from '../../http/body.ts';

/** A cell's value as the file holds it. A date carries the calendar date at 00:00 UTC. */
export type Cell = string | number | boolean | Date | null;

export interface CellPosition {
  row: number;
  column: number;
}

/** A block of merged cells, ends included. Only its first cell carries a value. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** `rows[0]` is the sheet's row 1. Rows may differ in length; empty cells are null. */
  rows: readonly (readonly Cell[])[];
  merges: readonly CellRange[];
  /** Cells that hold a formula. Their value is null: a stored result is what the sender's program claims. */
  formulas: readonly CellPosition[];
  /** Cells an ID number was taken out of while reading. The number itself is nowhere in this object. */
  idNumbers: readonly CellPosition[];
}

export interface Spreadsheet {
  format: 'xlsx' | 'csv';
  sheets: readonly Sheet[];
}

/** What is refused before any cell is looked at. */
export const readingLimits = {
  fileBytes: fileLimit,
  unpackedBytes: 50_000_000,
  archiveEntries: 2_000,
  columns: 200,
  rows: 200_000,
  /** The library unfolds a sheet into a full rectangle, so its area is what costs memory. */
  cells: 5_000_000,
  /** Shared texts, styles, formulas, merged blocks: about half a kilobyte of memory each. */
  elements: 400_000,
} as const;

/** `C5` for row 4, column 2. */
export function cellName({ row, column }: CellPosition): string {
  return `${columnName(column)}${row + 1}`;
}

/** `A` for column 0, `AA` for column 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
