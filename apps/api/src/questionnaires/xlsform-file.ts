/** XLSForm workbooks in and out; what the two formats can say of each other is the questionnaire package's. */
import { Problem, type XlsformNote } from '@huhudao/protocol';
import { guardFormula, must } from '@huhudao/domain';
import { titleOf } from '@huhudao/questionnaire';
import { readDraft } from '@huhudao/questionnaire/authoring';
import {
  noteMessage,
  readXlsform,
  sheetNames,
  writeXlsform,
  type Note,
  type XlsformSheets,
} from '@huhudao/questionnaire/xlsform';
import { readSpreadsheet } from '../spreadsheets/reading/read-spreadsheet.ts';
import { composeWorkbook, type WorkbookCell } from '../spreadsheets/hucre.ts';

type File = { name: string; bytes: Uint8Array };

/** @throws Problem with the code of the file's failure; sheetUnknown where it has no survey */
export async function readXlsformFile({ name, bytes }: File) {
  const read = await readSpreadsheet(bytes, { fileName: name });
  if (!read.ok) throw new Problem(read.failure.code, { ...read.failure.details });
  const tables = new Map(
    read.value.sheets.map((sheet) => [
      sheet.name.trim().toLowerCase(),
      sheet.rows.map((row) => row.map(textOf)),
    ]),
  );
  const survey = tables.get('survey');
  if (survey === undefined) throw new Problem('sheetUnknown', { sheet: 'survey' });
  const sheets = { survey, choices: tables.get('choices') ?? [], settings: tables.get('settings') ?? [] };
  const { definition, notes } = readXlsform(sheets);
  return { definition: { ...definition }, notes: notes.map(present) };
}

/**
 * Spreadsheets make dates, numbers and truth values of what somebody typed; an XLSForm is text. The apostrophe that keeps
 * a text from being run as a formula is taken off again.
 */
function textOf(cell: WorkbookCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell);
  return text.startsWith("'") && guardFormula(text.slice(1)) === text ? text.slice(1) : text;
}

const present = (note: Note): XlsformNote => ({
  sheet: note.sheet,
  row: note.row,
  message: noteMessage(note),
});

/** The version as a workbook: the three sheets of an XLSForm, and one of what it cannot say. */
export async function writeXlsformFile(version: { definition: unknown; hash: string; number: number }) {
  const definition = must(readDraft(version.definition), 'the definition of a published version');
  const formId = `huhudao-${version.hash.slice(0, 8)}`;
  const { sheets, notes } = writeXlsform(definition, { formId, version: String(version.number) });
  const told = notes.map((note) => {
    const { 'zh-CN': chinese, en } = noteMessage(note);
    return [note.sheet, String(note.row), chinese, en];
  });
  const notesSheet = [['sheet', 'row', '说明', 'note'], ...told];
  const bytes = await composeWorkbook([
    ...sheetNames.map((name) => sheetOf(name, sheets[name])),
    sheetOf('notes', notesSheet),
  ]);
  return {
    name: `${titleOf(definition).default} ${version.number} XLSForm.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: new Uint8Array(bytes),
  };
}

/** Columns as wide as what stands in them, within reason. */
function sheetOf(name: string, [header = [], ...rows]: XlsformSheets['survey']) {
  const columns = header.map((title, at) => {
    const widest = Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length));
    return { width: Math.min(48, Math.max(10, widest + 2)) };
  });
  return { name, columns, header, rows: rows.map((row) => row.map(guardFormula)) };
}
