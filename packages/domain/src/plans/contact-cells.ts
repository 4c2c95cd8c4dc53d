import { isWeekend, type PartOfDay } from '../calendar.ts';

/** Part of the day × kind of day, in the order in which they are tried where nothing is known. */
export const contactCells = [
  'weekdayEvening',
  'weekendMorning',
  'weekendAfternoon',
  'weekendEvening',
  'weekdayAfternoon',
  'weekdayMorning',
] as const;
export type ContactCell = (typeof contactCells)[number];

const cells: Record<'weekday' | 'weekend', Record<PartOfDay, ContactCell>> = {
  weekday: { morning: 'weekdayMorning', afternoon: 'weekdayAfternoon', evening: 'weekdayEvening' },
  weekend: { morning: 'weekendMorning', afternoon: 'weekendAfternoon', evening: 'weekendEvening' },
};

const parts: Record<ContactCell, PartOfDay> = {
  weekdayMorning: 'morning',
  weekdayAfternoon: 'afternoon',
  weekdayEvening: 'evening',
  weekendMorning: 'morning',
  weekendAfternoon: 'afternoon',
  weekendEvening: 'evening',
};

/** The cell of a Shanghai date and a part of it. */
export const cellOf = (day: string, part: PartOfDay): ContactCell =>
  cells[isWeekend(day) ? 'weekend' : 'weekday'][part];

export const partOfCell = (cell: ContactCell): PartOfDay => parts[cell];

/** Evenings and weekends: when people who work are at home. */
export const isAfterWork = (cell: ContactCell): boolean =>
  cell.startsWith('weekend') || parts[cell] === 'evening';

/**
 * When a door may be tried again, of what is offered: another part of the day than those in which nobody was met; after
 * an empty weekday morning an evening or a weekend. Where nothing offered is another part of the day, another kind of
 * day, and at last whatever is offered, so that a round which only goes in the mornings still makes its attempts.
 */
export function cellsToTry(
  tried: readonly ContactCell[],
  offered: readonly ContactCell[],
): readonly ContactCell[] {
  const triedParts = new Set(tried.map(partOfCell));
  const otherPart = offered.filter((cell) => !triedParts.has(partOfCell(cell)));
  const otherCell = offered.filter((cell) => !tried.includes(cell));
  const open = [otherPart, otherCell].find((list) => list.length > 0) ?? offered;
  const afterWork = tried.includes('weekdayMorning') ? open.filter(isAfterWork) : [];
  return afterWork.length > 0 ? afterWork : open;
}
