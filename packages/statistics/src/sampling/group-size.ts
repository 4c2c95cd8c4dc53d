import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { defaultConfidence } from '../intervals/interval.ts';
import { StatisticsError, requireOpenShare } from '../statistics-error.ts';

/**
 * Completes needed in each of two groups, before rounding up, to find the difference between two shares in a
 * two-sided test with the wanted power:
 * `n = (z_{1−α/2}·√(2p̄q̄) + z_{power}·√(p₁q₁ + p₂q₂))² / (p₁ − p₂)²`, p̄ the mean of the two.
 *
 * Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), chapter 4, without
 * continuity correction; `power.prop.test()` of R finds the same by iteration.
 *
 * @throws StatisticsError invalidProportion: a share or the power is not strictly between 0 and 1, or the shares are equal
 */
export function completesPerGroup(question: {
  readonly shares: readonly [number, number];
  readonly power: number;
  readonly confidence?: number;
}): number {
  const [first, second] = question.shares;
  const confidence = question.confidence ?? defaultConfidence;
  requireOpenShare(first, 'shares[0]');
  requireOpenShare(second, 'shares[1]');
  requireOpenShare(question.power, 'power');
  requireOpenShare(confidence, 'confidence');
  if (first === second) {
    throw new StatisticsError('invalidProportion', 'no sample finds a difference between equal shares');
  }
  const mean = (first + second) / 2;
  const underNone = Math.sqrt(2 * mean * (1 - mean));
  const underSome = Math.sqrt(first * (1 - first) + second * (1 - second));
  const reach =
    normalQuantile((1 + confidence) / 2, 0, 1) * underNone + normalQuantile(question.power, 0, 1) * underSome;
  return (reach / (first - second)) ** 2;
}
