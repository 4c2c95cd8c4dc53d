import { quantile } from '../numeric/sums.ts';
import { requireCount } from '../statistics-error.ts';

export interface SpeedQuestion {
  /** Seconds taken by all responses to the form in the same mode. */
  readonly durations: readonly number[];
  /** Seconds it takes to read the questions aloud that were put. */
  readonly readingTime: number;
}

/** Fewer responses than this have no median to be measured by. */
const enoughForMedian = 100;

/**
 * Below how many seconds a response is a lead for a person to look at: half the form's median in the same mode, once
 * it has 100 responses, or the reading time, whichever is longer. Never a score of a worker (measurement.md §9).
 */
export function tooFastBelow({ durations, readingTime }: SpeedQuestion): number {
  requireCount(readingTime, 'readingTime');
  if (durations.length < enoughForMedian) return readingTime;
  return Math.max(readingTime, quantile(durations, 0.5) / 2);
}
