import { dayOf, timeZone } from '@huhudao/domain';
import type { Locale } from '@huhudao/protocol';
import { today } from './today.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formatters.get(locale + key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, ...options });
  formatters.set(locale + key, made);
  return made;
}

// Noon in Shanghai.
const noonOf = (day: string) => new Date(`${day}T04:00:00Z`);

/** `11月22日周日` / `Sun, 22 Nov`; with the year when it is not this one. */
export function formatDay(day: string, locale: Locale): string {
  const thisYear = day.slice(0, 4) === today().slice(0, 4);
  return formatter(locale, `day${thisYear}`, {
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(noonOf(day));
}

/** `周日` / `Sun`. */
export const formatWeekday = (day: string, locale: Locale): string =>
  formatter(locale, 'weekday', { weekday: 'short' }).format(noonOf(day));

/** `11月22日` / `22 Nov`. */
export function formatShortDay(day: string, locale: Locale): string {
  return formatter(locale, 'short', { month: locale === 'en' ? 'short' : 'long', day: 'numeric' }).format(
    noonOf(day),
  );
}

/** `14:02`, in Asia/Shanghai. */
export function formatTime(instant: string, locale: Locale): string {
  return formatter(locale, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** The time alone when it was today, the date before it otherwise. */
export function formatInstant(instant: string, locale: Locale): string {
  const day = dayOf(instant);
  const time = formatTime(instant, locale);
  return day === today() ? time : `${formatShortDay(day, locale)} ${time}`;
}
