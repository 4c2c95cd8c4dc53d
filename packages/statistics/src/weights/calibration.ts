import { dot } from '../numeric/sums.ts';
import { solve } from '../numeric/solve.ts';
import type { Matrix } from '../numeric/solve.ts';
import { StatisticsError } from '../statistics-error.ts';
import { requireWeights } from './base-weight.ts';
import type { CalibratedWeights } from './raking.ts';

/** Bounds of the calibration factor g = w/d, around 1. */
export interface FactorBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * How far from its base weight a weight is thought to be. `linear` gives the generalised regression estimator, whose
 * weights may become negative unless bounded; `raking` keeps them positive; `logit` keeps them within bounds.
 */
export type Distance =
  | { readonly kind: 'linear'; readonly bounds?: FactorBounds }
  | { readonly kind: 'raking' }
  | { readonly kind: 'logit'; readonly bounds: FactorBounds };

export interface CalibrationRequest {
  readonly baseWeights: readonly number[];
  /** The auxiliary values of each respondent, a row each; `marginColumns` makes them of categories. */
  readonly auxiliaries: Matrix;
  /** Their known totals in the population. */
  readonly totals: readonly number[];
  readonly distance: Distance;
  readonly tolerance?: number;
  readonly iterations?: number;
}

/**
 * Weights nearest to the base weights that reproduce known totals, by Newton's method on the Lagrange multipliers.
 * Source: Deville and Särndal 1992, JASA 87:376–382, methods 1 (linear), 2 (raking) and 6 (logit); equals R's `calibrate`.
 */
export function calibrate(request: CalibrationRequest): CalibratedWeights {
  const { baseWeights, auxiliaries, totals, distance, tolerance = 1e-8, iterations = 100 } = request;
  requireWeights(baseWeights);
  if (auxiliaries.length !== baseWeights.length || auxiliaries.some((row) => row.length !== totals.length)) {
    throw new StatisticsError('invalidMargin', 'every respondent needs one value for each total');
  }
  if (distance.kind !== 'raking' && distance.bounds) requireBounds(distance.bounds);
  let multipliers = totals.map(() => 0);
  let state = stateAt(multipliers, request);
  let done = 0;
  while (state.misfit > tolerance && done < iterations) {
    const step = solve(state.slope, state.missing);
    multipliers = multipliers.map((value, index) => value + (step[index] ?? 0));
    state = stateAt(multipliers, request);
    done += 1;
  }
  const { weights, misfit } = state;
  return { weights, misfit, converged: misfit <= tolerance, iterations: done };
}

interface State {
  readonly weights: number[];
  readonly missing: number[];
  readonly slope: number[][];
  readonly misfit: number;
}

function stateAt(multipliers: readonly number[], request: CalibrationRequest): State {
  const { baseWeights, auxiliaries, totals, distance } = request;
  const missing = [...totals];
  const slope = totals.map(() => totals.map(() => 0));
  const weights = auxiliaries.map((row, index) => {
    const base = baseWeights[index] ?? 0;
    const { factor, change } = factorAt(dot(row, multipliers), distance);
    for (const [column, value] of row.entries()) {
      missing[column] = (missing[column] ?? 0) - base * factor * value;
      const line = slope[column] ?? [];
      for (const [other, otherValue] of row.entries()) {
        line[other] = (line[other] ?? 0) + base * change * value * otherValue;
      }
    }
    return base * factor;
  });
  const relative = missing.map((value, index) => Math.abs(value) / Math.max(1, Math.abs(totals[index] ?? 0)));
  return { weights, missing, slope, misfit: Math.max(0, ...relative) };
}

/** The factor g for a value of `x·λ`, and how fast it changes there. */
function factorAt(u: number, distance: Distance): { factor: number; change: number } {
  if (distance.kind === 'raking') return { factor: Math.exp(u), change: Math.exp(u) };
  if (distance.kind === 'linear') {
    const { lower, upper } = distance.bounds ?? { lower: -Infinity, upper: Infinity };
    const factor = Math.min(upper, Math.max(lower, 1 + u));
    return { factor, change: factor === 1 + u ? 1 : 0 };
  }
  const { lower, upper } = distance.bounds;
  const scale = (upper - lower) / ((1 - lower) * (upper - 1));
  const part = 1 / (1 + ((upper - 1) / (1 - lower)) * Math.exp(-scale * u));
  return { factor: lower + (upper - lower) * part, change: scale * (upper - lower) * part * (1 - part) };
}

function requireBounds({ lower, upper }: FactorBounds): void {
  if (!(lower < 1 && upper > 1)) {
    throw new StatisticsError('invalidMargin', 'bounds of the calibration factor must lie around 1');
  }
}
