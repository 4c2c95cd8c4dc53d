/** From the cells of a list of 12345 cases to its cases: number, address, kind of request, day. Nothing else is read. */
import { Problem, mostCases, type HotlineCase } from '@huhudao/protocol';
import type { Cell, Sheet, Spreadsheet } from '../../spreadsheets/reading/spreadsheet.ts';
import { cellText } from '../roster/cell-text.ts';
import { headerWord } from '../roster/match-columns.ts';

export type ReadCase = Omit<HotlineCase, 'householdId'>;

/** `incomplete` and `repeated` are row numbers as people see them. */
export type ReadCases = { cases: ReadCase[]; incomplete: number[]; repeated: number[] };

/** What the columns are called. The text of a complaint is left alone: it tells of people. */
const columns = {
  number:
    /^(?:工单|案件|受理|诉求|热线|来电|12345)?(?:工单)?(?:编号|单号|号|号码|流水号)$|^(?:case)?(?:no|number|id)$/,
  address: /地址|地点|位置|住址|^address$/,
  topic: /(?:诉求|问题|事项|工单|反映|案件)?(?:类型|类别|分类|主题|标题)|^topic$|^subject$|^category$/,
  reportedOn: /(?:受理|来电|反映|登记|诉求|派单|交办)?(?:日期|时间)|^date$|^reported(?:on)?$/,
} as const;
type Column = keyof typeof columns;

/** Rows in which a header may stand, below titles. */
const headerWithin = 10;
/** Whoever pastes two columns often leaves the header out. */
const headerless: Places = { from: 0, at: { number: 0, address: 1 } };

type Places = { from: number; at: Partial<Record<Column, number>> };

/** @throws Problem hotlineListUnclear, hotlineListTooLong */
export function readCases({ sheets }: Spreadsheet): ReadCases {
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const places = findHeader(sheet);
    if (places !== null) return rowsBelow(sheet, places);
  }
  const [first] = sheets;
  if (first !== undefined && isTwoColumns(first)) return rowsBelow(first, headerless);
  throw new Problem('hotlineListUnclear');
}

function findHeader({ rows }: Sheet): Places | null {
  for (const [index, row] of rows.slice(0, headerWithin).entries()) {
    const words = row.map((cell) => headerWord(cellText(cell)));
    const at: Places['at'] = {};
    for (const column of ['number', 'address', 'topic', 'reportedOn'] as const) {
      const found = words.findIndex((word) => word.length <= 12 && columns[column].test(word));
      if (found >= 0) at[column] = found;
    }
    if (at.number !== undefined && at.address !== undefined) return { from: index + 1, at };
  }
  return null;
}

/** Each line a number and a place, and nothing else. */
const isTwoColumns = ({ rows }: Sheet): boolean =>
  rows
    .map((row) => row.map(cellText))
    .filter((row) => row.some((text) => text !== ''))
    .every(
      ([number = '', address = '', ...rest]) =>
        /\d/.test(number) && address !== '' && rest.every((text) => text === ''),
    );

function rowsBelow({ rows }: Sheet, { from, at }: Places): ReadCases {
  const read: ReadCases = { cases: [], incomplete: [], repeated: [] };
  const seen = new Set<string>();
  for (const [index, row] of rows.slice(from).entries()) {
    if (row.every((cell) => cellText(cell) === '')) continue;
    const textAt = (column: Column): string => shortened(row[at[column] ?? -1]);
    const [number, address] = [textAt('number'), textAt('address')];
    const rowNumber = from + index + 1;
    if (number === '' || address === '') read.incomplete.push(rowNumber);
    else if (seen.has(number)) read.repeated.push(rowNumber);
    else {
      seen.add(number);
      const day = dayIn(textAt('reportedOn'));
      read.cases.push({ number, address, topic: textAt('topic') || null, reportedOn: day });
    }
  }
  const count = read.cases.length;
  if (count > mostCases) throw new Problem('hotlineListTooLong', { limit: mostCases, count });
  return read;
}

/** Without mobile numbers, which some write behind the address, and no longer than a line. */
function shortened(cell: Cell | undefined): string {
  const text = cellText(cell).replaceAll(/(?<!\d)(?:\+?86-?)?1[3-9]\d{9}(?!\d)/g, '');
  return text.trim().slice(0, 120).trim();
}

/** `2026-11-03`, `2026/11/3 14:20`, `2026年11月3日`. */
function dayIn(text: string): string | null {
  const [, year = '', month = '', date = ''] =
    /^(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|\D|$)/.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? day : null;
}
