import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin, reference } from '../reference.testing.ts';
import { stratifiedProportion } from './stratified-proportion.ts';
import type { Stratum } from './stratum.ts';

const street = { finitePopulation: true, lonePsu: 'fail', emptyStratum: 'fail' } as const;

/** The variance of measurement.md §5, element by element: an independent, slower reading of the same formula. */
function byElement(strata: readonly Stratum[], share: number): number {
  const elements = strata.flatMap(({ frameSize, n, favourable, respondents = n }, stratum) =>
    Array.from({ length: respondents }, (_, index) => ({
      stratum,
      weight: frameSize / respondents,
      inBase: index < n ? 1 : 0,
      favourable: index < favourable ? 1 : 0,
      fraction: respondents / frameSize,
    })),
  );
  const base = elements.reduce((sum, { weight, inBase }) => sum + weight * inBase, 0);
  return strata.reduce((variance, _, stratum) => {
    const own = elements.filter((element) => element.stratum === stratum);
    const z = own.map((element) => (element.weight * element.inBase * (element.favourable - share)) / base);
    const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
    const squares = z.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return variance + ((1 - (own[0]?.fraction ?? 0)) * z.length * squares) / (z.length - 1);
  }, 0);
}

describe('stratified proportion', () => {
  test('equals R’s survey package: value, variance, degrees of freedom, n* and interval', () => {
    const { strata, with_fpc, tolerance } = reference.survey_stratified;
    const [expected] = with_fpc;
    const estimate = stratifiedProportion({
      ...street,
      strata: strata.map(({ N, n, x_awards }) => ({ frameSize: N, n, favourable: x_awards })),
    });
    expect(expected).toBeDefined();
    expectWithin(estimate.share, expected?.p ?? Number.NaN, tolerance);
    expectWithin(estimate.variance, expected?.var ?? Number.NaN, tolerance);
    expectWithin(Math.sqrt(estimate.variance), expected?.se ?? Number.NaN, tolerance);
    expect(estimate.df).toBe(expected?.df);
    // The weights of the reference data are single-precision numbers: 44.2099990844727 for 44.21.
    expectWithin(estimate.effectiveN, expected?.n_eff_df_adjusted ?? Number.NaN, 1e-5);
    expectWithin(estimate.interval, expected?.ci_wilson_neff_dfadj ?? [], tolerance);
  });

  test('equals R on a lone respondent when told to adjust, and fails when told to', () => {
    const { data, cases, tolerance } = reference.lonely_psu;
    const strata = [1, 2, 3].map((stratum) => {
      const own = data.filter(({ h }) => h === stratum);
      return {
        frameSize: own.reduce((sum, { w }) => sum + w, 0),
        n: own.length,
        favourable: own.filter(({ y }) => y === 1).length,
      };
    });
    const request = { ...street, finitePopulation: false, strata };
    const adjusted = stratifiedProportion({ ...request, lonePsu: 'adjust' });
    const expected = cases.find(({ option }) => option === 'adjust');
    expectWithin(adjusted.share, expected?.p ?? Number.NaN, tolerance);
    expectWithin(Math.sqrt(adjusted.variance), expected?.se ?? Number.NaN, tolerance);
    expect(() => stratifiedProportion({ ...request, lonePsu: 'fail' })).toThrow(
      expect.objectContaining({ code: 'lonePsu' }),
    );
  });

  test('equals the simple random sample where there is one stratum', () => {
    const { top2_valid, top2_valid_se } = reference.satisfaction_scoring;
    const strata = [{ frameSize: 10_000, n: 290, favourable: 208 }];
    const estimate = stratifiedProportion({ ...street, finitePopulation: false, strata });
    expectWithin(estimate.share, top2_valid, 1e-12);
    expectWithin(Math.sqrt(estimate.variance), top2_valid_se, 1e-12);
  });

  test('equals the formula applied element by element, zeros for respondents outside the base included', () => {
    const stratum = fc
      .record({ respondents: fc.integer({ min: 2, max: 40 }), unsampled: fc.nat({ max: 200 }) })
      .chain(({ respondents, unsampled }) =>
        fc.integer({ min: 1, max: respondents }).chain((n) =>
          fc.record({
            frameSize: fc.constant(respondents + unsampled),
            respondents: fc.constant(respondents),
            n: fc.constant(n),
            favourable: fc.nat({ max: n }),
          }),
        ),
      );
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), (strata) => {
        fc.pre(strata.some(({ n }) => n > 1));
        const estimate = stratifiedProportion({ ...street, strata });
        expectWithin(estimate.variance, byElement(strata, estimate.share), 1e-12);
        expect(estimate.effectiveN).toBeLessThanOrEqual(estimate.n);
      }),
      { numRuns: 200 },
    );
  });

  test('has no sampling error where everybody responded, unless it is compared with another', () => {
    const strata = [{ frameSize: 40, n: 40, favourable: 20 }];
    expect(stratifiedProportion({ ...street, strata }).variance).toBe(0);
    expect(stratifiedProportion({ ...street, finitePopulation: false, strata }).variance).toBeGreaterThan(0);
  });

  test('leaves a community without a response out only when told to, and names it', () => {
    const strata = [
      { frameSize: 400, n: 40, favourable: 30 },
      { frameSize: 300, n: 0, favourable: 0 },
    ];
    expect(() => stratifiedProportion({ ...street, strata })).toThrow(
      expect.objectContaining({ code: 'emptyStratum' }),
    );
    const estimate = stratifiedProportion({ ...street, emptyStratum: 'leaveOut', strata });
    expect(estimate).toMatchObject({ share: 0.75, leftOut: [1] });
  });

  test('refuses more answers than respondents or than the frame holds', () => {
    const invalid = expect.objectContaining({ code: 'invalidCount' });
    expect(() =>
      stratifiedProportion({ ...street, strata: [{ frameSize: 3, n: 4, favourable: 1 }] }),
    ).toThrow(invalid);
    expect(() =>
      stratifiedProportion({ ...street, strata: [{ frameSize: 9, n: 4, favourable: 5 }] }),
    ).toThrow(invalid);
  });
});
