import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin, reference } from '../reference.testing.ts';
import { outcomeRateBases, outcomeRates } from './outcome-rates.ts';
import type { OutcomeCounts } from './outcome-rates.ts';

const none: OutcomeCounts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
const { tolerance, readme, weighted_test, middleearth_by_region } = reference.aapor;
const { nonresponse_weighting_class } = reference;

describe('outcome rates', () => {
  test('equal the AAPOR reference, every rate of it, computed and as published', () => {
    const rates = outcomeRates(readme.counts);
    const printed = readme.rates;
    expectWithin(rates.e, readme.e, tolerance, 'e');
    const halfOfTheLastDigit = 0.0005;
    for (const [name, expected] of Object.entries(printed)) {
      const [, actual] = Object.entries(rates).find(([key]) => key === name) ?? [];
      expectWithin(actual, expected, tolerance, name);
      const [, published] = Object.entries(readme.published_3dp).find(([key]) => key === name) ?? [];
      expectWithin(actual, published ?? Number.NaN, halfOfTheLastDigit, `${name} as published`);
    }
    expect(
      Object.keys(rates)
        .filter((name) => name !== 'e')
        .toSorted(),
    ).toEqual(Object.keys(printed).toSorted());
  });

  test('equal the published regional rates', () => {
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

  test('equal the weighted regional rates, four of which fix the counts and two are then foretold', () => {
    const cells = new Map(nonresponse_weighting_class.cells.map((cell) => [cell.region, cell]));
    for (const { region, weighted } of middleearth_by_region) {
      const cell = cells.get(region);
      if (cell === undefined) throw new Error(`no weights of ${region}`);
      const all = cell.w_resp + cell.w_nonresp + cell.w_unknown;
      // The weights are whole, so the counts behind the rates can be had exactly.
      const I = Math.round(weighted.RR1 * all);
      const R = Math.round(weighted.REF1 * all);
      const contacted = Math.round(weighted.CON1 * all);
      const P = cell.w_resp - I;
      const O = contacted - I - P - R;
      const NC = cell.w_nonresp - R - O;
      const rates = outcomeRates({ ...none, I, P, R, NC, O, UO: cell.w_unknown, NE: cell.w_ineligible });
      for (const name of ['RR1', 'RR2', 'COOP1', 'COOP2', 'CON1', 'REF1'] as const) {
        expectWithin(rates[name], weighted[name], tolerance, `${region} ${name}`);
      }
      expectWithin(rates.e, cell.e, nonresponse_weighting_class.tolerance, `${region} e`);
    }
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

  test('times their bases are whole sums of the counts', () => {
    const counts = { I: 40, P: 10, R: 20, NC: 15, O: 5, UH: 6, UO: 4, NE: 30 };
    const [rates, bases] = [outcomeRates(counts), outcomeRateBases(counts)];
    const parts = { RR: 40, COOP: 40, REF: 20, CON: 75, LOC: 90, e: 90 };
    const withPartial = ['RR2', 'RR4', 'RR6', 'COOP2', 'COOP4'];
    for (const name of Object.keys(rates) as (keyof typeof rates)[]) {
      const part = Object.entries(parts).find(([key]) => name.startsWith(key))?.[1] ?? Number.NaN;
      const expected = part + (withPartial.includes(name) ? 10 : 0);
      expect((rates[name] ?? Number.NaN) * (bases[name] ?? Number.NaN), name).toBeCloseTo(expected, 9);
    }
    expect(outcomeRateBases({ ...none, UH: 3 })).toMatchObject({ RR1: 3, RR3: undefined, RR5: 0, e: 0 });
  });

  test('refuse a negative count', () => {
    expect(() => outcomeRates({ ...none, R: -1 })).toThrow(expect.objectContaining({ code: 'invalidCount' }));
  });
});
