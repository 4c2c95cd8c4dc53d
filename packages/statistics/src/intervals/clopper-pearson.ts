import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { defaultConfidence, requireBinomial } from './interval.ts';
import type { Interval } from './interval.ts';

/**
 * Exact binomial interval, never narrower than its confidence.
 *
 * On an effective sample size, `clopperPearson(p * nStar, nStar)`, it is the Korn–Graubard interval by
 * which the NCHS standards decide whether a share is precise enough to be shown.
 *
 * Source: Clopper and Pearson 1934; Korn and Graubard 1998. Equals R's `binom.test`.
 */
export function clopperPearson(
  favourable: number,
  n: number,
  confidence: number = defaultConfidence,
): Interval {
  requireBinomial(favourable, n, confidence);
  const tail = (1 - confidence) / 2;
  return {
    lower: favourable === 0 ? 0 : betaQuantile(tail, favourable, n - favourable + 1),
    upper: favourable === n ? 1 : betaQuantile(1 - tail, favourable + 1, n - favourable),
  };
}
