/** A table to be exported: typed columns and plain rows, the same for every file format. */
import { timeZone } from '@huhudao/domain';

/**
 * What a column's cells are:
 * `text` a string; `number` a number; `percent` a share between 0 and 1;
 * `date` a calendar date `YYYY-MM-DD`; `instant` a point in time, shown as Asia/Shanghai wall clock.
 */
export type ColumnKind = 'text' | 'number' | 'percent' | 'date' | 'instant';

export interface ExportColumn {
  title: string;
  kind: ColumnKind;
}

export type ExportCell = string | number | Date | null;

export interface ExportTable {
  /** Of the sheet. */
  name: string;
  columns: readonly ExportColumn[];
  /** Cells in the order of the columns; null for an empty one. */
  rows: readonly (readonly ExportCell[])[];
}

/** The cell as its column's kind; throws for one that is not, since that is a mistake in the program. */
export function checkedCell(cell: ExportCell | undefined, { kind, title }: ExportColumn): ExportCell {
  if (cell === null || cell === undefined) return null;
  const type = kind === 'number' || kind === 'percent' ? 'number' : kind === 'instant' ? 'object' : 'string';
  if (typeof cell !== type || (kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(cell)))) {
    throw new TypeError(`a cell of the column "${title}" is not of the kind ${kind}`);
  }
  return cell;
}

/** Asia/Shanghai wall clock of an instant. */
export function wallClock(instant: Date): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
}
