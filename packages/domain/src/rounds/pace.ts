import { addDays, daysBetween, isWeekend } from '../calendar.ts';
import { must } from '../must.ts';

/** A forecast is made from whole weeks, so that each weekday counts alike: one at least, the last four at most. */
export const forecastWeeks = { least: 1, most: 4 } as const;

export type DayKind = 'weekday' | 'weekend';

/** Where a round stands; days `YYYY-MM-DD` in Asia/Shanghai. */
export type RoundProgress = {
  startsOn: string;
  deadline: string;
  today: string;
  /** Eligible doors of the frame, and those of them that are settled now. */
  eligible: number;
  settled: number;
  /** How many eligible doors were settled on each day; a day without any may be left out. */
  settledOn: ReadonlyMap<string, number>;
};

export type RoundPace = {
  eligible: number;
  settled: number;
  left: number;
  /** Days from today to the deadline, both included; 0 after it. */
  daysLeft: number;
  /** Doors a day that would be enough; undefined where no day is left. */
  neededPerDay: number | undefined;
  /** Settled on each day of the last whole weeks before today; empty where there is not one whole week. */
  past: readonly { day: string; kind: DayKind; count: number }[];
  /** Today, then every day to the deadline. */
  ahead: readonly { day: string; kind: DayKind }[];
  /** Settled so far today, which the forecast of today holds already. */
  settledToday: number;
};

export const kindOfDay = (day: string): DayKind => (isWeekend(day) ? 'weekend' : 'weekday');

/** How a round goes: done against the deadline, and what a forecast is made from. Today is not over, and so not past. */
export function roundPace(progress: RoundProgress): RoundPace {
  const { startsOn, deadline, today, eligible, settled, settledOn } = progress;
  const first = today > startsOn ? today : startsOn;
  const daysLeft = Math.max(0, daysBetween(first, deadline) + 1);
  const left = Math.max(0, eligible - settled);
  const days = pastDays(startsOn, today, deadline);
  return {
    eligible,
    settled,
    left,
    daysLeft,
    neededPerDay: daysLeft === 0 ? undefined : left / daysLeft,
    past: days.map((day) => ({ day, kind: kindOfDay(day), count: settledOn.get(day) ?? 0 })),
    ahead: Array.from({ length: daysLeft }, (_, index) => addDays(first, index)).map((day) => ({
      day,
      kind: kindOfDay(day),
    })),
    settledToday: settledOn.get(today) ?? 0,
  };
}

function pastDays(startsOn: string, today: string, deadline: string): string[] {
  const end = today <= deadline ? today : addDays(deadline, 1);
  const weeks = Math.min(forecastWeeks.most, Math.floor(daysBetween(startsOn, end) / 7));
  if (weeks < forecastWeeks.least) return [];
  return Array.from({ length: weeks * 7 }, (_, index) => addDays(end, index - weeks * 7));
}

/** How many more doors after each day ahead. */
export type ForecastCurve = readonly { expected: number; lower: number; upper: number }[];

/** What makes the curve: `cumulativeForecast` of the statistics, which this package does not know. */
export type Forecaster = (request: {
  past: readonly { kind: string; count: number }[];
  ahead: readonly string[];
}) => ForecastCurve;

export type PaceForecast =
  /** Nothing is left. */
  | { state: 'done' }
  /** The deadline has passed. */
  | { state: 'over' }
  /** No whole week has passed: nothing honest can be said yet. */
  | { state: 'tooEarly'; daysSoFar: number; daysNeeded: number }
  | {
      state: 'forecast';
      /** Days the forecast rests on. */
      days: number;
      /** Settled doors at the deadline, whole, between those settled now and all eligible ones. */
      atDeadline: { expected: number; lower: number; upper: number };
      /** The day on which nothing is left; undefined where that is after the deadline. */
      finish: Record<'earliest' | 'expected' | 'latest', string | undefined>;
      /** `onTrack` where even the lower end is done in time, `behind` where not even the upper end is. */
      verdict: 'onTrack' | 'behind' | 'open';
    };

/** What the deadline will find, from how the past whole weeks went. */
export function paceForecast(progress: RoundProgress, forecaster: Forecaster): PaceForecast {
  const pace = roundPace(progress);
  if (pace.left === 0) return { state: 'done' };
  if (pace.daysLeft === 0) return { state: 'over' };
  if (pace.past.length === 0) {
    const daysSoFar = Math.max(0, daysBetween(progress.startsOn, progress.today));
    return { state: 'tooEarly', daysSoFar, daysNeeded: forecastWeeks.least * 7 };
  }
  return readCurve(pace, forecaster({ past: pace.past, ahead: pace.ahead.map(({ kind }) => kind) }));
}

/** Settled doors by the end of each day ahead, whole, between those settled now and all eligible ones. */
export type PaceCurve = readonly { day: string; expected: number; lower: number; upper: number }[];

/** The days ahead one by one, where `paceForecast` says what the last of them will be; otherwise none. */
export function paceCurve(progress: RoundProgress, forecaster: Forecaster): PaceCurve {
  const pace = roundPace(progress);
  if (pace.left === 0 || pace.daysLeft === 0 || pace.past.length === 0) return [];
  const curve = forecaster({ past: pace.past, ahead: pace.ahead.map(({ kind }) => kind) });
  return pace.ahead.map(({ day }, index) => {
    const { expected, lower, upper } = must(curve[index], 'a point of the curve for each day ahead');
    const at = (more: number): number => settledWith(pace, more);
    return { day, expected: at(expected), lower: at(lower), upper: at(upper) };
  });
}

/** The days ahead begin with today, of which a part is done. */
const settledWith = ({ settled, settledToday, eligible }: RoundPace, more: number): number =>
  Math.min(eligible, Math.max(settled, Math.round(settled - settledToday + more)));

function readCurve(pace: RoundPace, curve: ForecastCurve): PaceForecast {
  const last = must(curve.at(-1), 'a point of the curve for each day ahead');
  const within = (more: number): number => settledWith(pace, more);
  const firstDone = (end: 'expected' | 'lower' | 'upper'): string | undefined =>
    pace.ahead[curve.findIndex((point) => within(point[end]) >= pace.eligible)]?.day;
  const finish = {
    earliest: firstDone('upper'),
    expected: firstDone('expected'),
    latest: firstDone('lower'),
  };
  const unfinished = finish.earliest === undefined ? 'behind' : 'open';
  return {
    state: 'forecast',
    days: pace.past.length,
    atDeadline: {
      expected: within(last.expected),
      lower: within(last.lower),
      upper: within(last.upper),
    },
    finish,
    verdict: finish.latest === undefined ? unfinished : 'onTrack',
  };
}
