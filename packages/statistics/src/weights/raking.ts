import { StatisticsError } from '../statistics-error.ts';
import { requireWeights } from './base-weight.ts';

/** A margin of the population: the category of each respondent, and how many people each category has. */
export interface Margin {
  readonly categories: readonly string[];
  readonly totals: ReadonlyMap<string, number>;
}

export interface RakingLimits {
  /** Largest relative difference from a margin that still counts as equal. */
  readonly tolerance: number;
  readonly iterations: number;
}

/** Weights that reproduce known totals, or as near as they came. */
export interface CalibratedWeights {
  readonly weights: readonly number[];
  /** False where the totals were not reached: print that, do not use the weights silently. */
  readonly converged: boolean;
  readonly iterations: number;
  /** Largest relative difference from a total. */
  readonly misfit: number;
}

export const defaultRakingLimits: RakingLimits = { tolerance: 1e-8, iterations: 100 };

/**
 * Iterative proportional fitting: weights are scaled to one margin after the other until all hold at once. With one
 * margin it is post-stratification. Source: Deming and Stephan 1940; equals R's `rake` and `postStratify`.
 */
export function rake(
  baseWeights: readonly number[],
  margins: readonly Margin[],
  { tolerance, iterations }: RakingLimits = defaultRakingLimits,
): CalibratedWeights {
  requireWeights(baseWeights);
  for (const margin of margins) requireMargin(margin, baseWeights);
  let weights = [...baseWeights];
  let misfit = largestMisfit(weights, margins);
  let done = 0;
  while (misfit > tolerance && done < iterations) {
    for (const margin of margins) weights = scaleTo(margin, weights);
    misfit = largestMisfit(weights, margins);
    done += 1;
  }
  return { weights, converged: misfit <= tolerance, iterations: done, misfit };
}

function scaleTo({ categories, totals }: Margin, weights: readonly number[]): number[] {
  const sums = sumsBy(categories, weights);
  const factors = new Map([...sums].map(([category, sum]) => [category, (totals.get(category) ?? 0) / sum]));
  return weights.map((weight, index) => weight * (factors.get(categories[index] ?? '') ?? 1));
}

function largestMisfit(weights: readonly number[], margins: readonly Margin[]): number {
  const differences = margins.flatMap(({ categories, totals }) => {
    const sums = sumsBy(categories, weights);
    return [...totals].map(([category, total]) =>
      total === 0 ? 0 : Math.abs((sums.get(category) ?? 0) - total) / total,
    );
  });
  return Math.max(0, ...differences);
}

function sumsBy(categories: readonly string[], weights: readonly number[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [index, category] of categories.entries()) {
    sums.set(category, (sums.get(category) ?? 0) + (weights[index] ?? 0));
  }
  return sums;
}

function requireMargin({ categories, totals }: Margin, weights: readonly number[]): void {
  if (categories.length !== weights.length) {
    throw new StatisticsError('invalidMargin', 'a margin needs a category for every respondent');
  }
  const sums = sumsBy(categories, weights);
  for (const category of sums.keys()) {
    const total = totals.get(category) ?? Number.NaN;
    if (!(total > 0 && total < Infinity)) {
      throw new StatisticsError('invalidMargin', `the population has no total above 0 for “${category}”`);
    }
  }
  for (const [category, total] of totals) {
    if (total > 0 && !((sums.get(category) ?? 0) > 0)) {
      throw new StatisticsError('invalidMargin', `nobody answered of “${category}”: join it with another`);
    }
  }
}
