import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf';
import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import { zOf } from '../comparisons/difference.ts';
import type { Interval } from '../intervals/interval.ts';
import { StatisticsError, requireOpenShare, requireWholeCount } from '../statistics-error.ts';

/** The confidences of the two pairs of lines of a funnel plot. */
export const funnelConfidences = { inner: 0.95, outer: 0.998 } as const;

/**
 * Between which shares chance alone leaves a community of n answers whose true share is the target, by the exact
 * binomial distribution, interpolated so that the lines are smooth. Source: Spiegelhalter 2005, Statistics in
 * Medicine 24:1185–1202, appendix A.1.1.
 */
export function exactFunnelLimits(target: number, n: number, confidence: number): Interval {
  requireFunnel(target, n);
  requireOpenShare(confidence, 'confidence');
  const limit = (probability: number) => {
    const count = binomialQuantile(probability, n, target);
    const excess = binomialCdf(count, n, target) - probability;
    return Math.min(1, Math.max(0, (count - excess / binomialPmf(count, n, target)) / n));
  };
  return { lower: limit((1 - confidence) / 2), upper: limit((1 + confidence) / 2) };
}

/** How much more shares differ than chance explains: `multiplier` widens the limits, `variance` (τ²) adds to them. */
export interface Overdispersion {
  readonly multiplier?: number;
  readonly variance?: number;
}

/**
 * Limits by the normal approximation, with overdispersion: `θ ± z·√(φ·θ(1−θ)/n + τ²)`. They may pass 0 and 1; cut
 * them where they are drawn. Source: Spiegelhalter 2005, §3 and appendix A.2.
 */
export function normalFunnelLimits(
  target: number,
  n: number,
  confidence: number,
  { multiplier = 1, variance = 0 }: Overdispersion = {},
): Interval {
  requireFunnel(target, n);
  const half = zOf(confidence) * Math.sqrt((multiplier * target * (1 - target)) / n + variance);
  return { lower: target - half, upper: target + half };
}

/**
 * Limits on the arcsine scale, on which the variance `1/(4n)` does not depend on the share; τ² is of that scale. Equals
 * FunnelPlotR, with what that means for a few answers near 0 or 1: past the end of the scale the line turns back.
 * That is why a funnel is drawn with exact limits.
 */
export function arcsineFunnelLimits(
  target: number,
  n: number,
  confidence: number,
  { multiplier = 1, variance = 0 }: Overdispersion = {},
): Interval {
  requireFunnel(target, n);
  const half = zOf(confidence) * Math.sqrt(multiplier / (4 * n) + variance);
  const centre = Math.asin(Math.sqrt(target));
  return {
    lower: Math.sin(centre - half) ** 2,
    upper: Math.sin(centre + half) ** 2,
  };
}

function requireFunnel(target: number, n: number): void {
  requireOpenShare(target, 'target');
  requireWholeCount(n, 'n');
  if (n === 0) throw new StatisticsError('emptySample', 'a funnel has no limits at 0 answers');
}
