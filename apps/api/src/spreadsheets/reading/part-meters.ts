/**
 * What a workbook's parts will cost to unfold, found in their XML as it comes out of the archive.
 *
 * A sheet is unfolded into a full rectangle, and two cells of a few bytes each, at A1 and at XFD1048576,
 * span seventeen thousand million cells. Offices' files do have stray formatting far below the table:
 * cells without a value do not count. Shared texts, styles, formulas and merged blocks are kept by the
 * library one object each, a hundred times the size of the shortest tag.
 */
import { UnreadableFile } from './file-failure.ts';
import { readingLimits } from './spreadsheet.ts';

/** Number of rows and columns from A1 to the last cell that holds something. */
export interface SheetExtent {
  rows: number;
  columns: number;
}

/** Goes through a part's opening tags, piece by piece. */
export interface PartMeter {
  /** @param xml UTF-8 bytes. Throws `UnreadableFile` as soon as a limit is passed. */
  add(xml: Uint8Array): void;
}

const openingTag = /<(?:[\w.-]+:)?(\w+)(?=[\s/>])([^<>]*)>/g;
/** A tag is shorter; what is longer is none that matters here. Characters. */
const longestTag = 10_000;

/** Yields name and attributes of every opening tag; one that is cut in two comes with the second piece. */
class TagScanner {
  #unfinished = '';

  scan(xml: Uint8Array): IterableIterator<RegExpExecArray> {
    // Tags and references are ASCII, so one byte a character is enough and takes half the memory.
    const text =
      this.#unfinished + Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1');
    const lastTag = text.lastIndexOf('<');
    const complete = lastTag < 0 || text.includes('>', lastTag) || text.length - lastTag > longestTag;
    this.#unfinished = complete ? '' : text.slice(lastTag);
    return text.matchAll(openingTag);
  }
}

/** Elements kept one by one, over all parts of a workbook. */
export class ElementCount {
  #elements = 0;
  #stringCells = 0;
  #hasFormattedText = false;

  /** One cell that refers to a shared text. It is kept as an object where any such text is formatted in parts. */
  addStringCell(): void {
    this.#stringCells += 1;
  }

  addFormattedText(): void {
    this.#hasFormattedText = true;
  }

  addElement(): void {
    this.#elements += 1;
  }

  refuseBeyondLimit(): void {
    const elements = this.#elements + (this.#hasFormattedText ? this.#stringCells : 0);
    const limit = readingLimits.elements;
    if (elements > limit)
      throw new UnreadableFile({ code: 'workbookTooComplex', details: { elements, limit } });
  }
}

/** For the parts a table's texts and formats are in. */
export class TextMeter implements PartMeter {
  readonly #tags = new TagScanner();
  readonly #count: ElementCount;

  constructor(count: ElementCount) {
    this.#count = count;
  }

  add(xml: Uint8Array): void {
    for (const [, tag] of this.#tags.scan(xml)) {
      this.#count.addElement();
      if (tag === 'r') this.#count.addFormattedText();
    }
    this.#count.refuseBeyondLimit();
  }
}

const reference = /\br=["']([A-Za-z]*)(\d+)["']/;
const typeOfCell = /\bt=["'](\w+)["']/;
const partsOfACell = new Set(['v', 'is', 't']);
/** Excel's last column. Widths are given for blocks of columns that never overlap. */
const mostColumns = 16_384;

/** For a worksheet. */
export class SheetMeter implements PartMeter {
  readonly extent: SheetExtent = { rows: 0, columns: 0 };
  readonly #tags = new TagScanner();
  readonly #count: ElementCount;
  #row = 0;
  #column = 0;
  #columnsWithWidth = 0;

  constructor(count: ElementCount) {
    this.#count = count;
  }

  add(xml: Uint8Array): void {
    for (const [, tag = '', attributes = ''] of this.#tags.scan(xml)) {
      if (tag === 'row') this.#startRow(attributes);
      else if (tag === 'c') this.#addCell(attributes);
      else if (tag === 'col') this.#addWidth(attributes);
      else if (!partsOfACell.has(tag)) this.#count.addElement();
    }
    refuseBeyondLimits(this.extent);
    this.#count.refuseBeyondLimit();
  }

  #startRow(attributes: string): void {
    const number = reference.exec(attributes)?.[2];
    this.#row = number === undefined ? this.#row + 1 : Number(number);
    this.#column = 0;
  }

  /** The library goes through every column of every block: a thousand blocks of all columns are no workbook. */
  #addWidth(attributes: string): void {
    const columns = Math.min(numberOf(attributes, 'max'), mostColumns) - numberOf(attributes, 'min') + 1;
    this.#columnsWithWidth += Math.max(columns, 1);
    if (this.#columnsWithWidth > mostColumns) throw new UnreadableFile({ code: 'fileDamaged', details: {} });
  }

  #addCell(attributes: string): void {
    const [, letters, number] = reference.exec(attributes) ?? [];
    this.#column = letters ? columnNumber(letters) : this.#column + 1;
    // A self-closed cell (`<c r="A1" s="3"/>`) holds formatting only.
    if (attributes.endsWith('/')) return;
    this.extent.rows = Math.max(this.extent.rows, number === undefined ? this.#row : Number(number));
    this.extent.columns = Math.max(this.extent.columns, this.#column);
    const type = typeOfCell.exec(attributes)?.[1];
    if (type === 's') this.#count.addStringCell();
    if (type === 'e') this.#count.addElement();
  }
}

function numberOf(attributes: string, name: 'min' | 'max'): number {
  return Number(new RegExp(`\\b${name}=["'](\\d+)["']`).exec(attributes)?.[1] ?? 1);
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
