/** Formulas are refused where the roster's data is: what a file claims they come to is not what anybody typed. */
import { UnreadableFile } from '../../spreadsheets/reading/file-failure.ts';
import { cellName } from '../../spreadsheets/reading/spreadsheet.ts';
import type { CellPosition, Sheet } from '../../spreadsheets/reading/spreadsheet.ts';

/** So many cells are named; the rest is counted. */
const cellsNamed = 20;

/** Throws `UnreadableFile` for formulas in `columns` below the header. A column that is not read may hold any. */
export function refuseFormulas(sheet: Sheet, headerRow: number, columns: ReadonlySet<number>): void {
  const inTable = sheet.formulas.filter(({ row, column }) => row >= headerRow && columns.has(column));
  if (inTable.length > 0) throw formulasRefused(sheet, inTable);
}

export function formulasRefused(sheet: Sheet, formulas: readonly CellPosition[]): UnreadableFile {
  const named = formulas.slice(0, cellsNamed).map(cellName).join(', ');
  const cells = formulas.length > cellsNamed ? `${named} …` : named;
  return new UnreadableFile({
    code: 'formulaCell',
    details: { sheet: sheet.name, cells, count: formulas.length },
  });
}
