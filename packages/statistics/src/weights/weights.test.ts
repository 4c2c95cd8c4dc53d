import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin } from '../reference.testing.ts';
import { sumOf } from '../numeric/sums.ts';
import { baseWeight } from './base-weight.ts';
import { calibrate } from './calibration.ts';
import { kishDesignEffect, kishEffectiveSize } from './kish.ts';
import { marginColumns } from './margin-columns.ts';
import { adjustNonresponse } from './nonresponse.ts';
import { rake } from './raking.ts';
import type { Margin } from './raking.ts';
import { trimWeights } from './trimming.ts';

/** Respondents in all cells of two margins, with a population behind them, so that raking has a solution. */
const populations = fc
  .array(
    fc.record({
      sex: fc.constantFrom('f', 'm'),
      age: fc.constantFrom('young', 'middle', 'old'),
      weight: fc.double({ min: 0.5, max: 20, noNaN: true }),
      stands: fc.double({ min: 0.6, max: 1.8, noNaN: true }),
    }),
    { minLength: 0, maxLength: 60 },
  )
  .map((drawn) => {
    const all = ['f', 'm'].flatMap((sex) =>
      ['young', 'middle', 'old'].map((age) => ({ sex, age, weight: 5, stands: 1.2 })),
    );
    const people = [...all, ...drawn];
    const marginOf = (key: 'sex' | 'age'): Margin => {
      const totals = new Map<string, number>();
      for (const person of people) {
        totals.set(person[key], (totals.get(person[key]) ?? 0) + person.weight * person.stands);
      }
      return { categories: people.map((person) => person[key]), totals };
    };
    return { weights: people.map(({ weight }) => weight), margins: [marginOf('sex'), marginOf('age')] };
  });

function expectMargins(weights: readonly number[], margins: readonly Margin[]): void {
  for (const { categories, totals } of margins) {
    for (const [category, total] of totals) {
      const sum = sumOf(weights.filter((_, index) => categories[index] === category));
      expect(Math.abs(sum - total) / total).toBeLessThanOrEqual(1.01e-8);
    }
  }
}

describe('raking', () => {
  test('reproduces every margin, whatever the order of margins and respondents', () => {
    fc.assert(
      fc.property(populations, ({ weights, margins }) => {
        const raked = rake(weights, margins, { tolerance: 1e-8, iterations: 1000 });
        expect(raked.converged).toBe(true);
        expectMargins(raked.weights, margins);
        const turned = margins.map((margin) => ({ ...margin, categories: margin.categories.toReversed() }));
        const other = rake(weights.toReversed(), turned.toReversed(), { tolerance: 1e-8, iterations: 1000 });
        for (const [index, weight] of other.weights.toReversed().entries()) {
          expect(Math.abs(weight / (raked.weights[index] ?? 0) - 1)).toBeLessThan(1e-5);
        }
      }),
    );
  });

  test('says so where margins contradict one another', () => {
    const margins = [
      {
        categories: ['a', 'b'],
        totals: new Map([
          ['a', 10],
          ['b', 20],
        ]),
      },
      {
        categories: ['x', 'y'],
        totals: new Map([
          ['x', 20],
          ['y', 10],
        ]),
      },
    ];
    expect(rake([1, 1], margins)).toMatchObject({ converged: false, iterations: 100 });
  });

  test('refuses a category nobody answered of, and one without a total', () => {
    const invalid = expect.objectContaining({ code: 'invalidMargin' });
    const totals = new Map([
      ['a', 10],
      ['b', 20],
    ]);
    expect(() => rake([1], [{ categories: ['a'], totals }])).toThrow(invalid);
    expect(() => rake([1, 1], [{ categories: ['a', 'c'], totals }])).toThrow(invalid);
  });
});

