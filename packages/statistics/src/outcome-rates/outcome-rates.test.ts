import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin, reference } from '../reference.testing.ts';
import { outcomeRates } from './outcome-rates.ts';
import type { OutcomeCounts } from './outcome-rates.ts';

const none: OutcomeCounts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
const { tolerance, readme, weighted_test, middleearth_by_region } = reference.aapor;

describe('outcome rates', () => {
  test('equal the AAPOR reference, every rate of it that the product prints', () => {
    const rates = outcomeRates(readme.counts);
    const { LOC1: _located1, LOC2: _located2, ...printed } = readme.rates;
    expectWithin(rates.e, readme.e, tolerance, 'e');
    for (const [name, expected] of Object.entries(printed)) {
      const [, actual] = Object.entries(rates).find(([key]) => key === name) ?? [];
      expectWithin(actual, expected, tolerance, name);
    }
    expect(
      Object.keys(rates)
        .filter((name) => name !== 'e')
        .toSorted(),
    ).toEqual(Object.keys(printed).toSorted());
  });

  test('equal the published regional rates', () => {
    expect(middleearth_by_region).toHaveLength(3);
    for (const { counts, unweighted, region } of middleearth_by_region) {
      const rates = outcomeRates({ ...none, ...counts });
      expectWithin(rates.RR1, unweighted.RR1, tolerance, `${region} RR1`);
      expectWithin(rates.RR2, unweighted.RR2, tolerance, `${region} RR2`);
      expectWithin(rates.COOP1, unweighted.COOP1, tolerance, `${region} COOP1`);
      expectWithin(rates.COOP2, unweighted.COOP2, tolerance, `${region} COOP2`);
      expectWithin(rates.CON1, unweighted.CON1, tolerance, `${region} CON1`);
      expectWithin(rates.REF1, unweighted.REF1, tolerance, `${region} REF1`);
    }
  });

  test('take weighted counts', () => {
    const counts: Record<keyof OutcomeCounts, number> = { ...none };
    for (const [index, code] of weighted_test.codes.entries()) {
      const group = (['I', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'] as const).find((known) => known === code);
      if (group) counts[group] += weighted_test.weights[index] ?? 0;
    }
    expectWithin(outcomeRates(counts).RR2, weighted_test.RR2w, tolerance, 'RR2w');
  });

  test('are undefined, never 0, where there is nothing to divide by', () => {
    expect(Object.values(outcomeRates(none)).every((rate) => rate === undefined)).toBe(true);
    const onlyUnknown = outcomeRates({ ...none, UH: 3 });
    expect(onlyUnknown).toMatchObject({
      e: undefined,
      RR1: 0,
      RR3: undefined,
      RR5: undefined,
      COOP1: undefined,
    });
    expect(outcomeRates({ ...none, NE: 2 })).toMatchObject({ e: 0, RR1: undefined, RR3: undefined });
  });

  test('are ordered as their denominators are, and each lies in [0, 1]', () => {
    const count = fc.nat({ max: 500 });
    const counts = fc.record({
      I: count,
      P: count,
      R: count,
      NC: count,
      O: count,
      UH: count,
      UO: count,
      NE: count,
    });
    fc.assert(
      fc.property(counts, (drawn) => {
        const rates = outcomeRates(drawn);
        for (const rate of Object.values(rates)) {
          if (rate !== undefined) expect(rate).toBeGreaterThanOrEqual(0);
          if (rate !== undefined) expect(rate).toBeLessThanOrEqual(1);
        }
        if (rates.RR1 !== undefined && rates.RR3 !== undefined && rates.RR5 !== undefined) {
          expect(rates.RR1).toBeLessThanOrEqual(rates.RR3 + 1e-12);
          expect(rates.RR3).toBeLessThanOrEqual(rates.RR5 + 1e-12);
        }
      }),
    );
  });

  test('refuse a negative count', () => {
    expect(() => outcomeRates({ ...none, R: -1 })).toThrow(expect.objectContaining({ code: 'invalidCount' }));
  });
});
