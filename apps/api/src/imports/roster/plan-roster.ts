/** A roster's table to households: what would be imported, what is wrong, what has to be asked. */
import type { RosterField } from '@huhudao/protocol';
import { setImmediate } from 'node:timers/promises';
import { outcomeOf, UnreadableFile } from '../../spreadsheets/reading/file-failure.ts';
import type { Outcome } from '../../spreadsheets/reading/file-failure.ts';
import type { Spreadsheet } from '../../spreadsheets/reading/spreadsheet.ts';
import { cellText } from './cell-text.ts';
import { describeTable, shownCells } from './describe-roster.ts';
import type { DescribedTable } from './describe-roster.ts';
import { refuseFormulas } from './formulas.ts';
import { tidyPlaceName } from './normalise-text.ts';
import { occupancyWord } from './normalise-occupancy.ts';
import { planRow } from './plan-row.ts';
import type { RowContext } from './plan-row.ts';
import type { RosterChoices, RosterPlan, RosterProblem, RosterRow } from './roster.ts';
import { RowReader } from './row-reader.ts';
import { splitDoor } from './split-door.ts';

/** Rows planned before the event loop gets its turn. */
const chunk = 500;

export interface PlanOptions {
  onProgress?: (progress: { done: number; total: number }) => void;
}

/**
 * Plans every row of the chosen table. The same file with the same choices always gives the same plan, so a
 * preview need not be kept: it can be planned again when it is confirmed.
 */
export function planRoster(
  spreadsheet: Spreadsheet,
  choices: RosterChoices = {},
  { onProgress }: PlanOptions = {},
): Promise<Outcome<RosterPlan>> {
  return outcomeOf(async () => {
    const described = describeTable(spreadsheet, choices);
    refuseUnreadable(described, choices);
    const planner = new RosterPlanner(described, choices);
    const { households } = described;
    for (let done = 0; done < households.length;) {
      const next = households.slice(done, done + chunk);
      for (const row of next) planner.add(row);
      done += next.length;
      onProgress?.({ done, total: households.length });
      await setImmediate();
    }
    return planner.plan();
  });
}

/** Throws `UnreadableFile` where no row could be taken, before thousands of rows say so one by one. */
function refuseUnreadable({ located, columnOf, households }: DescribedTable, choices: RosterChoices): void {
  const read = new Set([...columnOf.values()].map((column) => column.index));
  refuseFormulas(located.sheet, located.headerRow, read);
  const columns: RosterField[] = [];
  const room = columnOf.get('room');
  const roomNamesBuilding =
    room !== undefined &&
    households.some((row) => splitDoor(cellText(located.filled[row]?.[room.index])).building !== undefined);
  if (!columnOf.has('community') && !choices.community) columns.push('community');
  if (!columnOf.has('building') && !roomNamesBuilding) columns.push('building');
  if (room === undefined) columns.push('room');
  if (columns.length > 0)
    throw new UnreadableFile({ code: 'importColumnsMissing', details: { columns: columns.join(', ') } });
}

/** Gathers the plan, row after row from the top: of two rows with one door the first is taken. */
class RosterPlanner {
  readonly #described: DescribedTable;
  readonly #context: RowContext;
  readonly #fillDown: ReadonlySet<RosterField>;
  readonly #written = new Map<RosterField, number>();
  readonly #idNumbers: ReadonlySet<string>;
  readonly #firstRowOfDoor = new Map<string, number>();
  readonly #words = new Map<string, number>();
  readonly #plan: RosterPlan;

  constructor(described: DescribedTable, choices: RosterChoices) {
    const { table, located, skipped } = described;
    this.#described = described;
    this.#context = {
      community: tidyPlaceName(choices.community ?? ''),
      occupancies: Object.fromEntries(
        Object.entries(choices.occupancies ?? {}).map(([word, meaning]) => [occupancyWord(word), meaning]),
      ),
    };
    this.#fillDown = new Set(choices.fillDown);
    this.#idNumbers = new Set(located.sheet.idNumbers.map(({ row, column }) => `${row},${column}`));
    const counts = { rows: table.rows, taken: 0, rejected: 0, waiting: 0, warned: 0, skipped };
    this.#plan = { table, rows: [], problems: tableProblems(described), questions: [], returned: [], counts };
  }

  add(index: number): void {
    const row = this.#reader(index);
    const planned = planRow(row, this.#context);
    this.#reportIdNumbers(row, index);
    if (planned !== null && row.worst() !== 'rejected') this.#claimDoor(row, planned);
    this.#plan.problems.push(...row.problems);
    const worst = row.worst();
    if (planned === null || worst === 'rejected' || worst === 'ask') this.#giveBack(row, index);
    else this.#take(planned, worst === 'warning');
  }

  plan(): RosterPlan {
    const questions = [...this.#words].map(([word, rows]) => ({ word, rows }));
    return { ...this.#plan, questions };
  }

  #reader(index: number): RowReader {
    const { filled } = this.#described.located;
    return new RowReader(index + 1, this.#described.columnOf, (field, column) => {
      const cell = filled[index]?.[column] ?? null;
      if (!this.#fillDown.has(field)) return cell;
      if (cellText(cell) !== '') this.#written.set(field, index);
      const source = this.#written.get(field);
      return source === undefined ? null : (filled[source]?.[column] ?? null);
    });
  }

  #reportIdNumbers(row: RowReader, index: number): void {
    for (const [field, column] of this.#described.columnOf) {
      if (!this.#idNumbers.has(`${index},${column.index}`)) continue;
      row.report('warning', field, { code: 'idNumberRemoved', details: {} });
    }
  }

  #claimDoor(row: RowReader, { community, compound, building, stairwell, room }: RosterRow): void {
    const door = JSON.stringify([community, compound, building.label, stairwell.label, room]);
    const firstRow = this.#firstRowOfDoor.get(door);
    if (firstRow === undefined) this.#firstRowOfDoor.set(door, row.rowNumber);
    else row.report('rejected', 'room', { code: 'duplicateDoor', details: { firstRow } });
  }

  #take(planned: RosterRow, warned: boolean): void {
    this.#plan.rows.push(planned);
    this.#plan.counts.taken += 1;
    if (warned) this.#plan.counts.warned += 1;
  }

  #giveBack(row: RowReader, index: number): void {
    const { table, located } = this.#described;
    const waiting = row.worst() === 'ask';
    this.#plan.counts[waiting ? 'waiting' : 'rejected'] += 1;
    this.#plan.returned.push({
      rowNumber: row.rowNumber,
      cells: shownCells(located, table.columns, index),
    });
    for (const { code, details } of row.problems) {
      if (!waiting || code !== 'occupancyUnknown') continue;
      this.#words.set(details.word, (this.#words.get(details.word) ?? 0) + 1);
    }
  }
}

/** What holds for the table as a whole: columns that are not read, and what every row is given instead. */
function tableProblems({ table, columnOf }: DescribedTable): RosterProblem[] {
  const privateColumns = table.columns.flatMap(({ letter, header, private: kind }): RosterProblem[] => {
    if (kind === null) return [];
    const where = { row: null, column: letter, field: null, severity: 'warning' as const };
    return [{ ...where, code: 'privateColumn', details: { header, kind } }];
  });
  const assumedFields: RosterField[] = ['compound', 'stairwell', 'occupancy'];
  const missing = assumedFields
    .filter((field) => !columnOf.has(field))
    .map((field): RosterProblem => {
      const where = { row: null, column: null, field, severity: 'warning' as const };
      return { ...where, code: 'columnMissing', details: { field } };
    });
  return [...privateColumns, ...missing];
}
