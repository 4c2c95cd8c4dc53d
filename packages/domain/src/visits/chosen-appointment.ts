import { addDays, dayOf, minutesOf, timeOf } from '../calendar.ts';
import { countsOn, overlap, type RoundWindow, type TimeWindow } from '../plans/slots.ts';
import { meetsNobody } from './final-outcome.ts';
import type { Outcome } from '../vocabulary.ts';

/** A time that a resident chose by a link: `YYYY-MM-DD` and `HH:MM` in Asia/Shanghai; `chosenAt` an instant. */
export type ChosenAppointment = TimeWindow & { day: string; chosenAt: string };

/**
 * Whether a visit ends what a resident chose before it: somebody was met, or a team came on the day agreed or later.
 * A team that passes earlier and meets nobody leaves it standing.
 */
export const endsChosen = (
  visit: { outcome: Outcome; occurredAt: string },
  chosen: Pick<ChosenAppointment, 'day' | 'chosenAt'>,
): boolean =>
  Date.parse(visit.occurredAt) > Date.parse(chosen.chosenAt) &&
  (!meetsNobody(visit.outcome) || dayOf(visit.occurredAt) >= chosen.day);

/** So many days can be chosen from, today included. */
const daysOffered = 14;
/** Nobody can be expected at the door sooner, in minutes. */
const shortestNotice = 120;
/** So many doors one team keeps in one window, beside what else it does. */
const mostInWindow = 6;

export type OfferRequest = {
  /** An instant, ISO 8601. */
  now: string;
  round: { startsOn: string; deadline: string };
  windows: readonly RoundWindow[];
  /** Hours in which nobody knocks. */
  quiet: readonly TimeWindow[];
  /** What residents chose of the same team, door by door. */
  taken: readonly { day: string; from: string }[];
};

export type OfferedDay = { day: string; windows: TimeWindow[] };

/** The coming days with the windows that are still free; days without any are left out. */
export function freeWindows({ now, round, windows, quiet, taken }: OfferRequest): OfferedDay[] {
  const today = dayOf(now);
  const days = Array.from({ length: daysOffered }, (_, index) => addDays(today, index));
  const inTime = (day: string, from: string): boolean =>
    day > today || minutesOf(from) >= minutesOf(timeOf(now)) + shortestNotice;
  return days
    .filter((day) => day >= round.startsOn && day <= round.deadline)
    .map((day) => ({
      day,
      windows: windows
        .filter((window) => countsOn(window, day) && inTime(day, window.from))
        .filter((window) => !quiet.some((one) => overlap(one, window)))
        .filter(({ from }) => {
          const there = taken.filter((one) => one.day === day && one.from === from);
          return there.length < mostInWindow;
        })
        .map(({ from, until }) => ({ from, until })),
    }))
    .filter(({ windows: free }) => free.length > 0);
}
