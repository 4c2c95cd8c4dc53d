import { describe, expect, it } from 'vitest';
import { formatDay, formatShortDay, formatTime } from './format.ts';

describe('dates are those of Asia/Shanghai, whatever the device’s zone', () => {
  it('an instant late in the afternoon in London is the next day in Shanghai', () => {
    expect(formatTime('2026-11-22T17:30:00Z', 'zh-CN')).toBe('01:30');
  });

  it('midnight is written 00:00', () => {
    expect(formatTime('2026-11-22T16:00:00Z', 'en')).toBe('00:00');
  });

  it('a day is written in the reader’s language, with the year when it is another', () => {
    expect(formatShortDay('2026-11-02', 'zh-CN')).toBe('11月2日');
    expect(formatShortDay('2026-11-02', 'en')).toBe('2 Nov');
    expect(formatDay('1999-11-02', 'zh-CN')).toBe('1999年11月2日周二');
  });
});
