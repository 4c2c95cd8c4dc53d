import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { defaultConfidence } from '../intervals/interval.ts';
import { requireCount, requireOpenShare, requireWholeCount } from '../statistics-error.ts';

export interface SampleSizeQuestion {
  /** The share expected, strictly between 0 and 1; .5 asks for most. */
  readonly share: number;
  /** Half the width of the interval wanted, e.g. .03 for ± 3 points. */
  readonly margin: number;
  readonly confidence?: number;
  /** Design effect: how much larger the variance is than in a simple random sample. */
  readonly designEffect?: number;
  /** Size of the population, for the finite population correction; without it the population is endless. */
  readonly populationSize?: number;
  /** Share of the eligible doors expected to answer. */
  readonly expectedResponse?: number;
  /** Share of the doors expected to be eligible. */
  readonly expectedEligibility?: number;
}

export interface SampleSize {
  /** Completes needed, before rounding up. */
  readonly completes: number;
  /** Doors to be drawn so that so many completes can be expected; whole, at most the population. */
  readonly doors: number;
}

/** How many completes a wanted margin takes, and how many doors must be drawn for them. */
export function sampleSize({
  share,
  margin,
  confidence = defaultConfidence,
  designEffect = 1,
  populationSize = Infinity,
  expectedResponse = 1,
  expectedEligibility = 1,
}: SampleSizeQuestion): SampleSize {
  requireOpenShare(share, 'share');
  requireOpenShare(margin, 'margin');
  requireOpenShare(confidence, 'confidence');
  if (populationSize !== Infinity) requireWholeCount(populationSize, 'populationSize');
  const z = normalQuantile((1 + confidence) / 2, 0, 1);
  const completes = completesNeeded({ share, margin, zSquared: z * z, designEffect, populationSize });
  const doors = doorsFor({ completes, expectedResponse, expectedEligibility });
  return { completes, doors: Math.min(doors, populationSize) };
}

/** What is expected of the doors of a place. */
export interface ExpectedYield {
  /** Share of the eligible doors expected to answer, in (0, 1]. */
  readonly expectedResponse: number;
  /** Share of the doors expected to be eligible, in (0, 1]. */
  readonly expectedEligibility: number;
}

/**
 * The least whole number of doors of which so many completes can be expected: completes ÷ (response × eligibility),
 * rounded up. Source: AAPOR Standard Definitions; a response rate is of eligible cases (RR3), so both shares divide.
 */
export function doorsFor({
  completes,
  expectedResponse,
  expectedEligibility,
}: ExpectedYield & { readonly completes: number }): number {
  requireCount(completes, 'completes');
  requireYield(expectedResponse, 'expectedResponse');
  requireYield(expectedEligibility, 'expectedEligibility');
  // 63 / (.7 × .9) is a hair above 100 in floating point, and not 101 doors.
  return Math.ceil(completes / (expectedResponse * expectedEligibility) - 1e-9);
}

/** `n0 = z²p(1−p)/d²`; `n1 = deff·n0`; `n = n1/(1 + (n1−1)/N)`. Source: Cochran, Sampling Techniques, ch. 4. */
export function completesNeeded(question: {
  readonly share: number;
  readonly margin: number;
  readonly zSquared: number;
  readonly designEffect: number;
  readonly populationSize: number;
}): number {
  const { share, margin, zSquared, designEffect, populationSize } = question;
  requireCount(designEffect, 'designEffect');
  const simple = (zSquared * share * (1 - share)) / (margin * margin);
  const inflated = designEffect * simple;
  return inflated / (1 + (inflated - 1) / populationSize);
}

function requireYield(value: number, name: string): void {
  if (value !== 1) requireOpenShare(value, name);
}
