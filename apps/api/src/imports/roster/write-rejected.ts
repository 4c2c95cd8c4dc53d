/** The rows that were not taken, as a workbook to mend and upload again. */
import { writeWorkbook } from '../../exports/workbook.ts';
import type { RosterPlan, RosterProblem } from './roster.ts';

export interface RejectedWords {
  sheetName: string;
  /** Title of the column that says why; it means no field, so that it is ignored when uploaded again. */
  reasonTitle: string;
  rowTitle: string;
  /** One sentence for one problem, in the reader's language. */
  describe: (problem: RosterProblem) => string;
}

/**
 * The file's own columns under their own titles, in front of them the reason and the row it was. Private columns
 * are left out, and text that a spreadsheet would run is made harmless.
 */
export async function writeRejected(
  { table, returned, problems }: Pick<RosterPlan, 'table' | 'returned' | 'problems'>,
  words: RejectedWords,
): Promise<Uint8Array> {
  const reasons = new Map<number, string[]>();
  for (const problem of problems) {
    if (problem.row === null || problem.severity === 'warning') continue;
    reasons.set(problem.row, [...(reasons.get(problem.row) ?? []), words.describe(problem)]);
  }
  const kept = table.columns.flatMap((column, index) => (column.private === null ? [{ column, index }] : []));
  return writeWorkbook([
    {
      name: words.sheetName,
      columns: [
        { title: words.reasonTitle, kind: 'text' },
        { title: words.rowTitle, kind: 'number' },
        ...kept.map(({ column }) => ({ title: column.header || column.letter, kind: 'text' as const })),
      ],
      rows: returned.map(({ rowNumber, cells }) => [
        (reasons.get(rowNumber) ?? []).join(' '),
        rowNumber,
        ...kept.map(({ index }) => cells[index] || null),
      ]),
    },
  ]);
}
