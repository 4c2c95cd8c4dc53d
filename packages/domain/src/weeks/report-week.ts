import { addDays, dayOf, instantOf } from '../calendar.ts';

/**
 * A week that is reported on, named by the Wednesday that ends it (`YYYY-MM-DD`, Asia/Shanghai). It runs from the cut-off
 * of the Wednesday before to its own; instants are ISO 8601.
 */
export type ReportWeek = {
  week: string;
  /** After this instant … */
  since: string;
  /** … and up to this one: the cut-off, by which sheets are due as well. */
  dueAt: string;
  /** The days of the week after, both included. */
  next: { from: string; until: string };
};

/** The wall-clock time on Wednesdays at which figures are cut off and sheets are due. */
export const cutOffTime = '20:00';

const wednesday = 3;

/** The week whose report is on the desk at an instant: through Wednesday the one that ends then, from Thursday the next. */
export function weekAt(instant: string): string {
  const day = dayOf(instant);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (wednesday - weekday + 7) % 7);
}

export const isReportWeek = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === wednesday;

export function reportWeek(week: string): ReportWeek {
  return {
    week,
    since: instantOf(addDays(week, -7), cutOffTime),
    dueAt: instantOf(week, cutOffTime),
    next: { from: addDays(week, 1), until: addDays(week, 7) },
  };
}

export const sheetStates = ['open', 'missing', 'submitted', 'late', 'withdrawn'] as const;
export type SheetState = (typeof sheetStates)[number];

/** How a sheet stands at an instant. `latest`: what was handed in last; null where nothing was. */
export function sheetStateOf(
  { dueAt }: Pick<ReportWeek, 'dueAt'>,
  latest: { firstSubmittedAt: string; withdrawn: boolean } | null,
  now: string,
): SheetState {
  const due = Date.parse(dueAt);
  if (latest === null) return Date.parse(now) <= due ? 'open' : 'missing';
  if (latest.withdrawn) return 'withdrawn';
  return Date.parse(latest.firstSubmittedAt) <= due ? 'submitted' : 'late';
}
