/** Reads the cells of one row by field, and gathers what is wrong with them. */
import type { RosterField } from '@huhudao/protocol';
import type { Cell } from '../../spreadsheets/reading/spreadsheet.ts';
import { cellText, isErrorValue } from './cell-text.ts';
import { isPlaceholder } from './normalise-text.ts';
import type { RosterColumn, RosterFault, RosterProblem, Severity } from './roster.ts';

/** Characters. What is longer is not what the column is for. */
const longest: Readonly<Record<RosterField, number>> = {
  community: 50,
  grid: 30,
  compound: 50,
  building: 20,
  stairwell: 20,
  floor: 20,
  room: 40,
  residentName: 50,
  phone: 100,
  occupancy: 20,
  note: 500,
};

/** Without these no door can be told from another. */
const partsOfTheDoor: ReadonlySet<RosterField> = new Set([
  'community',
  'compound',
  'building',
  'stairwell',
  'room',
]);
/** `不详` in this column is an answer to be asked about, not an empty cell. */
const dash = /^[-—–_/\\.。]+$/;

export class RowReader {
  readonly rowNumber: number;
  readonly problems: RosterProblem[] = [];
  readonly #columnOf: ReadonlyMap<RosterField, RosterColumn>;
  readonly #cellAt: (field: RosterField, column: number) => Cell;

  constructor(
    rowNumber: number,
    columnOf: ReadonlyMap<RosterField, RosterColumn>,
    cellAt: (field: RosterField, column: number) => Cell,
  ) {
    this.rowNumber = rowNumber;
    this.#columnOf = columnOf;
    this.#cellAt = cellAt;
  }

  has(field: RosterField): boolean {
    return this.#columnOf.has(field);
  }

  /** The raw cell; null when the file has no such column. */
  cell(field: RosterField): Cell {
    const column = this.#columnOf.get(field);
    return column === undefined ? null : this.#cellAt(field, column.index);
  }

  /** The field's text; empty when there is nothing to take, whether or not a problem was reported for that. */
  text(field: RosterField): string {
    const cell = this.cell(field);
    const text = cellText(cell);
    if (text === '' || (field === 'occupancy' ? dash.test(text) : isPlaceholder(text))) return '';
    const severity = partsOfTheDoor.has(field) ? 'rejected' : 'warning';
    if (cell instanceof Date && (severity === 'rejected' || field === 'floor')) {
      this.report(severity, field, { code: 'dateInCell', details: {} });
      return '';
    }
    if (isErrorValue(text)) {
      this.report(severity, field, { code: 'errorInCell', details: { value: text.toUpperCase() } });
      return '';
    }
    if (text.length > longest[field]) {
      this.report(severity, field, {
        code: 'textTooLong',
        details: { length: text.length, limit: longest[field] },
      });
      return '';
    }
    return text;
  }

  /** After a field's first rejection nothing more is said about it. */
  report(severity: Severity, field: RosterField, fault: RosterFault): void {
    if (this.problems.some((known) => known.field === field && known.severity === 'rejected')) return;
    const column = this.#columnOf.get(field)?.letter ?? null;
    this.problems.push({ row: this.rowNumber, column, field, severity, ...fault });
  }

  worst(): Severity | null {
    const severities = this.problems.map(({ severity }) => severity);
    return (
      (['rejected', 'ask', 'warning'] as const).find((severity) => severities.includes(severity)) ?? null
    );
  }
}
