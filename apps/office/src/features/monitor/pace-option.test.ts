import { describe, expect, it } from 'vitest';
import { paceSteps } from './pace-option.ts';

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
});
