import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anonymousBatches, fitting, jsonBytes, shuffled } from './batches.ts';
import { cryptoRandom } from './ports.ts';

const random = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
const drawing = (stream: Iterator<number>) => () => Number(stream.next().value);

test('a push takes from the front as much as fits, and a single record that is too long alone', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(100), (items, bytes) => {
      const taken = fitting(items, bytes);
      expect(taken).toEqual(items.slice(0, taken.length));
      expect(taken.length > 0).toBe(items.length > 0);
      if (taken.length > 1) expect(jsonBytes(taken) - 1).toBeLessThanOrEqual(bytes);
    }),
  );
});

test('length is counted in bytes, not characters', () => {
  expect(jsonBytes('户户到')).toBe(11);
});

describe('shuffling', () => {
  test('loses nothing and invents nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), random, (items, stream) => {
        expect(shuffled(items, drawing(stream)).toSorted()).toEqual(items.toSorted());
      }),
    );
  });

  test('gives each of the 24 orders of four about equally often', () => {
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 24_000; draw += 1) {
      const order = shuffled([1, 2, 3, 4], cryptoRandom).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // Chi-square with 23 degrees of freedom: 65 is exceeded by chance once in 100,000 runs.
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(65);
  });
});

test('which batch a response goes into does not depend on when it was given', () => {
  const items = Array.from({ length: 20 }, (_, index) => index);
  let earlyInFirst = 0;
  for (let draw = 0; draw < 2000; draw += 1) {
    const [first = []] = anonymousBatches(items, { most: 10, bytes: 1e6 }, cryptoRandom);
    earlyInFirst += first.filter((item) => item < 10).length;
  }
  // Hypergeometric: mean 5, standard deviation 1.15 a draw; six standard errors of the mean.
  expect(Math.abs(earlyInFirst / 2000 - 5)).toBeLessThan(0.155);
});

test('batches hold five or more, nearly the same number each, and together everything once', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 5, max: 60 }), random, (count, most, stream) => {
      const items = Array.from({ length: count }, (_, index) => index);
      const batches = anonymousBatches(items, { most, bytes: 1e6 }, drawing(stream));
      const sizes = batches.map((batch) => batch.length);
      expect(batches.length > 0).toBe(count >= 5);
      if (count < 5) return;
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(batches.flat().toSorted((a, b) => a - b)).toEqual(items);
    }),
  );
});
