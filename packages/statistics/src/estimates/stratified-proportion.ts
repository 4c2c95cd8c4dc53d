import { effectiveSampleSize, wilsonOnEffectiveSize } from '../intervals/effective-size.ts';
import { defaultConfidence } from '../intervals/interval.ts';
import type { Interval } from '../intervals/interval.ts';
import { StatisticsError } from '../statistics-error.ts';
import { isEmpty, requireStratum, respondentsOf, total, weightOf } from './stratum.ts';
import type { Stratum } from './stratum.ts';

export interface StratifiedRequest {
  readonly strata: readonly Stratum[];
  /** True for "this street now"; false where the result is compared with another. */
  readonly finitePopulation: boolean;
  /** What a stratum with one respondent does: stop, or add its squared distance from the overall share. */
  readonly lonePsu: 'fail' | 'adjust';
  /** What a stratum in which nobody responded does: stop, or be left out of the population described. */
  readonly emptyStratum: 'fail' | 'leaveOut';
  readonly confidence?: number;
}

export interface StratifiedProportion {
  readonly share: number;
  readonly variance: number;
  readonly n: number;
  /** Answers − strata. */
  readonly df: number;
  /** n*, of which interval and target verdict are made. */
  readonly effectiveN: number;
  /** Wilson on n*. */
  readonly interval: Interval;
  /** Indices of strata left out because nobody responded there; the estimate does not describe them. */
  readonly leftOut: readonly number[];
}

/**
 * The share of a street from its communities as strata, each answer weighted by N_h / respondents.
 *
 * Variance by ratio linearisation, `z_i = w_i d_i (y_i − p)/Σ_d w`,
 * `v = Σ_h (1−f_h) m_h/(m_h−1) Σ_i (z_hi − z̄_h)²`, zeros kept for respondents outside the base. Equals R's
 * `svydesign(strata, fpc)` with `svymean`; `adjust` is its `survey.lonely.psu = "adjust"`.
 */
export function stratifiedProportion(request: StratifiedRequest): StratifiedProportion {
  const { strata, confidence = defaultConfidence } = request;
  for (const stratum of strata) requireStratum(stratum);
  const leftOut = [...strata.keys()].filter((index) => isEmpty(strata[index]));
  if (leftOut.length > 0 && request.emptyStratum === 'fail') {
    throw new StatisticsError('emptyStratum', `nobody responded in stratum ${leftOut.join(', ')}`);
  }
  const used = strata.filter((stratum) => respondentsOf(stratum) > 0);
  const answered = used.filter(({ n }) => n > 0);
  const n = total(answered, (stratum) => stratum.n);
  if (n === 0) throw new StatisticsError('emptySample', 'no stratum has an answer in the base');
  const weightSum = total(used, (stratum) => weightOf(stratum) * stratum.n);
  const share = total(used, (stratum) => weightOf(stratum) * stratum.favourable) / weightSum;
  const variance = total(used, (stratum) => stratumVariance(stratum, share, weightSum, request));
  const df = n - answered.length;
  if (df < 1)
    throw new StatisticsError('lonePsu', 'every stratum has one answer: no variance can be estimated');
  const effectiveN = effectiveSampleSize({ share, variance, n, df }, confidence);
  const interval = wilsonOnEffectiveSize(share, effectiveN, confidence);
  return { share, variance, n, df, effectiveN, interval, leftOut };
}

function stratumVariance(
  stratum: Stratum,
  share: number,
  weightSum: number,
  { finitePopulation, lonePsu }: StratifiedRequest,
): number {
  const { n, favourable, frameSize } = stratum;
  const respondents = respondentsOf(stratum);
  const unit = weightOf(stratum) / weightSum;
  const sumZ = unit * (favourable - n * share);
  const sumSquares = unit * unit * (favourable * (1 - share) ** 2 + (n - favourable) * share ** 2);
  const unsampled = finitePopulation ? 1 - respondents / frameSize : 1;
  if (respondents === 1) {
    // Nothing is unsampled in a stratum of one that responded, so that it adds nothing under either choice.
    if (unsampled === 0) return 0;
    if (lonePsu === 'fail') throw new StatisticsError('lonePsu', 'a stratum has only one respondent');
    return unsampled * sumSquares;
  }
  const spread = Math.max(0, sumSquares - (sumZ * sumZ) / respondents);
  return (unsampled * respondents * spread) / (respondents - 1);
}
