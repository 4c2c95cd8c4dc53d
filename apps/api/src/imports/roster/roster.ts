/** What a household roster is once it has been read: its table, its households, its problems. Plain data, safe as JSON. */
import type { Occupancy } from '@huhudao/domain';
import type { RosterField, RosterProblemCode } from '@huhudao/protocol';

/** Columns that are never read, because what they hold is never stored. */
export type PrivateKind = 'idNumber' | 'birthDate';

export interface RosterColumn {
  /** 0-based; what a mapping refers to. */
  index: number;
  /** As in Excel: `C`. */
  letter: string;
  header: string;
  /** Null for a column that is not taken over. */
  field: RosterField | null;
  /** 0 to 1; 1 is an exact name or the caller's own choice, 0 goes with no field. */
  confidence: number;
  /** The first few values, to recognise the column by. Empty for a private column. */
  samples: string[];
  private: PrivateKind | null;
}

/** Where the roster is in the file and what its columns mean: the preview shown before anything is imported. */
export interface RosterTable {
  sheet: string;
  /** All sheets, so that another one can be chosen. `fields` counts the columns recognised. */
  sheets: { name: string; hidden: boolean; fields: number; rows: number }[];
  /** As in Excel, from 1. */
  headerRow: number;
  /** Rows below the header that are not blank. */
  rows: number;
  columns: RosterColumn[];
  /** Fields no column was found for. */
  missing: RosterField[];
  /** The first rows, cell by cell as text; private columns are left empty. */
  preview: { rowNumber: number; cells: string[] }[];
}

/** What the person importing decided. Everything left out is found out from the file. */
export interface RosterChoices {
  sheet?: string;
  /** As in Excel, from 1. */
  headerRow?: number;
  /** Field to column index, or null for "not in this file". */
  columns?: Partial<Record<RosterField, number | null>>;
  /** Community of rows that name none. */
  community?: string;
  /** What words of the file mean, by the word as `RosterQuestion` gives it. */
  occupancies?: Readonly<Record<string, Occupancy>>;
  /** Fields that are written once and left blank below, though their cells are not merged. */
  fillDown?: readonly RosterField[];
}

/** A place's name in one spelling, and its number, so that 10栋 comes after 9栋. Equal numbers sort by label. */
export interface Label {
  label: string;
  sort: number;
}

/** One household, ready to be stored. */
export interface RosterRow {
  /** As in Excel, from 1. */
  rowNumber: number;
  community: string;
  grid: string | null;
  compound: string;
  building: Label;
  stairwell: Label;
  /** Basements are negative; there is no floor 0. */
  floor: number;
  /** Unique in its stairwell. */
  room: string;
  roomSort: number;
  resident: { name: string; phone: string | null } | null;
  occupancy: Occupancy;
  note: string | null;
}

export type Severity = 'warning' | 'rejected' | 'ask';

type None = Record<never, never>;

/** What each problem's sentence needs. */
export interface RosterProblemDetails {
  communityMissing: None;
  buildingMissing: None;
  roomMissing: None;
  /** The same door stands in an earlier row, which is taken. */
  duplicateDoor: { firstRow: number };
  /** The room names another building or stairwell than the row's own columns. */
  doorContradiction: { field: RosterField };
  /** Excel has turned `3-2` into a date; what was typed is lost. */
  dateInCell: None;
  /** `#N/A` and the like. */
  errorInCell: { value: string };
  textTooLong: { length: number; limit: number };
  phoneInvalid: None;
  /** The first was kept. */
  phoneSeveral: { found: number };
  phoneWithoutName: None;
  /** The floor could not be read; it was found from the room. */
  floorUnreadable: { floor: number };
  floorAssumed: { floor: number };
  compoundAssumed: { compound: string };
  stairwellAssumed: { stairwell: string };
  occupancyAssumed: { occupancy: Occupancy };
  occupancyUnknown: { word: string };
  idNumberRemoved: None;
  /** Of the whole table: a column that is not read. */
  privateColumn: { header: string; kind: PrivateKind };
  /** Of the whole table: what every row was given instead. */
  columnMissing: { field: RosterField };
}

export type RosterFault = {
  [Code in RosterProblemCode]: { code: Code; details: RosterProblemDetails[Code] };
}[RosterProblemCode];

/** Something wrong with a cell, a row or the table. */
export type RosterProblem = RosterFault & {
  /** As in Excel, from 1; null when the whole table is meant. */
  row: number | null;
  /** As in Excel; null when no single column is meant or the file has none. */
  column: string | null;
  field: RosterField | null;
  severity: Severity;
};

/** A word for how a door is lived in that only the office knows the meaning of. */
export interface RosterQuestion {
  word: string;
  rows: number;
}

/** A row that is not taken: rejected, or waiting for an answer. */
export interface ReturnedRow {
  rowNumber: number;
  /** As text, in the order of `RosterTable.columns`; private columns are left empty. */
  cells: string[];
}

export interface RosterPlan {
  table: RosterTable;
  rows: RosterRow[];
  problems: RosterProblem[];
  questions: RosterQuestion[];
  returned: ReturnedRow[];
  counts: {
    /** Rows of the table; equals taken + rejected + waiting. */
    rows: number;
    taken: number;
    rejected: number;
    waiting: number;
    /** Rows taken with at least one warning. */
    warned: number;
    /** Repeated headers and totals, which are no households. */
    skipped: number;
  };
}
