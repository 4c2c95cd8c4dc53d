/**
 * Takes resident identity numbers out of a file while it is read: no ID number is ever stored.
 *
 * Source of the form: GB 11643-1999 (6 digits region, 8 digits birth date, 3 digits serial, check digit or X).
 * The check digit is not asked for, since a mistyped number is a person's number all the same. Numbers of
 * 15 digits (before 1999) look like house codes too; they are caught by their column's header instead.
 */
import type { Cell, CellPosition } from './spreadsheet.ts';

const gap = String.raw`[\s\u00A0-]?`;
const birthDate = String.raw`(?:18|19|20)\d{2}${gap}(?:0[1-9]|1[0-2])${gap}(?:0[1-9]|[12]\d|3[01])`;
const idNumber = new RegExp(
  String.raw`(?<!\d)[1-9]\d{5}${gap}${birthDate}${gap}\d{3}[\dXx*](?![\dA-Za-z])`,
  'g',
);
/** Shorter text cannot hold one. */
const shortest = 18;

interface Redaction {
  value: Cell;
  found: boolean;
}

/** The cell without ID numbers; null where nothing else was in it. */
function withoutIdNumber(cell: Cell): Redaction {
  if (typeof cell === 'number') {
    // Excel keeps 15 digits of a long number and writes zeros for the rest.
    const found = Number.isInteger(cell) && cell > 1e17 && cell < 1e18 && holdsIdNumber(String(BigInt(cell)));
    return found ? { value: null, found } : { value: cell, found };
  }
  if (typeof cell !== 'string' || cell.length < shortest) return { value: cell, found: false };
  const halfWidth = cell.replace(/[０-９Ｘｘ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  if (!holdsIdNumber(halfWidth)) return { value: cell, found: false };
  const rest = halfWidth.replace(idNumber, '').trim();
  return { value: rest === '' ? null : rest, found: true };
}

/** Redacts in place and says where. */
export function redactIdNumbers(rows: Cell[][]): CellPosition[] {
  const found: CellPosition[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const redaction = withoutIdNumber(cell);
      if (!redaction.found) return;
      cells[column] = redaction.value;
      found.push({ row, column });
    });
  });
  return found;
}

function holdsIdNumber(text: string): boolean {
  return text.search(idNumber) >= 0;
}
