import { isWeekend } from '../calendar.ts';
import { visitingHours, type PlanRequest } from './plan-stairwell.ts';

/** Wall-clock times `HH:MM` in Asia/Shanghai; `until` is no longer part of it. */
export type TimeWindow = { from: string; until: string };

/** A time of day in which a round goes from door to door. */
export type RoundWindow = TimeWindow & { days: 'any' | 'weekday' | 'weekend' };

/** When a round may knock: days `YYYY-MM-DD`, both included; `quiet` are hours in which nobody knocks. */
export type RoundTimes = {
  startsOn: string;
  deadline: string;
  windows: readonly RoundWindow[];
  quiet: readonly TimeWindow[];
};

/** A plan with what it is for. */
export type PlannedSlot = PlanRequest & {
  id: string;
  roundId: string;
  /** The doors it is for; the whole stairwell where left out. */
  householdIds?: readonly string[] | undefined;
  /** Those of its doors whose residents chose this time themselves. */
  appointmentIds?: readonly string[] | undefined;
};

/** The windows of a round that names none: a morning, an afternoon and an evening of every day. */
export const usualWindows: readonly RoundWindow[] = [
  { days: 'any', from: '09:00', until: '11:30' },
  { days: 'any', from: '14:30', until: '17:00' },
  { days: 'any', from: '18:30', until: '20:30' },
];

export const overlap = (a: TimeWindow, b: TimeWindow): boolean => a.from < b.until && b.from < a.until;

export const contains = (outer: TimeWindow, inner: TimeWindow): boolean =>
  outer.from <= inner.from && inner.until <= outer.until;

/** Whether a window of a round counts on a day. */
export const countsOn = (window: RoundWindow, day: string): boolean =>
  window.days === 'any' || (window.days === 'weekend') === isWeekend(day);

/** Whether anybody may knock then at all: a window that has a length, within the visiting hours. */
export const isVisitable = (window: TimeWindow): boolean =>
  window.from < window.until && contains(visitingHours, window);
