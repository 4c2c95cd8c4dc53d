import { describe, expect, it } from 'vitest';
import type { Tokens } from '../../parts/tokens.ts';
import { paceOption, paceSteps } from './pace-option.ts';

describe('the days of the pace', () => {
  it('stand once each in their order; today holds what is settled and what it may become', () => {
    const steps = paceSteps({
      days: [
        { day: '2026-11-09', count: 4, total: 4 },
        { day: '2026-11-10', count: 1, total: 5 },
      ],
      ahead: [
        { day: '2026-11-10', expected: 7, lower: 5, upper: 9 },
        { day: '2026-11-11', expected: 11, lower: 7, upper: 15 },
      ],
    });
    expect(steps.map(({ day, total, expected }) => [day, total, expected])).toEqual([
      ['2026-11-09', 4, null],
      ['2026-11-10', 5, 7],
      ['2026-11-11', null, 11],
    ]);
  });

  it('of a round that has just begun, its one day is a point', () => {
    const symbolOf = (days: { day: string; count: number; total: number }[]) => {
      const option = paceOption(paceSteps({ days, ahead: [] }), {
        tokens: new Proxy({}, { get: () => '#000' }) as Tokens,
        eligible: 30,
        texts: { total: '已有结果', expected: '预计', interval: '区间', all: '应访户' },
        label: (day) => day,
        tip: () => '',
      });
      const series = option.series as { name?: string; symbol: string }[];
      return series.find(({ name }) => name === '已有结果')?.symbol;
    };
    const first = { day: '2026-11-09', count: 4, total: 4 };
    expect(symbolOf([first])).toBe('circle');
    expect(symbolOf([first, { day: '2026-11-10', count: 1, total: 5 }])).toBe('none');
  });
});
