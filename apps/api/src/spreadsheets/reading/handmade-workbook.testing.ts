/** Makes .xlsx files by hand for tests: with formulas, merged cells, stray formatting, and headers that lie. */
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** A cell by its value; or by the XML inside its `<c>` element, and that element's further attributes. */
export type HandmadeCell = string | number | null | { xml: string; attributes?: string };

export interface HandmadeSheet {
  name: string;
  rows: HandmadeCell[][];
  /** Such as `A1:K1`. */
  merges?: string[];
  hidden?: boolean;
  /** XML put after the rows, inside `<sheetData>`. */
  moreRows?: string;
}

export interface ZipOptions {
  level?: number;
  password?: string;
  dataDescriptor?: boolean;
}

const spreadsheetml = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export async function handmadeWorkbook(sheets: readonly HandmadeSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  return zip(workbookParts(sheets));
}

export function workbookParts(sheets: readonly HandmadeSheet[]): Record<string, string> {
  const tags = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  const links = sheets.map((_, index) =>
    link(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': linkPart(link('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${xml}<workbook xmlns="${spreadsheetml}" xmlns:r="${relationships}"><sheets>${tags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': linkPart([...links, link('rId99', 'styles', 'styles.xml')].join('')),
    'xl/styles.xml': `${xml}<styleSheet xmlns="${spreadsheetml}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheetPart(sheet)]),
    ),
  };
}

/**
 * An archive of parts; with `level` 0 they are stored as they are, with a `password` they are encrypted, with a
 * `dataDescriptor` their sizes stand behind them, as many programs write them.
 */
export async function zip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { level = 6, password, dataDescriptor = false }: ZipOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const options = { level, useWebWorkers: false, dataDescriptor };
  const archive = new ZipWriter(
    new Uint8ArrayWriter(),
    password === undefined ? options : { ...options, password, zipCrypto: true },
  );
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await archive.add(name, new Uint8ArrayReader(bytes));
  }
  return archive.close();
}

/** Rewrites the size that an archive claims its part unpacks to, in both of its headers. */
export function claimSize(archive: Uint8Array, part: string, bytes: number): Uint8Array {
  const changed = Uint8Array.from(archive);
  const view = new DataView(changed.buffer);
  const name = new TextEncoder().encode(part);
  for (let at = 0; at + 46 + name.length <= changed.length; at += 1) {
    const signature = view.getUint32(at, true);
    // Local header and central directory record: where the name stands, and the size before it.
    const [nameAt, sizeAt] =
      signature === 0x04034b50 ? [30, 22] : signature === 0x02014b50 ? [46, 24] : [0, 0];
    if (nameAt === 0) continue;
    if (name.every((byte, index) => changed[at + nameAt + index] === byte))
      view.setUint32(at + sizeAt, bytes, true);
  }
  return changed;
}

function worksheetPart({ rows, merges = [], moreRows = '' }: HandmadeSheet): string {
  const data = rows.map((cells) => `<row>${cells.map(cellElement).join('')}</row>`).join('');
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `${xml}<worksheet xmlns="${spreadsheetml}"><sheetData>${data}${moreRows}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

function cellElement(cell: HandmadeCell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  return `<c ${cell.attributes ?? ''}>${cell.xml}</c>`;
}

function linkPart(links: string): string {
  return `${xml}<Relationships xmlns="${packageRelationships}">${links}</Relationships>`;
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
