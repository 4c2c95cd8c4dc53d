import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as Now from 'temporal-polyfill/fns/Now';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as Instant from 'temporal-polyfill/fns/Instant';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { timeZone } from '@huhudao/domain';

// The tree-shakeable functions of the polyfill: 4 kB instead of 19 in the first load.

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;

const record = (day: Day) => PlainDate.fromString(day, Calendar.getBasic);

/** Today in Asia/Shanghai, whatever zone the device is set to. */
export function today(): Day {
  return PlainDate.toString(Now.plainDateISO(timeZone));
}

export function addDays(day: Day, days: number): Day {
  return PlainDate.toString(PlainDate.addDays(record(day), days));
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return PlainDate.dayOfWeek(record(day));
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return PlainDate.diffDays(record(from), record(to));
}

/** The date in Asia/Shanghai of an ISO instant with offset. */
export function dayOfInstant(instant: string): Day {
  return PlainDate.toString(ZonedDateTime.toPlainDate(zoned(instant)));
}

/** The hour of the day in Asia/Shanghai, 0–23, of an ISO instant with offset. */
export function hourOfInstant(instant: string): number {
  return zoned(instant).hour;
}

function zoned(instant: string) {
  return Instant.toZonedDateTimeISO(Instant.fromString(instant), timeZone);
}
