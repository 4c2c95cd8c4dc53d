/** Gives every cell of a merged block the value that is written once, in its first cell. */
import { UnreadableFile } from '../../spreadsheets/reading/file-failure.ts';
import { readingLimits } from '../../spreadsheets/reading/spreadsheet.ts';
import type { Cell, Sheet } from '../../spreadsheets/reading/spreadsheet.ts';

/** A copy of the sheet's rows with merged blocks filled. Throws `UnreadableFile` when blocks overlap without end. */
export function fillMergedCells({ rows, merges }: Sheet): readonly (readonly Cell[])[] {
  const filled = rows.slice();
  const copied = new Map<number, Cell[]>();
  const lastColumn = rows.reduce((widest, row) => Math.max(widest, row.length), 0) - 1;
  let cells = 0;
  for (const { top, left, bottom, right } of merges) {
    const value = rows[top]?.[left] ?? null;
    if (value === null) continue;
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      const copy = copied.get(row) ?? [...(rows[row] ?? [])];
      copied.set(row, copy);
      filled[row] = copy;
      for (let column = left; column <= Math.min(right, lastColumn); column += 1) {
        copy[column] ??= value;
        cells += 1;
      }
    }
    // Blocks that overlap are no workbook of Excel's; a million of them would keep the server busy.
    if (cells > readingLimits.cells) throw new UnreadableFile({ code: 'fileDamaged', details: {} });
  }
  return filled;
}
