/** The only file that touches the spreadsheet library: workbook bytes in and out, in the project's own terms. */
import { HucreError, readXlsx, writeXlsx } from 'hucre';
import type { Cell as LibraryCell, Sheet as LibrarySheet, WriteSheet } from 'hucre';

export type WorkbookCell = string | number | boolean | Date | null;

/** A worksheet as stored. All numbers are 0-based; a block's ends are included. */
export interface ParsedSheet {
  name: string;
  hidden: boolean;
  rows: WorkbookCell[][];
  merges: { top: number; left: number; bottom: number; right: number }[];
  formulas: { row: number; column: number }[];
}

/** The bytes are not a workbook the library understands. */
export class UnreadableWorkbook extends Error {
  override name = 'UnreadableWorkbook';
}

/** Reads every sheet, from A1 to `lastCell` (such as `K606`). Formula cells are listed and their value is null. */
export async function parseWorkbook(bytes: Uint8Array, lastCell: string): Promise<ParsedSheet[]> {
  try {
    const workbook = await readXlsx(bytes, { range: `A1:${lastCell}` });
    return workbook.sheets.map(parsedSheet);
  } catch (error) {
    if (error instanceof HucreError)
      throw new UnreadableWorkbook('not a readable workbook', { cause: error });
    throw error;
  }
}

function parsedSheet(sheet: LibrarySheet): ParsedSheet {
  const formulas: ParsedSheet['formulas'] = [];
  for (const [key, cell] of sheet.cells ?? []) {
    if (!isFormula(cell)) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    formulas.push({ row, column });
    const cells = sheet.rows[row];
    if (cells) cells[column] = null;
  }
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows,
    merges: (sheet.merges ?? []).map((merge) => ({
      top: merge.startRow,
      left: merge.startCol,
      bottom: merge.endRow,
      right: merge.endCol,
    })),
    formulas,
  };
}

/** A cell that continues a shared formula has an empty one. */
function isFormula(cell: LibraryCell): boolean {
  return cell.formula !== undefined || cell.type === 'formula';
}

export interface ComposedColumn {
  /** In characters of the default font. */
  width: number;
  /** Excel's number format, for instance `yyyy-mm-dd`. */
  format?: string;
}

export interface ComposedSheet {
  name: string;
  columns: ComposedColumn[];
  header: string[];
  rows: WorkbookCell[][];
}

/** What Chinese offices print in; Excel and WPS on Windows both have it. */
const font = { name: '宋体', size: 11 };

/** Writes sheets whose first row is a header, set off and kept in view. */
export async function composeWorkbook(sheets: readonly ComposedSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(librarySheet), defaultFont: font });
}

function librarySheet(sheet: ComposedSheet): WriteSheet {
  const cells = new Map<string, Partial<LibraryCell>>();
  sheet.header.forEach((title, column) => {
    cells.set(`0,${column}`, {
      value: literal(title),
      type: 'string',
      style: {
        font: { ...font, bold: true },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
        alignment: { vertical: 'center', wrapText: true },
      },
    });
  });
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width, format }) => ({ width, ...(format ? { numFmt: format } : {}) })),
    rows: [sheet.header, ...sheet.rows].map((row) => row.map(literal)),
    cells,
    freezePane: { rows: 1 },
  };
}

/** `_x0041_` in a workbook means A (ECMA-376 part 1, 22.9.2.19); the library reads that, but does not write it. */
function literal<Value extends WorkbookCell>(cell: Value): Value | string {
  return typeof cell === 'string' ? cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : cell;
}
