import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stratifiedProportion } from '../estimates/stratified-proportion.ts';
import { releasedProportion } from './released-proportion.ts';
import { roundShare } from './rounding.ts';

const street = { finitePopulation: true, lonePsu: 'fail', emptyStratum: 'fail' } as const;
const decimals = 3;
const community = (frameSize: number, n: number, favourable: number) => ({ frameSize, n, favourable });
// The last two are sampled at very different rates, so that n* stays below n.
const strata = [
  community(1500, 75, 74),
  community(1320, 66, 52),
  community(700, 70, 55),
  community(4000, 80, 60),
];
/** Another street with the same answers in the open: one favourable answer moved between the two hidden communities. */
const twin = strata.map((stratum, index) => ({
  ...stratum,
  favourable: stratum.favourable + (index === 0 ? -1 : index === 1 ? 1 : 0),
}));

describe('the street beside communities that are not printed', () => {
  test('is the same, interval and n* included, for every street with the same printed figures', () => {
    expect(roundShare(stratifiedProportion({ ...street, strata: twin }).share, decimals)).toBe(
      roundShare(stratifiedProportion({ ...street, strata }).share, decimals),
    );
    const unprinted = [0, 1];
    const release = releasedProportion({ ...street, strata, unprinted, decimals });
    expect(releasedProportion({ ...street, strata: twin, unprinted, decimals })).toEqual(release);
  });

  test('would differ, and tell the two apart, if its n* were that of the estimate', () => {
    const one = stratifiedProportion({ ...street, strata });
    const other = stratifiedProportion({ ...street, strata: twin });
    expect(Math.abs(one.effectiveN - other.effectiveN)).toBeGreaterThan(0.5);
  });

  test('is the estimate itself, rounded, where every community is printed', () => {
    const exact = stratifiedProportion({ ...street, strata });
    const release = releasedProportion({ ...street, strata, unprinted: [], decimals });
    expect(release).toEqual({ ...exact, share: roundShare(exact.share, decimals) });
  });

  test('has an interval about as wide as the estimate’s, or wider, in samples allocated in proportion', () => {
    const proportional = fc
      .array(
        fc.record({
          n: fc.integer({ min: 40, max: 90 }),
          rate: fc.double({ min: 0.6, max: 0.95, noNaN: true }),
        }),
        {
          minLength: 3,
          maxLength: 9,
        },
      )
      .map((drawn) => drawn.map(({ n, rate }) => community(n * 20, n, Math.round(n * rate))));
    fc.assert(
      fc.property(proportional, (sampled) => {
        const exact = stratifiedProportion({ ...street, strata: sampled });
        const { share, interval } = releasedProportion({
          ...street,
          strata: sampled,
          unprinted: [0, 1],
          decimals,
        });
        expect(Math.abs(share - exact.share)).toBeLessThanOrEqual(0.0005 + 1e-12);
        const width = exact.interval.upper - exact.interval.lower;
        expect(interval.upper - interval.lower).toBeGreaterThan(0.98 * width);
        expect(interval.lower).toBeLessThan(share);
        expect(interval.upper).toBeGreaterThan(share);
      }),
    );
  });

  test('is as precise as the estimate where the merged communities agree but were sampled at different rates', () => {
    const sampled = [community(600, 60, 48), community(6000, 60, 48), community(2000, 80, 60)];
    const exact = stratifiedProportion({ ...street, strata: sampled });
    const release = releasedProportion({ ...street, strata: sampled, unprinted: [0, 1], decimals });
    expect(release.variance / exact.variance).toBeGreaterThan(0.97);
    expect(release.variance / exact.variance).toBeLessThan(1.03);
  });

  test('leaves a community without answers out of what is merged', () => {
    const withEmpty = [...strata, community(300, 0, 0)];
    const request = { ...street, emptyStratum: 'leaveOut', unprinted: [0, 1, 4], decimals } as const;
    const release = releasedProportion({ ...request, strata: withEmpty });
    expect(release.leftOut).toEqual([4]);
    expect(release.interval).toEqual(releasedProportion({ ...request, unprinted: [0, 1], strata }).interval);
  });
});
