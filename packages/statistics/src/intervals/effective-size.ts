import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { requireCount, requireOpenShare, requireShare } from '../statistics-error.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { defaultConfidence } from './interval.ts';
import type { Interval } from './interval.ts';
import { wilson } from './wilson.ts';

/** What a complex sample tells about a share: the share, its variance, the answers and the degrees of freedom. */
export interface SharePrecision {
  readonly share: number;
  readonly variance: number;
  readonly n: number;
  readonly df: number;
}

/**
 * Effective sample size `n* = p(1−p)/v · (t_{n−1}/t_df)²`, capped at n; n at p = 0 or 1.
 *
 * The number of answers of a simple random sample that would be as precise as this one.
 * Source: Korn and Graubard 1998, with the degrees-of-freedom adjustment of R's `svyciprop(method = "beta")`;
 * the cap is that of the NCHS standards. Needs df ≥ 1.
 */
export function effectiveSampleSize(
  { share, variance, n, df }: SharePrecision,
  confidence: number = defaultConfidence,
): number {
  requireShare(share, 'share');
  requireCount(variance, 'variance');
  if (share === 0 || share === 1 || variance === 0) return n;
  return adjustForDegreesOfFreedom((share * (1 - share)) / variance, n, df, confidence);
}

/** `raw · (t_{n−1}/t_df)²`, capped at n: fewer degrees of freedom than answers make the sample count for less. */
export function adjustForDegreesOfFreedom(
  raw: number,
  n: number,
  df: number,
  confidence: number = defaultConfidence,
): number {
  requireCount(raw, 'raw effective size');
  requireCount(df - 1, 'degrees of freedom − 1');
  requireOpenShare(confidence, 'confidence');
  if (n <= 1) return Math.min(raw, n);
  const level = (1 + confidence) / 2;
  const ratio = tQuantile(level, n - 1) / tQuantile(level, df);
  return Math.min(n, raw * ratio * ratio);
}

/** Wilson interval on an effective sample size: the interval printed beside an estimate from a complex sample. */
export function wilsonOnEffectiveSize(
  share: number,
  effectiveN: number,
  confidence: number = defaultConfidence,
): Interval {
  requireShare(share, 'share');
  return wilson(share * effectiveN, effectiveN, confidence);
}

/** Clopper–Pearson on an effective sample size: the interval of the publication test, not the printed one. */
export function kornGraubard(
  share: number,
  effectiveN: number,
  confidence: number = defaultConfidence,
): Interval {
  requireShare(share, 'share');
  return clopperPearson(share * effectiveN, effectiveN, confidence);
}
