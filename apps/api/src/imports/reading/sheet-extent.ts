/**
 * How far the content of a worksheet reaches, found in its XML before it is unfolded.
 *
 * A sheet is unfolded into a full rectangle, and two cells of a few bytes each, at A1 and at XFD1048576,
 * span seventeen thousand million cells. Offices' files do have stray formatting far below the table:
 * cells without a value do not count.
 */
import { UnreadableFile } from './file-failure.ts';
import { readingLimits } from './spreadsheet.ts';

/** Number of rows and columns from A1 to the last cell that holds something. */
export interface SheetExtent {
  rows: number;
  columns: number;
}

/** A row, or a cell; a self-closed cell (`<c r="A1" s="3"/>`) holds formatting only. */
const rowOrCell = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])([^>]*)>/g;
const reference = /\br=["']([A-Za-z]*)(\d+)["']/;
/** A tag is shorter; what is longer is no row and no cell. Characters. */
const longestTag = 10_000;

/** Takes a worksheet's XML piece by piece, as it comes out of the archive. */
export class ExtentMeter {
  readonly extent: SheetExtent = { rows: 0, columns: 0 };
  #row = 0;
  #column = 0;
  #unfinished = '';

  /** @param xml UTF-8 bytes. Throws `UnreadableFile` as soon as a limit of `readingLimits` is passed. */
  add(xml: Uint8Array): void {
    // Tags and references are ASCII, so one byte a character is enough and takes half the memory.
    const text =
      this.#unfinished + Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1');
    const lastTag = text.lastIndexOf('<');
    const cut = text.includes('>', lastTag) || text.length - lastTag > longestTag;
    this.#unfinished = cut || lastTag < 0 ? '' : text.slice(lastTag);
    for (const [, tag, attributes = ''] of text.matchAll(rowOrCell)) {
      if (tag === 'row') this.#startRow(attributes);
      else this.#addCell(attributes);
    }
    refuseBeyondLimits(this.extent);
  }

  #startRow(attributes: string): void {
    const number = reference.exec(attributes)?.[2];
    this.#row = number === undefined ? this.#row + 1 : Number(number);
    this.#column = 0;
  }

  #addCell(attributes: string): void {
    const [, letters, number] = reference.exec(attributes) ?? [];
    this.#column = letters ? columnNumber(letters) : this.#column + 1;
    if (attributes.endsWith('/')) return;
    this.extent.rows = Math.max(this.extent.rows, number === undefined ? this.#row : Number(number));
    this.extent.columns = Math.max(this.extent.columns, this.#column);
  }
}

/** Throws `UnreadableFile` for a table no roster needs. */
export function refuseBeyondLimits({ rows, columns }: SheetExtent): void {
  const limit = readingLimits;
  if (columns > limit.columns) {
    throw new UnreadableFile({ code: 'tooManyColumns', details: { columns, limit: limit.columns } });
  }
  if (rows > limit.rows) {
    throw new UnreadableFile({ code: 'tooManyRows', details: { rows, limit: limit.rows } });
  }
  if (rows * columns > limit.cells) {
    throw new UnreadableFile({
      code: 'tooManyCells',
      details: { cells: rows * columns, limit: limit.cells },
    });
  }
}

/** 1 for `A`, 27 for `AA`. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
