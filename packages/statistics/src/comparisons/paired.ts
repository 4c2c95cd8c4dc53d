import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { defaultConfidence } from '../intervals/interval.ts';
import { wilson } from '../intervals/wilson.ts';
import { StatisticsError, requireWholeCount } from '../statistics-error.ts';
import type { Difference } from './difference.ts';

/** The same people asked twice. */
export interface PairedCounts {
  /** Favourable both times. */
  readonly both: number;
  /** Favourable the first time only. */
  readonly firstOnly: number;
  /** Favourable the second time only. */
  readonly secondOnly: number;
  readonly neither: number;
}

/**
 * Share of the first time minus that of the second, of the same people: two Wilson intervals joined by how much the
 * answers go together. Source: Newcombe 1998, Statistics in Medicine 17:2635–2650, method 10.
 */
export function pairedDifference(counts: PairedCounts, confidence: number = defaultConfidence): Difference {
  const n = requirePaired(counts);
  const { both, firstOnly, secondOnly } = counts;
  const [p1, p2] = [(both + firstOnly) / n, (both + secondOnly) / n];
  const one = wilson(both + firstOnly, n, confidence);
  const two = wilson(both + secondOnly, n, confidence);
  const phi = correctedPhi(counts, n);
  const spread = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  const value = (firstOnly - secondOnly) / n;
  return {
    value,
    lower: value - spread(p1 - one.lower, two.upper - p2),
    upper: value + spread(one.upper - p1, p2 - two.lower),
  };
}

/** φ with a correction for continuity where it is positive; 0 where a margin is empty. */
function correctedPhi({ both, firstOnly, secondOnly, neither }: PairedCounts, n: number): number {
  const margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
  if (margins === 0) return 0;
  const product = both * neither - firstOnly * secondOnly;
  const corrected = product > 0 ? Math.max(0, product - n / 2) : product;
  return corrected / Math.sqrt(margins);
}

export interface McNemar {
  /** Two-sided, by the binomial distribution of the changes: the one that is reported. */
  readonly exact: number;
  /** The exact one with half the probability of what was seen: less cautious with few changes. */
  readonly midP: number;
  /** χ² with continuity correction, 1 degree of freedom; `undefined` where nobody changed. */
  readonly corrected: { readonly statistic: number; readonly p: number } | undefined;
  readonly uncorrected: { readonly statistic: number; readonly p: number } | undefined;
}

/**
 * Whether more changed in one direction than in the other. Source: McNemar 1947; Edwards 1948 (correction, as R's
 * `mcnemar.test`); Fagerland, Lydersen and Laake 2013 (mid-p).
 */
export function mcNemar(counts: PairedCounts): McNemar {
  requirePaired(counts);
  const { firstOnly, secondOnly } = counts;
  const changed = firstOnly + secondOnly;
  const fewer = Math.min(firstOnly, secondOnly);
  const tail = 2 * binomialCdf(fewer, changed, 0.5);
  const distance = Math.abs(firstOnly - secondOnly);
  const chiSquare = (numerator: number) => {
    const statistic = numerator ** 2 / changed;
    return { statistic, p: 1 - chiSquareCdf(statistic, 1) };
  };
  return {
    exact: Math.min(1, tail),
    midP: Math.min(1, tail - binomialPmf(fewer, changed, 0.5)),
    // As R does it: the correction is not larger than the difference it corrects.
    corrected: changed === 0 ? undefined : chiSquare(distance - Math.min(1, distance)),
    uncorrected: changed === 0 ? undefined : chiSquare(distance),
  };
}

function requirePaired(counts: PairedCounts): number {
  for (const [name, count] of Object.entries(counts)) requireWholeCount(count, name);
  const n = counts.both + counts.firstOnly + counts.secondOnly + counts.neither;
  if (n === 0) throw new StatisticsError('emptySample', 'a paired comparison needs at least one person');
  return n;
}
