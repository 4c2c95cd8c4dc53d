import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin, reference } from '../reference.testing.ts';
import { allocate, allocationScores, boundedTargets } from './allocation.ts';
import type { AllocationMethod } from './allocation.ts';
import { completesPerGroup } from './group-size.ts';
import { allocateDoors, publishableCompletes } from './publication-floor.ts';
import { completesNeeded, doorsFor, sampleSize } from './sample-size.ts';

const { N: sizes, n: total, S: deviations, ...expected } = reference.allocation;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('allocation', () => {
  test('equals the reference: proportional whole numbers, unrounded square-root and Neyman sizes', () => {
    expect(allocate({ sizes, total, method: { kind: 'proportional' } })).toEqual(expected.proportional);
    const free = sizes.map((size) => ({ low: 0, high: size }));
    const neyman = boundedTargets(allocationScores(sizes, { kind: 'neyman', deviations }), free, total);
    const root = boundedTargets(allocationScores(sizes, { kind: 'squareRoot' }), free, total);
    for (const [index, target] of neyman.entries()) {
      expectWithin(target, expected.neyman_unrounded[index] ?? Number.NaN, 1e-9);
      expectWithin(root[index], expected.power_half_unrounded[index] ?? Number.NaN, 1e-9);
    }
  });

  test('breaks ties in favour of the earlier stratum', () => {
    expect(allocate({ sizes: [10, 10, 10], total: 4, method: { kind: 'proportional' } })).toEqual([2, 1, 1]);
  });

  test('adds up exactly, within floor and frame, for every method', () => {
    const requests = fc.record({
      strata: fc.array(
        fc.record({
          size: fc.nat({ max: 3000 }),
          deviation: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        }),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      kind: fc.constantFrom('proportional' as const, 'squareRoot' as const, 'neyman' as const),
      floor: fc.nat({ max: 80 }),
      spread: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(requests, ({ strata, kind, floor, spread }) => {
        const frame = strata.map(({ size }) => size);
        const least = sum(frame.map((size) => Math.min(size, floor)));
        const wanted = Math.round(least + spread * (sum(frame) - least));
        const method: AllocationMethod =
          kind === 'neyman' ? { kind, deviations: strata.map(({ deviation }) => deviation) } : { kind };
        const allocation = allocate({ sizes: frame, total: wanted, floor, method });
        expect(sum(allocation)).toBe(wanted);
        for (const [index, size] of allocation.entries()) {
          expect(size).toBeGreaterThanOrEqual(Math.min(frame[index] ?? 0, floor));
          expect(size).toBeLessThanOrEqual(frame[index] ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('fixed takes the same number everywhere and all of a smaller stratum', () => {
    const method = { kind: 'fixed', perStratum: 60 } as const;
    expect(allocate({ sizes: [500, 40, 60], total: 0, method })).toEqual([60, 40, 60]);
  });

  test('refuses floors that exceed the sample, and a sample that exceeds the frame', () => {
    const impossible = expect.objectContaining({ code: 'allocationImpossible' });
    const method = { kind: 'proportional' } as const;
    expect(() => allocate({ sizes: [500, 500], total: 100, floor: 60, method })).toThrow(impossible);
    expect(() => allocate({ sizes: [50, 50], total: 101, method })).toThrow(impossible);
  });
});

describe('the floor of publication', () => {
  const stratum = { size: 900, expectedResponse: 0.6, expectedEligibility: 0.9, published: true };

  test('gives every stratum whose rate is published the doors of which 60 completes can be expected', () => {
    const strata = [stratum, { ...stratum, size: 4000 }, { ...stratum, size: 300, expectedResponse: 0.4 }];
    const allocation = allocateDoors({ strata, method: { kind: 'proportional' }, total: 600 });
    expect(sum(allocation.map(({ doors }) => doors))).toBe(600);
    expect(allocation.map(({ doors }) => doors)).toEqual([112, 321, 167]);
    for (const { expectedCompletes, reachesFloor } of allocation) {
      expect(expectedCompletes).toBeGreaterThanOrEqual(publishableCompletes);
      expect(reachesFloor).toBe(true);
    }
  });

  test('takes a stratum whole that is too small for it, and says so', () => {
    const strata = [stratum, { ...stratum, size: 80 }];
    const [large, small] = allocateDoors({ strata, method: { kind: 'squareRoot' }, total: 400 });
    expect(large).toMatchObject({ doors: 320, reachesFloor: true });
    expect(small).toMatchObject({ doors: 80, reachesFloor: false });
    expect(small?.expectedCompletes).toBeCloseTo(43.2, 9);
  });

  test('holds nothing back for a stratum whose own rate is not published', () => {
    const strata = [stratum, { ...stratum, size: 100, published: false }];
    const [, small] = allocateDoors({ strata, method: { kind: 'proportional' }, total: 200 });
    expect(small).toMatchObject({ doors: 20, reachesFloor: false });
  });

  test('lifts a fixed number of doors too', () => {
    const method = { kind: 'fixed', perStratum: 50 } as const;
    expect(allocateDoors({ strata: [stratum], method, total: 0 })).toMatchObject([{ doors: 112 }]);
  });

  test('refuses a sample that is smaller than the floors together', () => {
    const request = { strata: [stratum, stratum], method: { kind: 'proportional' } as const, total: 223 };
    expect(() => allocateDoors(request)).toThrow(expect.objectContaining({ code: 'allocationImpossible' }));
    expect(allocateDoors({ ...request, total: 224 }).map(({ doors }) => doors)).toEqual([112, 112]);
  });
});

describe('sample size', () => {
  test('equals Cochran’s formula with design effect and finite population', () => {
    for (const { p, moe, N, deff, n } of reference.sample_size.cochran) {
      const populationSize = N ?? Infinity;
      const { completes } = sampleSize({ share: p, margin: moe, designEffect: deff, populationSize });
      expectWithin(completes, n, 1e-9);
    }
  });

  test('equals the table of Krejcie and Morgan as printed', () => {
    const { N, s, formula_unrounded } = reference.sample_size.krejcie_morgan_1970;
    for (const [index, populationSize] of N.entries()) {
      const completes = completesNeeded({
        share: 0.5,
        margin: 0.05,
        zSquared: 3.841,
        designEffect: 1,
        populationSize,
      });
      expectWithin(completes, formula_unrounded[index] ?? Number.NaN, 1e-9);
      expect(Math.round(completes)).toBe(s[index]);
    }
  });

  test('equals the reference for telling two shares apart', () => {
    // R finds these by iteration, and stops when it is as near as this.
    const nearness = Number.EPSILON ** 0.25;
    for (const { p1, p2, power, n_per_group } of reference.sample_size.two_prop_power) {
      expectWithin(completesPerGroup({ shares: [p1, p2], power }), n_per_group, nearness);
      expectWithin(completesPerGroup({ shares: [p2, p1], power }), n_per_group, nearness);
    }
    expect(() => completesPerGroup({ shares: [0.8, 0.8], power: 0.8 })).toThrow(
      expect.objectContaining({ code: 'invalidProportion' }),
    );
  });

  test('asks for no door more than the completes need where the division leaves nothing over', () => {
    expect(doorsFor({ completes: 63, expectedResponse: 0.7, expectedEligibility: 0.9 })).toBe(100);
    expect(doorsFor({ completes: 60, expectedResponse: 1, expectedEligibility: 1 })).toBe(60);
  });

  test('asks for as many more doors as do not answer or are not eligible, and never for more than there are', () => {
    const question = { share: 0.85, margin: 0.05, expectedResponse: 0.6, expectedEligibility: 0.9 };
    const { completes, doors } = sampleSize(question);
    expect(doors).toBe(Math.ceil(completes / 0.54));
    expect(sampleSize({ ...question, populationSize: 150 }).doors).toBe(150);
  });
});
