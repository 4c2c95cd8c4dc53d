import { sumOf } from '../numeric/sums.ts';
import { StatisticsError } from '../statistics-error.ts';
import { requireWeights } from './base-weight.ts';

export interface WeightLimits {
  readonly lower?: number;
  readonly upper?: number;
}

/**
 * Weights cut to limits; what was cut is given in equal parts to those inside, and again until none is outside, so
 * that the sum stays. Source: Potter 1990; equals R's `trimWeights(strict = TRUE)`.
 */
export function trimWeights(
  weights: readonly number[],
  { lower = 0, upper = Infinity }: WeightLimits,
): number[] {
  requireWeights(weights);
  const total = sumOf(weights);
  const count = weights.length;
  if (!(lower <= upper) || total < lower * count || total > upper * count) {
    throw new StatisticsError('invalidWeight', 'no weights within these limits have the same sum');
  }
  let trimmed = [...weights];
  // Every turn fixes at least one more weight at a limit, so that there are about as many turns as weights.
  for (let turn = 0; turn <= 2 * count; turn += 1) {
    const cut = trimmed.map((weight) => Math.min(upper, Math.max(lower, weight)));
    const excess = total - sumOf(cut);
    const takers = takersOf(trimmed, cut, { lower, upper, excess });
    const share = takers.includes(true) ? excess / takers.filter(Boolean).length : 0;
    trimmed = cut.map((weight, index) => (takers[index] ? weight + share : weight));
    if (trimmed.every((weight) => weight >= lower && weight <= upper)) break;
  }
  return trimmed;
}

/** Who takes what was cut: weights inside the limits, or where none is, those that stand at the limit facing it. */
function takersOf(
  before: readonly number[],
  cut: readonly number[],
  { lower, upper, excess }: { lower: number; upper: number; excess: number },
): boolean[] {
  const inside = before.map((weight) => weight > lower && weight < upper);
  return inside.includes(true) ? inside : cut.map((weight) => (excess > 0 ? weight < upper : weight > lower));
}
