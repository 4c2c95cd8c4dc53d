import { effectiveSampleSize, wilsonOnEffectiveSize } from '../intervals/effective-size.ts';
import { defaultConfidence } from '../intervals/interval.ts';
import type { Interval } from '../intervals/interval.ts';
import { dot, sumOf } from '../numeric/sums.ts';
import { StatisticsError, requireShare } from '../statistics-error.ts';
import { requireWeights } from '../weights/base-weight.ts';
import { calibrationResiduals } from './calibration-residuals.ts';
import type { Calibration } from './calibration-residuals.ts';
import { designVariance } from './linearised-variance.ts';
import { degreesOfFreedom } from './sample-design.ts';
import type { DesignUnit, LonePsu } from './sample-design.ts';

/** A weighted sample and the design it was drawn by. */
export interface WeightedSample {
  readonly units: readonly DesignUnit[];
  readonly weights: readonly number[];
  readonly lonePsu: LonePsu;
  /** Where the weights were calibrated; without it the variance would ignore what calibration gained. */
  readonly calibration?: Calibration;
}

export interface DesignEstimate {
  readonly value: number;
  readonly variance: number;
  /** PSUs − strata. */
  readonly df: number;
  /** The linearised values, whose covariance with those of another estimate a difference needs. */
  readonly linearised: readonly number[];
}

/** `Σ w y / Σ w x` with its variance by linearisation. Source: R's `svyratio`; measurement.md §5. */
export function designRatio(
  numerator: readonly number[],
  denominator: readonly number[],
  sample: WeightedSample,
): DesignEstimate {
  requireSample(sample, numerator, denominator);
  const base = dot(sample.weights, denominator);
  if (base === 0) throw new StatisticsError('emptySample', 'nobody stands in the base of the ratio');
  const value = dot(sample.weights, numerator) / base;
  const z = sample.weights.map(
    (weight, index) => (weight * ((numerator[index] ?? 0) - value * (denominator[index] ?? 0))) / base,
  );
  return estimateOf(value, z, sample);
}

/** Weighted mean over a domain (`inBase` 0 or 1 for each respondent; everybody without it). R's `svymean`. */
export function designMean(
  values: readonly number[],
  sample: WeightedSample,
  inBase: readonly number[] = values.map(() => 1),
): DesignEstimate {
  return designRatio(
    values.map((value, index) => (inBase[index] ? value : 0)),
    inBase,
    sample,
  );
}

/** Weighted total `Σ w y`. R's `svytotal`. */
export function designTotal(values: readonly number[], sample: WeightedSample): DesignEstimate {
  requireSample(sample, values);
  const z = sample.weights.map((weight, index) => weight * (values[index] ?? 0));
  return estimateOf(sumOf(z), z, sample);
}

export interface DesignShare extends DesignEstimate {
  readonly n: number;
  readonly effectiveN: number;
  /** Wilson on n*. */
  readonly interval: Interval;
}

/** Share of the favourable among those in the base, with n* and the interval that is printed. */
export function designShare(
  favourable: readonly boolean[],
  sample: WeightedSample,
  {
    inBase = favourable.map(() => true),
    confidence = defaultConfidence,
  }: { inBase?: readonly boolean[]; confidence?: number } = {},
): DesignShare {
  const estimate = designMean(favourable.map(Number), sample, inBase.map(Number));
  // Rounding may carry a share of all or none a hair over its edge.
  const value = Math.min(1, Math.max(0, estimate.value));
  requireShare(value, 'share');
  const n = inBase.filter(Boolean).length;
  const { variance, df } = estimate;
  const effectiveN = effectiveSampleSize({ share: value, variance, n, df }, confidence);
  const interval = wilsonOnEffectiveSize(value, effectiveN, confidence);
  return { ...estimate, value, n, effectiveN, interval };
}

function estimateOf(value: number, z: readonly number[], sample: WeightedSample): DesignEstimate {
  const linearised = sample.calibration ? calibrationResiduals(z, sample.calibration) : z;
  const variance = designVariance(linearised, sample);
  return { value, variance, df: degreesOfFreedom(sample.units), linearised };
}

function requireSample({ units, weights }: WeightedSample, ...values: (readonly number[])[]): void {
  requireWeights(weights);
  if ([weights, ...values].some((list) => list.length !== units.length)) {
    throw new StatisticsError(
      'invalidDesign',
      'every respondent needs a weight, a value and a place in the design',
    );
  }
}
