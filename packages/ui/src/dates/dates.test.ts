import { describe, expect, it } from 'vitest';
import { addDays, dayOfInstant, daysBetween, hourOfInstant, weekdayOf } from './calendar.ts';
import { formatShortDay, formatTime } from './format.ts';

describe('dates are those of Asia/Shanghai, whatever the device’s zone', () => {
  it('an instant late in the evening in London is the next day in Shanghai', () => {
    expect(dayOfInstant('2026-11-22T17:30:00Z')).toBe('2026-11-23');
    expect(hourOfInstant('2026-11-22T17:30:00Z')).toBe(1);
    expect(formatTime('2026-11-22T17:30:00Z', 'zh-CN')).toBe('01:30');
  });

  it('midnight is written 00:00', () => {
    expect(formatTime('2026-11-22T16:00:00Z', 'en')).toBe('00:00');
  });

  it('days are counted over months and leap years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
    expect(daysBetween('2027-01-02', '2026-12-30')).toBe(-3);
    expect(weekdayOf('2026-11-22')).toBe(7);
  });

  it('a day is written in the reader’s language', () => {
    expect(formatShortDay('2026-11-02', 'zh-CN')).toBe('11月2日');
    expect(formatShortDay('2026-11-02', 'en')).toBe('2 Nov');
  });
});
