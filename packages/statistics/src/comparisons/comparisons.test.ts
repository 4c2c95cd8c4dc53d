import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin } from '../reference.testing.ts';
import type { Difference, TwoCounts } from './difference.ts';
import { miettinenNurminenDifference } from './miettinen-nurminen.ts';
import { benjaminiHochberg, bonferroni, holm } from './multiple.ts';
import { mcNemar, pairedDifference } from './paired.ts';
import { fisherExact, pearsonChiSquare } from './tables.ts';
import { newcombeDifference } from './two-shares.ts';

const group = fc
  .integer({ min: 1, max: 200 })
  .chain((n) => fc.record({ n: fc.constant(n), favourable: fc.nat({ max: n }) }));
const twoGroups = fc.tuple(group, group).map(([one, two]): TwoCounts => ({
  favourable1: one.favourable,
  n1: one.n,
  favourable2: two.favourable,
  n2: two.n,
}));
const swapped = ({ favourable1, n1, favourable2, n2 }: TwoCounts): TwoCounts => ({
  favourable1: favourable2,
  n1: n2,
  favourable2: favourable1,
  n2: n1,
});

describe.each([
  ['Newcombe', newcombeDifference],
  ['Miettinen–Nurminen', miettinenNurminenDifference],
] as const)('difference of two shares by %s', (_, difference) => {
  test('lies inside its interval and the interval inside [−1, 1]; swapped groups give its mirror image', () => {
    fc.assert(
      fc.property(twoGroups, (counts) => {
        const one: Difference = difference(counts);
        const other = difference(swapped(counts));
        expect(one.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(one.upper).toBeLessThanOrEqual(1 + 1e-12);
        expect(one.lower).toBeLessThanOrEqual(one.value + 1e-12);
        expect(one.upper).toBeGreaterThanOrEqual(one.value - 1e-12);
        expectWithin(other.lower, -one.upper, 1e-7);
        expectWithin(other.upper, -one.lower, 1e-7);
      }),
    );
  });

  test('is wider at a higher confidence', () => {
    fc.assert(
      fc.property(twoGroups, (counts) => {
        const [narrow, wide] = [difference(counts, 0.8), difference(counts, 0.99)];
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower + 1e-9);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper - 1e-9);
      }),
    );
  });
});

describe('the same people asked twice', () => {
  const counts = fc.record({
    both: fc.nat({ max: 80 }),
    firstOnly: fc.nat({ max: 80 }),
    secondOnly: fc.nat({ max: 80 }),
    neither: fc.nat({ max: 80 }),
  });

  test('give an interval around the difference, mirrored when the times are swapped', () => {
    fc.assert(
      fc.property(counts, (drawn) => {
        fc.pre(drawn.both + drawn.firstOnly + drawn.secondOnly + drawn.neither > 0);
        const one = pairedDifference(drawn);
        const turned = { ...drawn, firstOnly: drawn.secondOnly, secondOnly: drawn.firstOnly };
        const other = pairedDifference(turned);
        expectWithin(other, [-one.upper, -one.lower], 1e-12);
        expect(one.lower).toBeLessThanOrEqual(one.value + 1e-12);
        expect(one.upper).toBeGreaterThanOrEqual(one.value - 1e-12);
        expect(mcNemar(turned)).toEqual(mcNemar(drawn));
        expect(mcNemar(drawn).midP).toBeLessThanOrEqual(mcNemar(drawn).exact);
      }),
    );
  });

  // Airway hyper-responsiveness before and after: Fagerland, Lydersen and Laake 2013, table 1 (1, 1, 7, 12).
  test('give the published exact and mid-p values of McNemar’s test', () => {
    const test = mcNemar({ both: 1, firstOnly: 1, secondOnly: 7, neither: 12 });
    expectWithin(test.exact, 0.0703, 0.00005);
    expectWithin(test.midP, 0.0391, 0.00005);
    expectWithin(test.uncorrected?.p, 0.0339, 0.00005);
    expect(mcNemar({ both: 3, firstOnly: 0, secondOnly: 0, neither: 4 })).toEqual({
      exact: 1,
      midP: expect.any(Number),
      corrected: undefined,
      uncorrected: undefined,
    });
  });
});

describe('tests of tables', () => {
  // Fisher's lady tasting tea (1935): 3 of 4 right; two-sided 34/70.
  test('give Fisher’s own p value', () => {
    expectWithin(fisherExact({ favourable1: 3, n1: 4, favourable2: 1, n2: 4 }), 34 / 70, 1e-12);
  });

  test('have no answer where a row is empty', () => {
    expect(
      pearsonChiSquare([
        [0, 0],
        [3, 4],
      ]),
    ).toBeUndefined();
    expect(() => pearsonChiSquare([[1, 2], [3]])).toThrow(expect.objectContaining({ code: 'invalidTable' }));
  });

  test('give p in [0, 1], the same whichever group comes first', () => {
    fc.assert(
      fc.property(twoGroups, (counts) => {
        const p = fisherExact(counts);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expectWithin(fisherExact(swapped(counts)), p, 1e-9);
      }),
    );
  });
});

describe.each([
  ['Holm', holm],
  ['Benjamini–Hochberg', benjaminiHochberg],
] as const)('many comparisons by %s', (_, adjust) => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

  test('keep the order of p values, make none smaller, and none larger than Bonferroni', () => {
    fc.assert(
      fc.property(pValues, (drawn) => {
        const adjusted = adjust(drawn);
        const ordered = drawn.map((p, index) => ({ p, adjusted: adjusted[index] ?? 0 }));
        for (const [index, one] of ordered
          .toSorted((a, b) => a.p - b.p || a.adjusted - b.adjusted)
          .entries()) {
          const before = ordered.toSorted((a, b) => a.p - b.p || a.adjusted - b.adjusted)[index - 1];
          expect(one.adjusted).toBeGreaterThanOrEqual(before?.adjusted ?? 0);
          expect(one.adjusted).toBeGreaterThanOrEqual(one.p - 1e-15);
          expect(one.adjusted).toBeLessThanOrEqual(1);
        }
        for (const [index, worst] of bonferroni(drawn).entries()) {
          expect(adjusted[index]).toBeLessThanOrEqual(worst + 1e-15);
        }
      }),
    );
  });

  test('do not depend on the order in which they are listed', () => {
    fc.assert(
      fc.property(pValues, (drawn) => {
        expect(adjust(drawn.toReversed())).toEqual(adjust(drawn).toReversed());
      }),
    );
  });
});
