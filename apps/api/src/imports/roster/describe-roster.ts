/** The preview of an import: where the roster is, what its columns mean, its first rows. Nothing is imported yet. */
import { rosterFields, type RosterField } from '@huhudao/protocol';
import { outcomeOf, UnreadableFile } from '../../spreadsheets/reading/file-failure.ts';
import type { Outcome } from '../../spreadsheets/reading/file-failure.ts';
import { columnName } from '../../spreadsheets/reading/spreadsheet.ts';
import type { Spreadsheet } from '../../spreadsheets/reading/spreadsheet.ts';
import { cellText } from './cell-text.ts';
import { locateTable } from './locate-table.ts';
import type { LocatedTable, Location } from './locate-table.ts';
import { assignColumns, matchColumn, matchHeader, privateKind } from './match-columns.ts';
import type { Match } from './match-columns.ts';
import type { PrivateKind, RosterChoices, RosterColumn, RosterTable } from './roster.ts';

/** So many values of a column are looked at to tell what it holds. */
const valuesRead = 50;
const samplesShown = 3;
const rowsShown = 20;
const totals = /^(?:合计|总计|小计|共计|累计|填表|制表|审核|审批|单位负责人|(?:备注|说明|注)[:：])/;

/** A table with what the planning of its rows needs. */
export interface DescribedTable {
  table: RosterTable;
  located: LocatedTable;
  columnOf: ReadonlyMap<RosterField, RosterColumn>;
  /** 0-based numbers of the rows that are households. */
  households: number[];
  /** Repeated headers and totals among the rows. */
  skipped: number;
}

/** `choices` go before what is found out from the file. */
export function describeRoster(
  spreadsheet: Spreadsheet,
  choices: RosterChoices = {},
): Promise<Outcome<RosterTable>> {
  return outcomeOf(() => describeTable(spreadsheet, choices).table);
}

/** As `describeRoster`; throws `UnreadableFile`. */
export function describeTable(spreadsheet: Spreadsheet, choices: RosterChoices): DescribedTable {
  const { chosen, candidates } = locateTable(spreadsheet, choices);
  const columns = applyChoices(readColumns(chosen), choices);
  const columnOf = new Map<RosterField, RosterColumn>();
  for (const column of columns) if (column.field !== null) columnOf.set(column.field, column);
  const { households, skipped } = findHouseholds(chosen, columnOf);
  const table: RosterTable = {
    sheet: chosen.sheet.name,
    sheets: listSheets(spreadsheet, candidates),
    headerRow: chosen.headerRow + 1,
    rows: households.length,
    columns,
    missing: rosterFields.filter((field) => !columnOf.has(field)),
    preview: households
      .slice(0, rowsShown)
      .map((row) => ({ rowNumber: row + 1, cells: shownCells(chosen, columns, row) })),
  };
  return { table, located: chosen, columnOf, households, skipped };
}

/** A row as text, column by column; what is private is left out. */
export function shownCells(
  { filled }: LocatedTable,
  columns: readonly RosterColumn[],
  row: number,
): string[] {
  return columns.map((column) => (column.private === null ? cellText(filled[row]?.[column.index]) : ''));
}

function listSheets(spreadsheet: Spreadsheet, candidates: Location['candidates']): RosterTable['sheets'] {
  return spreadsheet.sheets.map(({ name, hidden }, index) => {
    const candidate = candidates[index];
    return { name, hidden, fields: candidate?.fields ?? 0, rows: candidate?.rows ?? 0 };
  });
}

function readColumns(located: LocatedTable): RosterColumn[] {
  const { filled, headerRow } = located;
  const width = filled.slice(headerRow).reduce((widest, row) => Math.max(widest, row.length), 0);
  const seen = Array.from({ length: width }, (_, index) => ({
    index,
    header: cellText(filled[headerRow]?.[index]),
    values: firstValues(located, index),
  })).filter(({ header, values }) => header !== '' || values.length > 0);
  const kinds = seen.map(({ index, header, values }) => privacyOf(located, index, header, values.length));
  const matches = assignColumns(
    seen.map(({ header, values }, at) => (kinds[at] === null ? matchColumn(header, values) : null)),
  );
  return seen.map(({ index, header, values }, at) =>
    describeColumn(index, header, values, kinds[at] ?? null, matches[at] ?? null),
  );
}

function describeColumn(
  index: number,
  header: string,
  values: readonly string[],
  kind: PrivateKind | null,
  match: Match | null,
): RosterColumn {
  return {
    index,
    letter: columnName(index),
    header,
    field: match?.field ?? null,
    confidence: match?.confidence ?? 0,
    samples: kind === null ? [...new Set(values)].slice(0, samplesShown) : [],
    private: kind,
  };
}

function firstValues({ filled, headerRow }: LocatedTable, column: number): string[] {
  const values: string[] = [];
  for (let row = headerRow + 1; row < filled.length && values.length < valuesRead; row += 1) {
    const value = cellText(filled[row]?.[column]);
    if (value !== '') values.push(value);
  }
  return values;
}

/** By its header; or, under a header that says nothing, by ID numbers in most of its first cells. */
function privacyOf(
  { sheet, headerRow }: LocatedTable,
  column: number,
  header: string,
  values: number,
): PrivateKind | null {
  const kind = privateKind(header);
  if (kind !== null || matchHeader(header) !== null) return kind;
  const found = sheet.idNumbers.filter((position) => position.column === column && position.row > headerRow);
  return found.length >= 2 && found.length > values ? 'idNumber' : null;
}

function applyChoices(columns: RosterColumn[], { columns: choices = {} }: RosterChoices): RosterColumn[] {
  const chosen = new Map<number, RosterField>();
  for (const field of rosterFields) {
    const index = choices[field];
    if (index === undefined || index === null) continue;
    const column = columns.find((candidate) => candidate.index === index);
    if (column === undefined || column.private !== null || chosen.has(index)) {
      throw new UnreadableFile({ code: 'mappingInvalid', details: { column: columnName(index) } });
    }
    chosen.set(index, field);
  }
  return columns.map((column) => {
    const field = chosen.get(column.index);
    if (field !== undefined) return { ...column, field, confidence: 1 };
    const decidedElsewhere = column.field !== null && choices[column.field] !== undefined;
    return decidedElsewhere ? { ...column, field: null, confidence: 0 } : column;
  });
}

function findHouseholds(
  { sheet, filled, headerRow }: LocatedTable,
  columnOf: ReadonlyMap<RosterField, RosterColumn>,
): { households: number[]; skipped: number } {
  const indexes = [...columnOf.values()].map((column) => column.index);
  const roomColumn = columnOf.get('room')?.index;
  const textAt = (row: number, column: number) => cellText(filled[row]?.[column]);
  const households: number[] = [];
  let skipped = 0;
  for (let row = headerRow + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    // The cells as stored: a block merged downwards does not make a blank row a household.
    if (indexes.every((column) => cellText(cells[column]) === '')) continue;
    const isHeader = indexes.every((column) => textAt(row, column) === textAt(headerRow, column));
    const first = cellText(cells.find((cell) => cellText(cell) !== ''));
    const isTotal = totals.test(first) && (roomColumn === undefined || cellText(cells[roomColumn]) === '');
    if (isHeader || isTotal) skipped += 1;
    else households.push(row);
  }
  return { households, skipped };
}
