import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { defaultConfidence, requireBinomial } from './interval.ts';
import type { Interval } from './interval.ts';

/**
 * Wilson score interval (without continuity correction), the interval printed beside a rate.
 *
 * `favourable` of `n` answers; neither needs to be whole, so that it also serves an effective sample
 * size: `wilson(p * nStar, nStar)`. Two-sided at `confidence`.
 *
 * Source: Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857–872, method 3. Equals R's
 * `prop.test(correct = FALSE)`.
 */
export function wilson(favourable: number, n: number, confidence: number = defaultConfidence): Interval {
  requireBinomial(favourable, n, confidence);
  const z = normalQuantile((1 + confidence) / 2, 0, 1);
  const centre = (favourable + (z * z) / 2) / (n + z * z);
  const half = (z * Math.sqrt((favourable * (n - favourable)) / n + (z * z) / 4)) / (n + z * z);
  return {
    lower: favourable === 0 ? 0 : Math.max(0, centre - half),
    upper: favourable === n ? 1 : Math.min(1, centre + half),
  };
}
