import type { SheetName } from './table.ts';

/** What has no equivalent in the other format, and what became of it. `note-messages.ts` has a sentence for each. */
export const noteCodes = [
  // what is not there any more
  'typeLeftOut',
  'metadataLeftOut',
  'repeatLeftOut',
  'listMissing',
  'columnLeftOut',
  'languageLeftOut',
  'choiceTwice',
  // what is asked differently
  'relevantLeftOut',
  'constraintLeftOut',
  'requiredLeftOut',
  'choiceFilterLeftOut',
  'pipingLeftOut',
  'rangeAsNumber',
  'groupOpened',
  'textNoteMoved',
  'textNoteLeftOut',
  'textCut',
  // what is called otherwise
  'renamed',
  'codesRenamed',
  // what is still to be done
  'chineseMissing',
  // on the way out
  'countsBeside',
  'wishLeftOut',
  'conditionLeftOut',
  'yesNoAsChoices',
  'endsLeftOut',
  'someRowLeftOut',
] as const;
export type NoteCode = (typeof noteCodes)[number];

/** One line of the report: where in the workbook it stands (a row as the spreadsheet numbers it), and about what. */
export interface Note {
  code: NoteCode;
  sheet: SheetName;
  row: number;
  /** The name of an item, list, column or language, as the workbook has it. */
  about: string;
  /** What could not be taken, or the new name. */
  detail: string;
}
