/** Forms of other systems in, and ours out, as XLSForm (https://xlsform.org). */
export { readXlsform } from './xlsform/read.ts';
export { writeXlsform } from './xlsform/write.ts';
export { noteMessage } from './xlsform/note-messages.ts';
export { sheetNames } from './xlsform/table.ts';
export type { XlsformSheets } from './xlsform/table.ts';
export type { Note, NoteCode } from './xlsform/note.ts';
