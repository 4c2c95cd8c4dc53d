import { addDays, dayOf } from '../calendar.ts';

/** What the server knows of a record's time. Instants are ISO 8601; `sentAt` and `deviceTime` are the tablet's clock. */
export type ClockReading = { deviceTime: string; sentAt: string; receivedAt: string };

export type Occurrence = {
  /** `deviceTime + skew`, never after `receivedAt`. */
  occurredAt: string;
  /** Date in Asia/Shanghai. */
  visitedOn: string;
  /** Milliseconds to add to the tablet's clock. */
  skewMs: number;
  /** The skew is over ten minutes, or the record claims to be from after its arrival. */
  skewDoubtful: boolean;
};

const doubtfulFrom = 10 * 60_000;
const oneWeek = 7 * 86_400_000;

/** When a record was made, corrected by how far the tablet's clock was off when it sent it (domain.md, invariant 6). */
export function occurrenceOf(clock: ClockReading): Occurrence {
  const received = Date.parse(clock.receivedAt);
  const skewMs = received - Date.parse(clock.sentAt);
  const corrected = Date.parse(clock.deviceTime) + skewMs;
  const occurredAt = new Date(Math.min(corrected, received)).toISOString();
  return {
    occurredAt,
    visitedOn: dayOf(occurredAt),
    skewMs,
    skewDoubtful: Math.abs(skewMs) > doubtfulFrom || corrected > received,
  };
}

/**
 * True where no clock that is off by up to a week could have written the record: from after its arrival, or
 * from before the round was opened.
 */
export function isImplausible(clock: ClockReading, roundOpenedAt: string): boolean {
  const received = Date.parse(clock.receivedAt);
  const corrected = Date.parse(clock.deviceTime) + received - Date.parse(clock.sentAt);
  return corrected > received + oneWeek || corrected < Date.parse(roundOpenedAt) - oneWeek;
}

/**
 * True where nobody makes an appointment for: a day more than a week before the visit that made it (no clock is
 * further off), or more than a year after it. Days are dates in Asia/Shanghai.
 */
export const isImplausibleAppointment = (day: string, visitedOn: string): boolean =>
  day < addDays(visitedOn, -7) || day > addDays(visitedOn, 366);
