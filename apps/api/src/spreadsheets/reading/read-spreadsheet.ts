/** Spreadsheet bytes to sheets of cells, or the reason why not. Pure: no database, no file system, no clock. */
import { parseWorkbook, UnreadableWorkbook } from '../hucre.ts';
import { unpackWorkbook } from './archive.ts';
import { parseCsv } from './csv.ts';
import { outcomeOf, UnreadableFile } from './file-failure.ts';
import type { Outcome } from './file-failure.ts';
import { fileKind } from './file-kind.ts';
import { redactIdNumbers } from './id-numbers.ts';
import { cellName, readingLimits } from './spreadsheet.ts';
import type { Sheet, Spreadsheet } from './spreadsheet.ts';
import { decodeText } from './text-encoding.ts';

/**
 * Reads .xlsx, and .csv in UTF-8, UTF-16 or GB18030 with commas, tabs or semicolons. What the file is, is told
 * from its content; `fileName` only names the one sheet of a text file.
 */
export function readSpreadsheet(
  bytes: Uint8Array,
  { fileName }: { fileName: string },
): Promise<Outcome<Spreadsheet>> {
  return outcomeOf(async () => {
    if (bytes.length === 0) throw new UnreadableFile({ code: 'fileEmpty', details: {} });
    if (bytes.length > readingLimits.fileBytes) {
      const details = { limit: readingLimits.fileBytes / 1_000_000 };
      throw new UnreadableFile({ code: 'fileTooBig', details });
    }
    return fileKind(bytes) === 'workbook' ? readWorkbook(bytes) : readText(bytes, fileName);
  });
}

async function readWorkbook(bytes: Uint8Array): Promise<Spreadsheet> {
  const { bytes: unpacked, extent } = await unpackWorkbook(bytes);
  if (extent.rows === 0) throw new UnreadableFile({ code: 'fileEmpty', details: {} });
  const lastCell = cellName({ row: extent.rows - 1, column: extent.columns - 1 });
  const sheets = await parseUnpacked(unpacked, lastCell);
  return {
    format: 'xlsx',
    sheets: sheets.map((sheet) => ({ ...sheet, idNumbers: redactIdNumbers(sheet.rows) })),
  };
}

async function parseUnpacked(bytes: Uint8Array, lastCell: string) {
  try {
    return await parseWorkbook(bytes, lastCell);
  } catch (error) {
    if (error instanceof UnreadableWorkbook)
      throw new UnreadableFile({ code: 'fileDamaged', details: {} }, error);
    throw error;
  }
}

function readText(bytes: Uint8Array, fileName: string): Spreadsheet {
  const rows = parseCsv(decodeText(bytes));
  if (!rows.some((row) => row.some((cell) => cell !== null))) {
    throw new UnreadableFile({ code: 'fileEmpty', details: {} });
  }
  const idNumbers = redactIdNumbers(rows);
  const sheet: Sheet = {
    name: fileName.replace(/\.[^.]*$/, ''),
    hidden: false,
    rows,
    merges: [],
    formulas: [],
    idNumbers,
  };
  return { format: 'csv', sheets: [sheet] };
}
