import { dot } from '../numeric/sums.ts';
import { solve } from '../numeric/solve.ts';
import type { Matrix } from '../numeric/solve.ts';

/** What the weights were calibrated with. */
export interface Calibration {
  readonly baseWeights: readonly number[];
  /** The weights as calibrated, before any trimming. */
  readonly weights: readonly number[];
  readonly auxiliaries: Matrix;
}

/**
 * Linearised values as the variance of a calibrated sample needs them: what the auxiliaries explain has no sampling
 * error, so that only the residual of `z/w` on them, regressed with the base weights, is left.
 *
 * Source: Deville and Särndal 1992, §3 (all distances share the variance of the linear one); R's `svyrecvar`.
 */
export function calibrationResiduals(z: readonly number[], calibration: Calibration): number[] {
  const { baseWeights, weights, auxiliaries } = calibration;
  const values = z.map((value, index) => (weights[index] ? value / weights[index] : 0));
  const width = auxiliaries[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column);
  const weighted = columns.map((column) =>
    auxiliaries.map((row, index) => (baseWeights[index] ?? 0) * (row[column] ?? 0)),
  );
  const cross = columns.map((column) =>
    columns.map((other) =>
      dot(
        weighted[column] ?? [],
        auxiliaries.map((row) => row[other] ?? 0),
      ),
    ),
  );
  const slopes = solve(
    cross,
    columns.map((column) => dot(weighted[column] ?? [], values)),
  );
  return values.map(
    (value, index) => (weights[index] ?? 0) * (value - dot(auxiliaries[index] ?? [], slopes)),
  );
}
