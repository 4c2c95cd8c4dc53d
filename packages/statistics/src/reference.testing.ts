import { expect } from 'vitest';
import cases from '../../../tests/fixtures/statistics/reference-cases.json' with { type: 'json' };
import type { Interval } from './intervals/interval.ts';

/** Reference cases from R's survey package and published tables; their sources stand beside the file. */
export const reference = cases;

/** Absolute difference at most `tolerance`; a pair stands for the ends of an interval. */
export function expectWithin(
  actual: number | Interval | undefined,
  expected: number | readonly number[],
  tolerance: number,
  label = '',
): void {
  const left = typeof actual === 'object' ? [actual.lower, actual.upper] : [actual];
  const right = typeof expected === 'number' ? [expected] : expected;
  expect(left.length, label).toBe(right.length);
  for (const [index, value] of left.entries()) {
    const wanted = right[index] ?? Number.NaN;
    const distance = Math.abs((value ?? Number.NaN) - wanted);
    expect(distance, `${label}: ${value} instead of ${wanted}`).toBeLessThanOrEqual(tolerance);
  }
}
