import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin, reference } from '../reference.testing.ts';
import { drawPps, ppsProbabilities } from './pps.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
/** Stairwells of 1 to 200 doors, some far larger than the others, and how many of them are drawn. */
const requests = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 200 })), {
    minLength: 1,
    maxLength: 40,
  })
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      count: fc.integer({ min: 0, max: sizes.length }),
      seed: fc.string(),
    }),
  );

describe('sampling in proportion to size', () => {
  test('has the reference’s probabilities, certainties iterated out', () => {
    const { cases } = reference.pps_inclusion;
    for (const { size, n, pi } of cases) {
      const probabilities = ppsProbabilities(size, n);
      expect(probabilities).toHaveLength(pi.length);
      for (const [index, expected] of pi.entries()) expectWithin(probabilities[index], expected, 1e-12);
    }
  });

  test('iterates: a unit can become certain because a larger one is', () => {
    expect(ppsProbabilities([100, 10, 1, 1, 1], 3)).toEqual([1, 1, 1 / 3, 1 / 3, 1 / 3]);
  });

  test('probabilities lie in (0, 1] and add up to the number drawn', () => {
    fc.assert(
      fc.property(requests, ({ sizes, count }) => {
        const probabilities = ppsProbabilities(sizes, count);
        expectWithin(sum(probabilities), count, 1e-9);
        for (const probability of count === 0 ? [] : probabilities) {
          expect(probability).toBeLessThanOrEqual(1);
          if (probabilities.filter((one) => one === 1).length < count) expect(probability).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a unit’s probability does not depend on the order of the units', () => {
    fc.assert(
      fc.property(requests, ({ sizes, count }) => {
        const turned = ppsProbabilities(sizes.toReversed(), count).toReversed();
        expect(turned).toEqual(ppsProbabilities(sizes, count));
      }),
    );
  });

  test('draws exactly so many units, none twice, every certain one, and the same again', () => {
    fc.assert(
      fc.property(requests, ({ sizes, count, seed }) => {
        const drawn = drawPps(sizes, count, seed);
        expect(drawn).toHaveLength(count);
        expect(new Set(drawn).size).toBe(count);
        expect(drawPps(sizes, count, seed)).toEqual(drawn);
        for (const [index, probability] of ppsProbabilities(sizes, count).entries()) {
          if (probability === 1) expect(drawn).toContain(index);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never draws a unit without doors, and refuses more units than have any', () => {
    expect(ppsProbabilities([0, 3, 5], 2)).toEqual([0, 1, 1]);
    expect(drawPps([0, 3, 5], 2, 's')).toEqual([1, 2]);
    expect(() => drawPps([0, 3, 5], 3, 's')).toThrow(expect.objectContaining({ code: 'sampleTooLarge' }));
  });
});
