import { useMemo } from 'react';
import { timeZone } from '@huhudao/domain';
import type { Locale } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';

/** How numbers, shares and times are written; times in Asia/Shanghai. */
export function formatter(locale: Locale) {
  // Day before month, as in the dates of the shared interface.
  const tag = locale === 'en' ? 'en-GB' : locale;
  const number = new Intl.NumberFormat(tag);
  const moment = new Intl.DateTimeFormat(tag, {
    timeZone,
    month: locale === 'zh-CN' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const time = new Intl.DateTimeFormat(tag, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const full = new Intl.DateTimeFormat(tag, {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return {
    /** Names one after another. */
    list: (items: readonly string[]): string => items.join(locale === 'zh-CN' ? '、' : ', '),
    number: (value: number): string => number.format(value),
    /** A share 0…1 as a percentage. */
    percent: (share: number, digits = 1): string => `${(share * 100).toFixed(digits)}%`,
    /** The ends of an interval of shares, `91.5–94.9%`. */
    range: ([low, high]: readonly [number, number], digits = 1): string =>
      `${(low * 100).toFixed(digits)}–${(high * 100).toFixed(digits)}%`,
    /** Month, day and time of an instant. */
    moment: (instant: string | number): string => moment.format(new Date(instant)),
    /** Time of day of an instant. */
    time: (instant: string): string => time.format(new Date(instant)),
    /** Year, month, day and time of an instant. */
    full: (instant: string | number): string => full.format(new Date(instant)),
  };
}

export type Format = ReturnType<typeof formatter>;

export function useFormat(): Format {
  const { locale } = useLocale();
  return useMemo(() => formatter(locale), [locale]);
}
