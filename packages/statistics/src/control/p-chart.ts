import { requireBinomial } from '../intervals/interval.ts';
import { sumOf } from '../numeric/sums.ts';
import { StatisticsError } from '../statistics-error.ts';
import type { FunnelGroup, FunnelPoint } from './funnel.ts';

export interface ChartPoint {
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  readonly position: FunnelGroup;
}

export interface PChart {
  readonly centre: number;
  /** σ_z, by which Laney's limits are wider than binomial ones; 1 in a plain p-chart. */
  readonly spread: number;
  readonly points: readonly ChartPoint[];
}

/**
 * A share over time with three-sigma limits of each period's own n, cut to [0, 1]. `laney` allows for a share that
 * varies more (or less) between periods than chance: its limits are wider by the mean moving range of z over 1.128.
 * Source: Montgomery, Introduction to Statistical Quality Control, §7.3; Laney 2002, Quality Engineering 14:531–537.
 */
export function pChart(
  periods: readonly FunnelPoint[],
  { kind = 'binomial' }: { kind?: 'binomial' | 'laney' } = {},
): PChart {
  if (periods.length === 0) throw new StatisticsError('emptySample', 'a chart needs periods');
  for (const { favourable, n } of periods) requireBinomial(favourable, n, 0.5);
  const centre = sumOf(periods.map(({ favourable }) => favourable)) / sumOf(periods.map(({ n }) => n));
  const sigmas = periods.map(({ n }) => Math.sqrt((centre * (1 - centre)) / n));
  const spread = kind === 'laney' ? spreadOf(periods, centre, sigmas) : 1;
  const points = periods.map(({ favourable, n }, index) => {
    const share = favourable / n;
    const half = 3 * spread * (sigmas[index] ?? 0);
    const [lower, upper] = [Math.max(0, centre - half), Math.min(1, centre + half)];
    return { share, lower, upper, position: positionOf(share, lower, upper) };
  });
  return { centre, spread, points };
}

/** Mean moving range of two normal values with standard deviation 1 (d₂ for n = 2: 2/√π). */
const meanRangeOfTwo = 2 / Math.sqrt(Math.PI);

function spreadOf(periods: readonly FunnelPoint[], centre: number, sigmas: readonly number[]): number {
  if (periods.length < 2 || centre === 0 || centre === 1) return 1;
  const z = periods.map(({ favourable, n }, index) => (favourable / n - centre) / (sigmas[index] ?? 1));
  const ranges = z.slice(1).map((value, index) => Math.abs(value - (z[index] ?? 0)));
  return sumOf(ranges) / ranges.length / meanRangeOfTwo;
}

function positionOf(share: number, lower: number, upper: number): FunnelGroup {
  if (share < lower) return 'below';
  return share > upper ? 'above' : 'within';
}
