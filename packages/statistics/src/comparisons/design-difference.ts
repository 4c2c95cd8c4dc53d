import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { DesignEstimate, WeightedSample } from '../design/estimates.ts';
import { designCovariance } from '../design/linearised-variance.ts';
import { defaultConfidence } from '../intervals/interval.ts';
import { requireOpenShare } from '../statistics-error.ts';
import type { Difference } from './difference.ts';

export interface DesignDifference extends Difference {
  readonly variance: number;
  readonly df: number;
}

/**
 * Difference of two estimates of one design, `v1 + v2 − 2cov`: of two domains whose PSUs overlap, or of the same
 * panel at two times. Without overlap the covariance comes out as that of the shared strata, usually 0.
 */
export function differenceWithinDesign(
  one: DesignEstimate,
  two: DesignEstimate,
  sample: WeightedSample,
  confidence: number = defaultConfidence,
): DesignDifference {
  const covariance = designCovariance(one.linearised, two.linearised, sample);
  return difference(one, two, one.variance + two.variance - 2 * covariance, { df: one.df, confidence });
}

/** Difference of two estimates of samples drawn independently of each other. No finite population correction here. */
export function differenceOfSamples(
  one: DesignEstimate,
  two: DesignEstimate,
  confidence: number = defaultConfidence,
): DesignDifference {
  return difference(one, two, one.variance + two.variance, { df: one.df + two.df, confidence });
}

function difference(
  one: DesignEstimate,
  two: DesignEstimate,
  variance: number,
  { df, confidence }: { df: number; confidence: number },
): DesignDifference {
  requireOpenShare(confidence, 'confidence');
  const value = one.value - two.value;
  // Two estimates that are the same leave a rounding error, perhaps below 0.
  const half = tQuantile((1 + confidence) / 2, df) * Math.sqrt(Math.max(0, variance));
  return { value, lower: value - half, upper: value + half, variance: Math.max(0, variance), df };
}
