import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { requireBinomial } from '../intervals/interval.ts';
import { requireOpenShare } from '../statistics-error.ts';

/** A difference of two shares in [−1, 1] and its interval. */
export interface Difference {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Favourable answers of two groups of different people. */
export interface TwoCounts {
  readonly favourable1: number;
  readonly n1: number;
  readonly favourable2: number;
  readonly n2: number;
}

/** Both shares, once the counts are known to be possible. */
export function requireTwoCounts({ favourable1, n1, favourable2, n2 }: TwoCounts): {
  p1: number;
  p2: number;
} {
  requireBinomial(favourable1, n1, 0.5);
  requireBinomial(favourable2, n2, 0.5);
  return { p1: favourable1 / n1, p2: favourable2 / n2 };
}

/** The two-sided standard normal quantile of a confidence. */
export function zOf(confidence: number): number {
  requireOpenShare(confidence, 'confidence');
  return normalQuantile((1 + confidence) / 2, 0, 1);
}
