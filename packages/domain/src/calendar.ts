/**
 * Dates of Asia/Shanghai as `YYYY-MM-DD`. The zone has had one fixed offset since 1992, so that plain arithmetic
 * is right and works in every browser.
 */
const offset = 8 * 3_600_000;
const dayLength = 86_400_000;

/** The Shanghai date of an instant (ISO 8601 or milliseconds since 1970). */
export function dayOf(instant: string | number): string {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  return new Date(at + offset).toISOString().slice(0, 10);
}

/** The Shanghai wall-clock time of an instant, `HH:MM`. */
export function timeOf(instant: string | number): string {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  const sinceMidnight = (((at + offset) % dayLength) + dayLength) % dayLength;
  return timeAt(Math.floor(sinceMidnight / 60_000));
}

/** The instant of a Shanghai date and wall-clock time, ISO 8601 in UTC. */
export function instantOf(day: string, time: string): string {
  return new Date(`${day}T${time}:00+08:00`).toISOString();
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** How many days `later` is after `earlier`; negative where it is before. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / dayLength);
}

/** The part of the day a visit fell into: another attempt should choose another. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening';

export function partOfDay(instant: string): PartOfDay {
  return partOfTime(timeOf(instant));
}

/** The part of the day a wall-clock time `HH:MM` falls into. */
export function partOfTime(time: string): PartOfDay {
  if (time < '12:00') return 'morning';
  return time < '17:30' ? 'afternoon' : 'evening';
}

/** Minutes since midnight of a wall-clock time `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The wall-clock time `HH:MM` so many minutes after midnight. */
export function timeAt(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Saturday and Sunday. Public holidays are data of the office's calendar, not of the clock. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
