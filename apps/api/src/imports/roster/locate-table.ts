/** Finds the roster in a workbook: which sheet, which row is the header, which rows are households. */
import { UnreadableFile } from '../../spreadsheets/reading/file-failure.ts';
import type { Cell, Sheet, Spreadsheet } from '../../spreadsheets/reading/spreadsheet.ts';
import { cellText } from './cell-text.ts';
import { formulasRefused } from './formulas.ts';
import { assignColumns, matchHeader } from './match-columns.ts';
import { fillMergedCells } from './merged-cells.ts';
import type { RosterChoices } from './roster.ts';

export interface LocatedTable {
  sheet: Sheet;
  /** The sheet's rows with merged blocks filled. */
  filled: readonly (readonly Cell[])[];
  /** 0-based. */
  headerRow: number;
  /** Fields recognised in the header; the measure by which sheets and rows are compared. */
  fields: number;
  /** Rows below the header with anything in them. */
  rows: number;
}

/** A header stands above this many rows of titles at most. */
const rowsSearched = 40;
/** One recognised word may be a title's; a roster has at least a room and where it is. */
const fewestFields = 2;

export interface Location {
  chosen: LocatedTable;
  /** One for every sheet; null where no header was found. */
  candidates: (LocatedTable | null)[];
}

/** The chosen sheet, or the one with most fields, then most rows. Throws `UnreadableFile` when there is no roster. */
export function locateTable(spreadsheet: Spreadsheet, choices: RosterChoices): Location {
  const candidates = spreadsheet.sheets.map((sheet) =>
    locateInSheet(sheet, sheet.name === choices.sheet ? choices.headerRow : undefined),
  );
  const chosen =
    choices.sheet === undefined ? bestOf(candidates) : named(spreadsheet, candidates, choices.sheet);
  if (chosen === null) throw noTable(spreadsheet);
  return { chosen, candidates };
}

function named(
  spreadsheet: Spreadsheet,
  candidates: (LocatedTable | null)[],
  name: string,
): LocatedTable | null {
  const index = spreadsheet.sheets.findIndex((sheet) => sheet.name === name);
  if (index < 0) throw new UnreadableFile({ code: 'sheetUnknown', details: { sheet: name } });
  return candidates[index] ?? null;
}

function bestOf(candidates: (LocatedTable | null)[]): LocatedTable | null {
  let best: LocatedTable | null = null;
  for (const candidate of candidates) {
    if (candidate === null || candidate.sheet.hidden) continue;
    const better =
      best === null ||
      candidate.fields > best.fields ||
      (candidate.fields === best.fields && candidate.rows > best.rows);
    if (better) best = candidate;
  }
  return best;
}

/** @param chosenHeader the caller's header row, from 1; it is taken whatever it holds. */
function locateInSheet(sheet: Sheet, chosenHeader: number | undefined): LocatedTable | null {
  const filled = fillMergedCells(sheet);
  const header = chosenHeader === undefined ? findHeader(filled) : headerAt(filled, chosenHeader - 1);
  if (header === null) return null;
  const below = sheet.rows.slice(header.row + 1);
  const rows = below.filter((cells) => cells.some((cell) => cellText(cell) !== '')).length;
  return { sheet, filled, headerRow: header.row, fields: header.fields, rows };
}

interface Header {
  row: number;
  fields: number;
  /** Whether at least one is a known name as a whole. */
  certain: boolean;
  /** The matches' confidence summed up; 柳荫社区 in a data row is a match too, but a weak one. */
  score: number;
}

/** The row that matches best. Of equals the first, unless the second continues a header of two lines. */
function findHeader(rows: readonly (readonly Cell[])[]): Header | null {
  let best: Header | null = null;
  for (let row = 0; row < Math.min(rows.length, rowsSearched); row += 1) {
    const header = headerAt(rows, row);
    if (header === null || header.fields < fewestFields || !header.certain) continue;
    const better = best === null || header.score > best.score;
    if (better || (best?.score === header.score && continues(rows, best.row, row))) best = header;
  }
  return best;
}

/** Whether a block of the upper row is merged down into the next. */
function continues(rows: readonly (readonly Cell[])[], upper: number, lower: number): boolean {
  const above = rows[upper];
  return (
    lower === upper + 1 &&
    (rows[lower] ?? []).some((cell, column) => cell !== null && cell === above?.[column])
  );
}

function headerAt(rows: readonly (readonly Cell[])[], row: number): Header | null {
  const cells = rows[row];
  if (cells === undefined) return null;
  const matches = assignColumns(cells.map((cell) => (typeof cell === 'string' ? matchHeader(cell) : null)));
  const confidences = matches.flatMap((match) => (match === null ? [] : [match.confidence]));
  const score = confidences.reduce((sum, confidence) => sum + confidence, 0);
  return { row, fields: confidences.length, certain: confidences.includes(1), score };
}

/** Where formulas stand in for the header's words, that is what has to be said. */
function noTable(spreadsheet: Spreadsheet): UnreadableFile {
  const computed = spreadsheet.sheets.find((sheet) => sheet.formulas.length > 0);
  if (computed !== undefined) return formulasRefused(computed, computed.formulas);
  const sheets = spreadsheet.sheets.map((sheet) => sheet.name);
  return new UnreadableFile({ code: 'noTable', details: { sheets } });
}
