/** A cell as the text a person sees. */
import type { Cell } from '../../spreadsheets/reading/spreadsheet.ts';
import { tidyText } from './normalise-text.ts';

/** Excel's limit. Longer text is in nobody's cell, and tidying megabytes of it would keep the server busy. */
const longestCell = 32_767;

/** Empty for an empty cell. Dates as YYYY-MM-DD, numbers without exponent as far as they are whole. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return tidyText(cell.slice(0, longestCell));
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell.toFixed(0) : String(cell);
  return cell ? 'TRUE' : 'FALSE';
}

const errorValue = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i;

/** `#N/A` and the like: what Excel leaves where a formula failed. */
export function isErrorValue(text: string): boolean {
  return errorValue.test(text);
}
