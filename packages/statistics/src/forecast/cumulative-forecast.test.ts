import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, type RandomSource } from '../sampling/random.ts';
import { cumulativeForecast, type DayCount } from './cumulative-forecast.ts';

const week = ['work', 'work', 'work', 'work', 'work', 'off', 'off'];
const days = (counts: readonly number[]): DayCount[] =>
  counts.map((count, index) => ({ kind: week[index % 7] ?? 'work', count }));

const uniform = (random: RandomSource): number => (random.nextUint32() + 0.5) / 2 ** 32;

/** Knuth's product of uniforms. */
function poisson(random: RandomSource, mean: number): number {
  let count = -1;
  for (let product = 1; product > Math.exp(-mean); count += 1) product *= uniform(random);
  return count;
}

/** A gamma with a whole shape as its mean of exponentials makes the Poisson overdispersed: variance mean + mean²/shape. */
function overdispersed(random: RandomSource, mean: number, shape: number): number {
  let rate = 0;
  for (let index = 0; index < shape; index += 1) rate -= (Math.log(uniform(random)) * mean) / shape;
  return poisson(random, rate);
}

describe('the forecast of a daily count', () => {
  test('with one kind of day is the interval for the mean of future observations, times their number', () => {
    const past = [52, 48, 61, 55, 39].map((count) => ({ kind: 'day', count }));
    // Mean 51; s² = 270/4 = 67.5 (more than 51); t_4 = 2.776445; three days ahead: √(67.5 · (3 + 9/5)) = 18.
    const last = cumulativeForecast({ past, ahead: ['day', 'day', 'day'] }).at(-1);
    expect(last?.expected).toBeCloseTo(153, 9);
    expect(last?.upper).toBeCloseTo(153 + 2.776445105 * 18, 5);
    expect(last?.lower).toBeCloseTo(153 - 2.776445105 * 18, 5);
  });

  test('forecasts each kind of day from its own past, and an unseen kind from all days', () => {
    const past = days([10, 12, 8, 10, 10, 30, 30]);
    const expected = cumulativeForecast({ past, ahead: ['work', 'off', 'feast'] }).map((one) => one.expected);
    expect(expected[0]).toBeCloseTo(10, 9);
    expect(expected[1]).toBeCloseTo(40, 9);
    expect(expected[2]).toBeCloseTo(40 + 110 / 7, 9);
  });

  test('does not promise certainty where all days were alike', () => {
    const [one] = cumulativeForecast({ past: days([9, 9, 9, 9, 9, 9, 9]), ahead: ['work'] });
    expect(one?.lower).toBeLessThan(9 - 2.5 * 3);
    expect(one?.upper).toBeGreaterThan(9 + 2.5 * 3);
  });

  test('holds what is expected, grows wider with the days and with the confidence, and never starts below 0', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 7, maxLength: 28 });
    const ahead = fc.array(fc.constantFrom('work', 'off'), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(counts, ahead, (past, kinds) => {
        const request = { past: days(past), ahead: kinds };
        const usual = cumulativeForecast(request);
        const wide = cumulativeForecast({ ...request, confidence: 0.99 });
        usual.forEach((point, index) => {
          expect(point.lower).toBeGreaterThanOrEqual(0);
          expect(point.lower).toBeLessThanOrEqual(point.expected);
          expect(point.upper).toBeGreaterThanOrEqual(point.expected);
          const before = usual[index - 1];
          const width = point.upper - point.expected;
          if (before !== undefined) expect(width).toBeGreaterThanOrEqual(before.upper - before.expected);
          expect(wide[index]?.upper).toBeGreaterThanOrEqual(point.upper);
        });
      }),
    );
  });

  test.each([
    ['Poisson', 14, (random: RandomSource, mean: number) => poisson(random, mean)],
    ['overdispersed', 14, (random: RandomSource, mean: number) => overdispersed(random, mean, 4)],
    ['overdispersed', 7, (random: RandomSource, mean: number) => overdispersed(random, mean, 4)],
  ])('holds what then came in 91 to 99 of 100 drawn rounds: %s counts, %i days', (_, length, draw) => {
    const random = seededRandom(`forecast ${length}`);
    const meanOf = (index: number): number => (index % 7 < 5 ? 12 : 20);
    const rounds = 2000;
    let held = 0;
    for (let round = 0; round < rounds; round += 1) {
      const past = days(Array.from({ length }, (_unused, index) => draw(random, meanOf(index))));
      const last = cumulativeForecast({ past, ahead: week }).at(-1);
      const came = week.reduce((sum, _kind, index) => sum + draw(random, meanOf(index)), 0);
      if (last !== undefined && last.lower <= came && came <= last.upper) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.91);
    expect(held / rounds).toBeLessThan(0.99);
  });

  test('refuses too few days, negative counts and a confidence of 1', () => {
    const past = days([1, 2, 3, 4, 5, 6, 7]);
    expect(() => cumulativeForecast({ past: past.slice(0, 2), ahead: ['work'] })).toThrow(
      expect.objectContaining({ code: 'emptySample' }),
    );
    expect(() => cumulativeForecast({ past: [...past, { kind: 'work', count: -1 }], ahead: [] })).toThrow(
      expect.objectContaining({ code: 'invalidCount' }),
    );
    expect(() => cumulativeForecast({ past, ahead: [], confidence: 1 })).toThrow(
      expect.objectContaining({ code: 'invalidProportion' }),
    );
  });
});
