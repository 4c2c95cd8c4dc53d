/** The three sheets of an XLSForm, as text: the first row of each names its columns. */
export interface XlsformSheets {
  survey: string[][];
  choices: string[][];
  settings: string[][];
}

export const sheetNames = ['survey', 'choices', 'settings'] as const;
export type SheetName = (typeof sheetNames)[number];

/** A row below the header, with the number a spreadsheet shows beside it. Columns go by their small-letter names. */
export interface Row {
  number: number;
  cells: ReadonlyMap<string, string>;
}

/** Reads the rows under a header; rows without anything in them are left out, their numbers are not. */
export function rowsOf(sheet: readonly string[][]): Row[] {
  const [header = [], ...rows] = sheet;
  const columns = header.map(columnName);
  return rows.flatMap((row, index) => {
    const filled = columns.flatMap((column, at) => {
      const value = (row[at] ?? '').trim();
      return column === '' || value === '' ? [] : [[column, value] as const];
    });
    return filled.length === 0 ? [] : [{ number: index + 2, cells: new Map(filled) }];
  });
}

/** One spelling of a column: `Label :: English (en)` and the older `label:English (en)` are the same. */
function columnName(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/\s*::?\s*/, '::');
}

export const cellOf = (row: Row, column: string): string => row.cells.get(column) ?? '';
