import { sumOf } from '../numeric/sums.ts';
import { StatisticsError } from '../statistics-error.ts';
import { strataOf } from './sample-design.ts';
import type { DesignUnit, LonePsu } from './sample-design.ts';

export interface VarianceRequest {
  readonly units: readonly DesignUnit[];
  readonly lonePsu: LonePsu;
}

/**
 * Covariance of two totals `Σ z` and `Σ y` of linearised values, one of each for every respondent (0 outside the
 * domain): `Σ_h (1−f_h) n_h/(n_h−1) Σ_j (z_hj − z̄_h)(y_hj − ȳ_h)` over the PSUs j of each stratum h.
 *
 * Source: Woodruff 1971; Binder 1983; equals R's `svyrecvar` for one stage. `adjust` is its
 * `survey.lonely.psu = "adjust"`: a lone PSU is set off against the mean over all PSUs.
 */
export function designCovariance(
  z: readonly number[],
  y: readonly number[],
  { units, lonePsu }: VarianceRequest,
): number {
  const strata = strataOf(units);
  const totals = strata.map(({ psus, fraction }) => ({
    fraction,
    z: psus.map((members) => sumOf(members.map((index) => z[index] ?? 0))),
    y: psus.map((members) => sumOf(members.map((index) => y[index] ?? 0))),
  }));
  const overall = { z: mean(totals.flatMap((one) => one.z)), y: mean(totals.flatMap((one) => one.y)) };
  return sumOf(
    totals.map((one) => {
      const count = one.z.length;
      if (count > 1)
        return ((1 - one.fraction) * count * comoment(one, { z: mean(one.z), y: mean(one.y) })) / (count - 1);
      // A stratum all of whose PSUs were taken has no sampling error.
      if (one.fraction === 1) return 0;
      if (lonePsu === 'fail') throw new StatisticsError('lonePsu', 'a stratum has only one PSU');
      return lonePsu === 'remove' ? 0 : (1 - one.fraction) * comoment(one, overall);
    }),
  );
}

/** Variance of a total of linearised values. */
export function designVariance(z: readonly number[], request: VarianceRequest): number {
  return designCovariance(z, z, request);
}

interface PsuTotals {
  readonly z: readonly number[];
  readonly y: readonly number[];
}

function comoment(totals: PsuTotals, centre: { z: number; y: number }): number {
  return sumOf(totals.z.map((value, index) => (value - centre.z) * ((totals.y[index] ?? 0) - centre.y)));
}

function mean(values: readonly number[]): number {
  return sumOf(values) / values.length;
}
