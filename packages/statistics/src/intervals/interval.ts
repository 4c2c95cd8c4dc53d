import { StatisticsError, requireCount, requireOpenShare } from '../statistics-error.ts';

/** Both ends of an interval for a share, in [0, 1]. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The two-sided confidence of every printed interval. */
export const defaultConfidence = 0.95;

/** Checks the arguments every binomial interval shares: 0 ≤ favourable ≤ n, n > 0, 0 < confidence < 1. */
export function requireBinomial(favourable: number, n: number, confidence: number): void {
  requireCount(favourable, 'favourable');
  requireCount(n, 'n');
  requireOpenShare(confidence, 'confidence');
  if (n === 0) throw new StatisticsError('emptySample', 'an interval needs at least one answer');
  if (favourable > n) {
    throw new StatisticsError('invalidCount', `favourable (${favourable}) exceeds n (${n})`);
  }
}
