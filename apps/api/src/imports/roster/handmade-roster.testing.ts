/** Rosters made by hand for tests. */
import type { Cell, Sheet, Spreadsheet } from '../../spreadsheets/reading/spreadsheet.ts';
import { planRoster } from './plan-roster.ts';
import type { RosterChoices, RosterPlan } from './roster.ts';

export const header = '社区 小区 楼栋 单元 楼层 房号 户主 电话 房屋状态 备注'.split(' ');

/** Columns of `household`. */
export const at = {
  community: 0,
  compound: 1,
  building: 2,
  stairwell: 3,
  floor: 4,
  room: 5,
  name: 6,
  phone: 7,
  occupancy: 8,
  note: 9,
} as const;

/** A row in which all is in order, but for the changes, by column. */
export function household(changes: Partial<Record<number, Cell>> = {}): Cell[] {
  const cells: Cell[] = [
    '柳荫社区',
    '建设新村',
    '1栋',
    '1单元',
    1,
    '101',
    '黄娜',
    '19900000000',
    '自住',
    null,
  ];
  return Object.assign(cells, changes);
}

export function sheetOf(rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet {
  return { name: '台账', hidden: false, rows, merges: [], formulas: [], idNumbers: [], ...more };
}

export function workbookOf(...sheets: Sheet[]): Spreadsheet {
  return { format: 'xlsx', sheets };
}

export async function planOf(spreadsheet: Spreadsheet, choices: RosterChoices = {}): Promise<RosterPlan> {
  const planned = await planRoster(spreadsheet, choices);
  if (!planned.ok) throw new Error(planned.failure.code);
  return planned.value;
}

export function planRows(...rows: Cell[][]): Promise<RosterPlan> {
  return planOf(workbookOf(sheetOf([header, ...rows])));
}

/** Row, column, severity and code of every problem. */
export function brief({ problems }: RosterPlan): (string | number | null)[][] {
  return problems.map(({ row, column, severity, code }) => [row, column, severity, code]);
}
