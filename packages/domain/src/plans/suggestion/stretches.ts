import { addDays, minutesOf, partOfTime, timeAt } from '../../calendar.ts';
import { cellOf, type ContactCell } from '../contact-cells.ts';
import { visitingHours } from '../plan-stairwell.ts';
import { countsOn, type RoundTimes, type TimeWindow } from '../slots.ts';

/** Minutes since midnight. */
export type Span = { start: number; end: number };

/** A piece of a round's window within one part of the day, free of the round's quiet hours. */
export type Stretch = Span & { day: string; cell: ContactCell };

/** Where one part of the day ends and the next begins (calendar.ts). */
const borders = [minutesOf('12:00'), minutesOf('17:30')];

export const spanOf = (window: TimeWindow): Span => ({
  start: minutesOf(window.from),
  end: minutesOf(window.until),
});

export const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What is left of a span without others. */
export function without(span: Span, others: readonly Span[]): Span[] {
  let left = [span];
  for (const other of others) {
    left = left.flatMap((piece) =>
      meet(piece, other)
        ? [
            { start: piece.start, end: Math.min(piece.end, other.start) },
            { start: Math.max(piece.start, other.end), end: piece.end },
          ].filter(({ start, end }) => start < end)
        : [piece],
    );
  }
  return left;
}

/** When a round may knock from a day on, in order. */
export function stretchesFrom(round: RoundTimes, firstDay: string): Stretch[] {
  const stretches: Stretch[] = [];
  const first = firstDay > round.startsOn ? firstDay : round.startsOn;
  for (let day = first; day <= round.deadline; day = addDays(day, 1))
    stretches.push(...stretchesOn(round, day));
  return stretches;
}

function stretchesOn(round: RoundTimes, day: string): Stretch[] {
  const hours = spanOf(visitingHours);
  return round.windows
    .filter((window) => countsOn(window, day))
    .map(spanOf)
    .map(({ start, end }) => ({ start: Math.max(start, hours.start), end: Math.min(end, hours.end) }))
    .flatMap(splitAtBorders)
    .flatMap((span) => without(span, round.quiet.map(spanOf)))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((span) => ({ ...span, day, cell: cellOf(day, partOfTime(timeAt(span.start))) }));
}

function splitAtBorders({ start, end }: Span): Span[] {
  const cuts = [start, ...borders.filter((border) => border > start && border < end), end];
  return cuts
    .slice(1)
    .map((cut, index) => ({ start: cuts[index] ?? start, end: cut }))
    .filter((span) => span.start < span.end);
}
