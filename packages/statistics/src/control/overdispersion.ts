import { quantile, sumOf } from '../numeric/sums.ts';
import { StatisticsError } from '../statistics-error.ts';

/** z values cut to their own quantiles, so that the communities in question do not widen the limits themselves. */
export function winsorise(zValues: readonly number[], share = 0.1): number[] {
  const low = quantile(zValues, share);
  const high = quantile(zValues, 1 - share);
  return zValues.map((z) => Math.min(high, Math.max(low, z)));
}

/** φ, the mean of squared (winsorised) z values: 1 where nothing but chance is at work. Spiegelhalter 2005, A.2.1. */
export function overdispersionFactor(zValues: readonly number[]): number {
  if (zValues.length === 0) throw new StatisticsError('emptySample', 'overdispersion needs communities');
  return sumOf(zValues.map((z) => z * z)) / zValues.length;
}

/** φ above 1 by more than chance explains (2 standard errors): only then limits are widened. Spiegelhalter 2005. */
export function isOverdispersed(factor: number, communities: number): boolean {
  return factor > 1 + 2 * Math.sqrt(2 / communities);
}

/**
 * τ², the variance between communities beyond chance, by moments from φ and each community's sampling variance:
 * `(Iφ − (I−1)) / (Σw − Σw²/Σw)` with w = 1/s², at least 0. Source: DerSimonian and Laird 1986, as in Spiegelhalter
 * 2005, A.2.2.
 */
export function varianceBetween(factor: number, samplingVariances: readonly number[]): number {
  const weights = samplingVariances.map((variance) => 1 / variance);
  const count = weights.length;
  const total = sumOf(weights);
  const scale = total - sumOf(weights.map((weight) => weight * weight)) / total;
  return scale > 0 ? Math.max(0, (count * factor - (count - 1)) / scale) : 0;
}
