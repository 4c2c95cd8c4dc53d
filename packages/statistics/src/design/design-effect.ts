import { dot, sumOf } from '../numeric/sums.ts';

/**
 * Variance of a mean in a simple random sample of the same size: without replacement from a population of `Σw`, or
 * with replacement. Source: R's `svymean(deff = TRUE)` and `deff = "replace"`.
 */
export function simpleRandomVariance(
  values: readonly number[],
  weights: readonly number[],
  replacement: 'without' | 'with',
): number {
  const n = values.length;
  const population = sumOf(weights);
  const mean = dot(weights, values) / population;
  const squares = dot(
    weights,
    values.map((value) => (value - mean) ** 2),
  );
  const withReplacement = squares / population / (n - 1);
  return replacement === 'with' ? withReplacement : withReplacement * (1 - n / population);
}

/** Kish's deff: the variance under the design over that of a simple random sample of the same size. */
export function designEffect(
  variance: number,
  values: readonly number[],
  weights: readonly number[],
  replacement: 'without' | 'with' = 'without',
): number {
  return variance / simpleRandomVariance(values, weights, replacement);
}
