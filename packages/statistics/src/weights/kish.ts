import { sumOf } from '../numeric/sums.ts';
import { requireWeights } from './base-weight.ts';

/**
 * Kish's design effect of unequal weights, `n·Σw²/(Σw)²` = 1 + cv²(w): by how much they enlarge a variance.
 * Source: Kish 1965, Survey Sampling, §11.7.
 */
export function kishDesignEffect(weights: readonly number[]): number {
  return weights.length / kishEffectiveSize(weights);
}

/** `(Σw)²/Σw²`: how many equally weighted answers the weighted ones are worth, clustering left aside. */
export function kishEffectiveSize(weights: readonly number[]): number {
  requireWeights(weights);
  return sumOf(weights) ** 2 / sumOf(weights.map((weight) => weight * weight));
}
