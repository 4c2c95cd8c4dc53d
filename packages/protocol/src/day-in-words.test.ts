import { describe, expect, it } from 'vitest';
import { dayInWords, dayOfYearInWords } from './day-in-words.ts';

describe('a day on paper', () => {
  it('is written in words of its language, the weekday set apart', () => {
    expect(dayInWords('2026-11-12', 'zh-CN')).toBe('11月12日 周四');
    expect(dayInWords('2026-11-12', 'en')).toBe('Thu 12 Nov');
  });

  it('has no noughts before its numbers, and its own weekday at the turn of a year and on a leap day', () => {
    expect(dayInWords('2027-01-01', 'zh-CN')).toBe('1月1日 周五');
    expect(dayInWords('2026-12-31', 'en')).toBe('Thu 31 Dec');
    expect(dayInWords('2028-02-29', 'en')).toBe('Tue 29 Feb');
    expect(dayInWords('2026-11-22', 'zh-CN')).toBe('11月22日 周日');
  });

  it('has its year where the paper is kept', () => {
    expect(dayOfYearInWords('2026-11-12', 'zh-CN')).toBe('2026年11月12日 周四');
    expect(dayOfYearInWords('2026-11-12', 'en')).toBe('Thu 12 Nov 2026');
  });
});