describe('calibration', () => {
  test('reproduces the totals at every distance; by raking it gives what fitting margin by margin gives', () => {
    fc.assert(
      fc.property(populations, ({ weights, margins }) => {
        const { auxiliaries, totals } = marginColumns(margins);
        const request = { baseWeights: weights, auxiliaries, totals };
        const raked = calibrate({ ...request, distance: { kind: 'raking' } });
        const fitted = rake(weights, margins, { tolerance: 1e-12, iterations: 1000 });
        expectMargins(raked.weights, margins);
        for (const [index, weight] of fitted.weights.entries()) {
          expect(Math.abs((raked.weights[index] ?? 0) / weight - 1)).toBeLessThan(1e-6);
        }
        expectMargins(calibrate({ ...request, distance: { kind: 'linear' } }).weights, margins);
        const bounds = { lower: 0.3, upper: 4 };
        const logit = calibrate({ ...request, distance: { kind: 'logit', bounds } });
        expectMargins(logit.weights, margins);
        for (const [index, weight] of logit.weights.entries()) {
          expect(weight / (weights[index] ?? 1)).toBeGreaterThan(bounds.lower);
          expect(weight / (weights[index] ?? 1)).toBeLessThan(bounds.upper);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('says so where no weights within the bounds reach the totals', () => {
    const request = { baseWeights: [1, 1], auxiliaries: [[1], [1]], totals: [9] };
    const distance = { kind: 'logit', bounds: { lower: 0.5, upper: 2 } } as const;
    expect(calibrate({ ...request, distance }).converged).toBe(false);
  });
});

describe('trimming', () => {
  test('keeps the sum and the limits', () => {
    const weights = fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        weights,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (drawn, low, high) => {
          const mean = sumOf(drawn) / drawn.length;
          const [lower, upper] = [low * mean * 0.999, high * mean * 1.001];
          const trimmed = trimWeights(drawn, { lower, upper });
          expect(Math.abs(sumOf(trimmed) / sumOf(drawn) - 1)).toBeLessThan(1e-9);
          for (const weight of trimmed) {
            expect(weight).toBeGreaterThanOrEqual(lower * (1 - 1e-9));
            expect(weight).toBeLessThanOrEqual(upper * (1 + 1e-9));
          }
        },
      ),
    );
  });

  test('refuses limits that no weights with the same sum keep', () => {
    expect(() => trimWeights([1, 9], { upper: 4 })).toThrow(
      expect.objectContaining({ code: 'invalidWeight' }),
    );
  });
});

describe('adjustment for nonresponse', () => {
  const cell = (name: string, respondents: number, notResponded = 0, unknown = 0) => ({
    name,
    respondents,
    responded: respondents,
    notResponded,
    unknown,
    notEligible: 0,
  });

  test('joins a small cell with its smaller neighbour', () => {
    const adjusted = adjustNonresponse([cell('young', 90), cell('middle', 12), cell('old', 40)]);
    expect(adjusted.map(({ names }) => names)).toEqual([['young'], ['middle', 'old']]);
  });

  test('joins a cell whose factor passes 2', () => {
    const adjusted = adjustNonresponse([cell('young', 30, 40), cell('old', 60)]);
    expect(adjusted).toHaveLength(1);
    expectWithin(adjusted[0]?.total, 130 / 90, 1e-12);
  });

  test('spreads all the weight, and leaves no cell too small unless it is the only one', () => {
    const cells = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat({ max: 60 }), fc.nat({ max: 20 })),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(cells, (drawn) => {
        const list = drawn.map(([responded, not, unknown], index) =>
          cell(`${index}`, responded, not, unknown),
        );
        const adjusted = adjustNonresponse(list);
        expect(adjusted.flatMap(({ names }) => names)).toEqual(list.map(({ name }) => name));
        const spread = adjusted.reduce((sum, { names, total }) => {
          const own = list.filter(({ name }) => names.includes(name));
          return sum + total * sumOf(own.map(({ responded }) => responded));
        }, 0);
        expectWithin(spread, sumOf(drawn.flat()), 1e-9);
        for (const { names, total } of adjusted) {
          const own = list.filter(({ name }) => names.includes(name));
          if (adjusted.length === 1) continue;
          expect(sumOf(own.map(({ respondents }) => respondents))).toBeGreaterThanOrEqual(20);
          expect(total).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});

describe('weights', () => {
  test('start from the draw and the adults of the household', () => {
    expect(baseWeight({ inclusionProbability: 0.05, eligibleAdults: 3 })).toBe(60);
    expect(() => baseWeight({ inclusionProbability: 0 })).toThrow(
      expect.objectContaining({ code: 'invalidProportion' }),
    );
  });

  test('that are all alike cost nothing, others do', () => {
    const weights = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(weights, (drawn) => {
        expect(kishDesignEffect(drawn)).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(kishEffectiveSize(drawn.map(() => 3))).toBeCloseTo(drawn.length, 9);
      }),
    );
  });
});
