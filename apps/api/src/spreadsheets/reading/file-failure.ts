/** Why a file as a whole cannot be taken. The sentences people read are in the protocol's catalogue, by code. */
import type { ProblemCode } from '@huhudao/protocol';

type None = Record<never, never>;

/** Each code with what its sentence needs. No detail ever carries the content of a cell. */
export interface FileFailureDetails {
  fileEmpty: None;
  /** Megabytes, as that of what is unpacked. */
  fileTooBig: { limit: number };
  /** Neither a workbook nor a text table: a PDF, a picture, a web page saved as .xls. */
  notSpreadsheet: None;
  /** The binary .xls of Excel 97–2003. */
  oldExcel: None;
  fileEncrypted: None;
  /** A cut-off download, a broken archive, or one whose directory does not tell the truth. */
  fileDamaged: None;
  unpackedTooBig: { limit: number };
  tooManyParts: { entries: number; limit: number };
  tooManyColumns: { columns: number; limit: number };
  tooManyRows: { rows: number; limit: number };
  tooManyCells: { cells: number; limit: number };
  /** Texts, formats, formulas and merged blocks without number; the same table as CSV is fine. */
  workbookTooComplex: { elements: number; limit: number };
  /** NUL bytes where text belongs. */
  notText: None;
  /** Text in neither UTF-8, UTF-16 nor GB18030. */
  encodingUnknown: None;
  /** A quoted field that never ends, or a record of absurd length. */
  csvBroken: { line: number };
  /** Formulas where the roster's data is. `cells` names the first of them: `H2, H3`. */
  formulaCell: { sheet: string; cells: string; count: number };
  sheetUnknown: { sheet: string };
  /** No row looks like a roster's header. */
  noTable: { sheets: string[] };
  /** The file has the table, but not what every household needs; `columns` lists the fields to be pointed out. */
  importColumnsMissing: { columns: string };
  /** Two fields were given the same column, or a column the table does not have or that is private. */
  mappingInvalid: { column: string };
}

/** Every one has its sentence in the catalogue. */
export type FileFailureCode = Extract<keyof FileFailureDetails, ProblemCode>;

export type FileFailure = {
  [Code in FileFailureCode]: { code: Code; details: FileFailureDetails[Code] };
}[FileFailureCode];

/** Carries a failure up to the reading function that was called; never leaves this folder's public functions. */
export class UnreadableFile extends Error {
  readonly failure: FileFailure;

  constructor(failure: FileFailure, cause?: unknown) {
    super(failure.code, { cause });
    this.name = 'UnreadableFile';
    this.failure = failure;
  }
}

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; failure: FileFailure };

/** Runs `read` and turns an `UnreadableFile` into its failure; any other error is ours and goes on up. */
export async function outcomeOf<Value>(read: () => Value | Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, failure: error.failure };
    throw error;
  }
}
