import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin } from '../reference.testing.ts';
import { funnel } from './funnel.ts';
import { exactFunnelLimits } from './funnel-limits.ts';
import { overdispersionFactor, varianceBetween, winsorise } from './overdispersion.ts';
import { pChart } from './p-chart.ts';
import { expectedNextTime, regressionToTheMean } from './regression-to-the-mean.ts';

const points = fc.array(
  fc
    .integer({ min: 1, max: 300 })
    .chain((n) => fc.record({ n: fc.constant(n), favourable: fc.nat({ max: n }) })),
  { minLength: 1, maxLength: 30 },
);

describe('funnel of communities', () => {
  test('places every community in one of three groups by the outer limits, whatever their order', () => {
    fc.assert(
      fc.property(
        points,
        fc.constantFrom('multiplicative' as const, 'additive' as const),
        (drawn, widening) => {
          const one = funnel(drawn, { widening });
          const other = funnel(drawn.toReversed(), { widening });
          expect(other.points.toReversed().map(({ group }) => group)).toEqual(
            one.points.map(({ group }) => group),
          );
          for (const { share, group, inner, outer } of one.points) {
            expect(outer.lower).toBeLessThanOrEqual(inner.lower);
            expect(outer.upper).toBeGreaterThanOrEqual(inner.upper);
            expect(outer.lower).toBeGreaterThanOrEqual(0);
            expect(outer.upper).toBeLessThanOrEqual(1);
            expect(group === 'within').toBe(share >= outer.lower && share <= outer.upper);
          }
        },
      ),
    );
  });

  test('names the one community chance does not explain, and none where all are alike', () => {
    const alike = Array.from({ length: 20 }, () => ({ favourable: 80, n: 100 }));
    expect(funnel(alike).points.every(({ group }) => group === 'within')).toBe(true);
    const odd = funnel([...alike, { favourable: 50, n: 100 }]);
    expect(odd.overdispersed).toBe(false);
    expect(odd.points.map(({ group }) => group).filter((group) => group !== 'within')).toEqual(['below']);
  });

  test('widens its limits where communities differ more than chance explains', () => {
    const spread = Array.from({ length: 30 }, (_, index) => ({ favourable: 50 + index, n: 100 }));
    const wide = funnel(spread);
    expect(wide.overdispersed).toBe(true);
    const exact = exactFunnelLimits(wide.target, 100, 0.998);
    expect(wide.points[0]?.outer.lower).toBeLessThan(exact.lower);
    expect(funnel(spread, { widening: 'additive' }).points[0]?.outer.lower).toBeLessThan(exact.lower);
  });

  test('gives 0 variance between communities to chance alone', () => {
    expect(varianceBetween(0.6, [0.01, 0.02, 0.01])).toBe(0);
    expect(varianceBetween(2, [0.01])).toBe(0);
    // Equal variances s²: τ² = s²(Iφ/(I−1) − 1), by hand.
    expectWithin(varianceBetween(3, [0.01, 0.01, 0.01, 0.01]), 0.01 * (12 / 3 - 1), 1e-15);
  });

  test('winsorises by R’s quantiles of type 7', () => {
    const z = [-5, -1, -0.5, 0, 0.2, 0.4, 0.9, 1, 1.5, 2, 7];
    expect(winsorise(z)).toEqual([-1, -1, -0.5, 0, 0.2, 0.4, 0.9, 1, 1.5, 2, 2]);
    expectWithin(overdispersionFactor([1, -1, 2]), 2, 1e-15);
  });
});

describe('p-chart', () => {
  test('has limits of each period’s own size, in [0, 1] around the centre', () => {
    fc.assert(
      fc.property(points, fc.constantFrom('binomial' as const, 'laney' as const), (periods, kind) => {
        const chart = pChart(periods, { kind });
        for (const point of chart.points) {
          expect(point.lower).toBeGreaterThanOrEqual(0);
          expect(point.upper).toBeLessThanOrEqual(1);
          expect(point.lower).toBeLessThanOrEqual(chart.centre);
          expect(point.upper).toBeGreaterThanOrEqual(chart.centre);
        }
      }),
    );
  });

  test('by Laney widens the limits of large samples by the mean moving range of z', () => {
    const periods = [0.8, 0.84, 0.79, 0.85].map((share) => ({ favourable: share * 10_000, n: 10_000 }));
    const { centre, spread } = pChart(periods, { kind: 'laney' });
    const sigma = Math.sqrt((centre * (1 - centre)) / 10_000);
    expectWithin(spread, (0.04 + 0.05 + 0.06) / 3 / sigma / 1.128379, 1e-4);
    expect(pChart(periods).points.some(({ position }) => position !== 'within')).toBe(true);
    expect(pChart(periods, { kind: 'laney' }).points.every(({ position }) => position === 'within')).toBe(
      true,
    );
  });
});

describe('regression to the mean', () => {
  test('brings a low group up though nothing was done, the more the less reliable the answers', () => {
    const selected = { meanOfAll: 0.8, meanOfSelected: 0.2, reliability: 0.7 };
    expectWithin(expectedNextTime(selected), 0.38, 1e-12);
    expectWithin(regressionToTheMean(selected), 0.18, 1e-12);
    expectWithin(regressionToTheMean({ ...selected, reliability: 1 }), 0, 1e-12);
    expectWithin(regressionToTheMean({ ...selected, reliability: 0 }), 0.6, 1e-12);
  });
});
