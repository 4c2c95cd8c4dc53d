/** The rows that were not taken, as a workbook to mend and upload again. */
import { writeWorkbook } from '../../exports/workbook.ts';
import type { ReturnedRow, RosterColumn, RosterProblem, Severity } from './roster.ts';

/** As much of a problem as decides whose reason it is. */
type Reason = { row: number | null; severity: Severity };

/** As much of a plan as is kept of the rows that were not taken. */
export interface Rejections<Problem extends Reason> {
  table: { columns: readonly Pick<RosterColumn, 'letter' | 'header' | 'private'>[] };
  returned: readonly ReturnedRow[];
  problems: readonly Problem[];
}

export interface RejectedWords<Problem extends Reason = RosterProblem> {
  sheetName: string;
  /** Title of the column that says why; it means no field, so that it is ignored when uploaded again. */
  reasonTitle: string;
  rowTitle: string;
  /** One sentence for one problem, in the reader's language. */
  describe: (problem: Problem) => string;
}

/**
 * The file's own columns under their own titles, in front of them the reason and the row it was. Private columns
 * are left out, and text that a spreadsheet would run is made harmless.
 */
export async function writeRejected<Problem extends Reason>(
  { table, returned, problems }: Rejections<Problem>,
  words: RejectedWords<Problem>,
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
