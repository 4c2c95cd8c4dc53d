import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin, reference } from '../reference.testing.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { adjustForDegreesOfFreedom, effectiveSampleSize, kornGraubard } from './effective-size.ts';
import { wilsonOnEffectiveSize } from './effective-size.ts';
import { wilson } from './wilson.ts';

describe('intervals for one share', () => {
  test('equal R for every reference count', () => {
    const { cases, tolerance } = reference.single_proportion_ci;
    for (const { x, n, conf, wilson: score, clopper_pearson: exact } of cases) {
      expectWithin(wilson(x, n, conf), score, tolerance, `wilson ${x}/${n}`);
      expectWithin(clopperPearson(x, n, conf), exact, tolerance, `clopper-pearson ${x}/${n}`);
    }
  });

  test('equal the published tables as printed', () => {
    const { newcombe1998_table1, r_binom_package, tolerance } = reference.single_proportion_published;
    for (const { x, n, wilson: score, clopper_pearson: exact } of [
      ...newcombe1998_table1,
      ...r_binom_package,
    ]) {
      expectWithin(wilson(x, n), score, tolerance, `wilson ${x}/${n}`);
      expectWithin(clopperPearson(x, n), exact, tolerance, `clopper-pearson ${x}/${n}`);
    }
  });

  test('give R’s one-sided 95% bound as the end of a 90% interval', () => {
    const { cases, tolerance } = reference.one_sided_lower_bounds;
    for (const { x, n, wilson_lower, clopper_pearson_lower } of cases) {
      expectWithin(wilson(x, n, 0.9).lower, wilson_lower, tolerance, `wilson ${x}/${n}`);
      expectWithin(clopperPearson(x, n, 0.9).lower, clopper_pearson_lower, tolerance, `exact ${x}/${n}`);
    }
  });

  test('hold the share, mirror with it, and touch 0 and 1 exactly at none and all', () => {
    const counts = fc
      .integer({ min: 1, max: 3000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, fc.constantFrom(wilson, clopperPearson), ([x, n], method) => {
        const { lower, upper } = method(x, n, 0.95);
        const mirrored = method(n - x, n, 0.95);
        expect(lower).toBeLessThanOrEqual(x / n);
        expect(upper).toBeGreaterThanOrEqual(x / n);
        expectWithin(mirrored, [1 - upper, 1 - lower], 1e-9);
        expect(lower === 0).toBe(x === 0);
        expect(upper === 1).toBe(x === n);
      }),
      { numRuns: 300 },
    );
  });

  test('refuse a share of nothing, more favourable answers than answers, and a confidence of 1', () => {
    expect(() => wilson(0, 0)).toThrow(expect.objectContaining({ code: 'emptySample' }));
    expect(() => clopperPearson(6, 5)).toThrow(expect.objectContaining({ code: 'invalidCount' }));
    expect(() => wilson(1, 5, 1)).toThrow(expect.objectContaining({ code: 'invalidProportion' }));
    expect(() => wilson(Number.NaN, 5)).toThrow(expect.objectContaining({ code: 'invalidCount' }));
  });
});

describe('intervals on an effective sample size', () => {
  const designs = [
    ...reference.survey_stratified.with_fpc,
    ...reference.survey_cluster_one_stage.with_fpc,
    ...reference.survey_cluster_one_stage.without_fpc,
  ];

  test('equal R’s survey package for stratified and clustered samples', () => {
    const { tolerance } = reference.survey_stratified;
    for (const design of designs) {
      const { n, df, p: share, var: variance } = design;
      const effectiveN = effectiveSampleSize({ share, variance, n, df });
      expectWithin(effectiveN, design.n_eff_df_adjusted, tolerance, 'n*');
      expectWithin(
        wilsonOnEffectiveSize(share, effectiveN),
        design.ci_wilson_neff_dfadj,
        tolerance,
        'wilson',
      );
      expectWithin(kornGraubard(share, effectiveN), design.ci_beta, tolerance, 'korn-graubard');
    }
  });

  test('never count a sample for more than its answers', () => {
    expect(effectiveSampleSize({ share: 0.5, variance: 1e-6, n: 40, df: 39 })).toBe(40);
    expect(effectiveSampleSize({ share: 0, variance: 0.1, n: 40, df: 3 })).toBe(40);
    expect(effectiveSampleSize({ share: 1, variance: 0, n: 40, df: 3 })).toBe(40);
    for (const { n, n_eff_in, df, n_eff_used } of reference.nchs_presentation.cases) {
      expectWithin(adjustForDegreesOfFreedom(n_eff_in, n, df), n_eff_used, 1e-9);
    }
  });

  test('refuse a design without degrees of freedom', () => {
    expect(() => effectiveSampleSize({ share: 0.5, variance: 0.01, n: 3, df: 0 })).toThrow(
      expect.objectContaining({ code: 'invalidCount' }),
    );
  });
});
