import { sumOf } from '../numeric/sums.ts';
import type { Interval } from '../intervals/interval.ts';
import { requireBinomial } from '../intervals/interval.ts';
import { StatisticsError } from '../statistics-error.ts';
import { exactFunnelLimits, funnelConfidences, normalFunnelLimits } from './funnel-limits.ts';
import type { Overdispersion } from './funnel-limits.ts';
import { isOverdispersed, overdispersionFactor, varianceBetween, winsorise } from './overdispersion.ts';

export interface FunnelPoint {
  readonly favourable: number;
  readonly n: number;
}

/** Three groups and no ranks: what chance explains is not told apart. */
export type FunnelGroup = 'below' | 'within' | 'above';

export interface PlacedPoint {
  readonly share: number;
  /** By the outer limits (99.8%). */
  readonly group: FunnelGroup;
  readonly inner: Interval;
  readonly outer: Interval;
}

export interface Funnel {
  /** The share all communities have together, or the target given. */
  readonly target: number;
  /** φ from winsorised z values. */
  readonly factor: number;
  /** Whether the limits were widened, because φ is above 1 by more than chance. */
  readonly overdispersed: boolean;
  /** In the order given. */
  readonly points: readonly PlacedPoint[];
}

/**
 * A funnel plot of communities: exact limits, or, where the communities differ more than chance explains, normal
 * limits widened by φ (`multiplicative`) or by τ² (`additive`). Source: Spiegelhalter 2005.
 */
export function funnel(
  points: readonly FunnelPoint[],
  { target, widening = 'multiplicative' }: { target?: number; widening?: 'multiplicative' | 'additive' } = {},
): Funnel {
  if (points.length === 0) throw new StatisticsError('emptySample', 'a funnel needs communities');
  for (const { favourable, n } of points) requireBinomial(favourable, n, 0.5);
  const centre =
    target ?? sumOf(points.map(({ favourable }) => favourable)) / sumOf(points.map(({ n }) => n));
  // Where everybody is of one mind, there is nothing to vary.
  if (centre === 0 || centre === 1) return unanimous(points, centre);
  const variances = points.map(({ n }) => (centre * (1 - centre)) / n);
  const zValues = points.map(
    ({ favourable, n }, index) => (favourable / n - centre) / Math.sqrt(variances[index] ?? 1),
  );
  const factor = overdispersionFactor(winsorise(zValues));
  const overdispersed = isOverdispersed(factor, points.length);
  const excess =
    widening === 'additive' ? { variance: varianceBetween(factor, variances) } : { multiplier: factor };
  const limitsOf = (n: number, confidence: number) =>
    overdispersed ? cut(centre, n, confidence, excess) : exactFunnelLimits(centre, n, confidence);
  const placed = points.map(({ favourable, n }) => {
    const [inner, outer] = [limitsOf(n, funnelConfidences.inner), limitsOf(n, funnelConfidences.outer)];
    return { share: favourable / n, inner, outer, group: groupOf(favourable / n, outer) };
  });
  return { target: centre, factor, overdispersed, points: placed };
}

function groupOf(share: number, { lower, upper }: Interval): FunnelGroup {
  if (share < lower) return 'below';
  return share > upper ? 'above' : 'within';
}

function cut(target: number, n: number, confidence: number, excess: Overdispersion): Interval {
  const { lower, upper } = normalFunnelLimits(target, n, confidence, excess);
  return { lower: Math.max(0, lower), upper: Math.min(1, upper) };
}

function unanimous(points: readonly FunnelPoint[], target: number): Funnel {
  const edge = { lower: target, upper: target };
  const placed = points.map(({ favourable, n }) => ({
    share: favourable / n,
    inner: edge,
    outer: edge,
    group: groupOf(favourable / n, edge),
  }));
  return { target, factor: 1, overdispersed: false, points: placed };
}
