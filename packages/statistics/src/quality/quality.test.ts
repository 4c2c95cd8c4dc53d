import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectWithin } from '../reference.testing.ts';
import { seededRandom } from '../sampling/random.ts';
import { backCheckReliability } from './back-check.ts';
import { duplicateTest } from './duplicates.ts';
import { visitorEffect } from './intra-class.ts';
import { tooFastBelow } from './speed.ts';
import { uniformity } from './straight-lining.ts';
import { impossibleTimes, isOutsideVisitingHours, overlappingTimes } from './times.ts';

describe('duplicates', () => {
  const responses = (visitor: string, answers: readonly string[]) =>
    answers.map((one) => ({ visitor, answers: one }));

  test('of residents who simply agree are no lead, however many', () => {
    const unanimous = ['a', 'b', 'c'].flatMap((visitor) =>
      responses(
        visitor,
        Array.from({ length: 20 }, () => 'yes yes yes'),
      ),
    );
    expect(duplicateTest(unanimous, seededRandom('agree')).p).toBe(1);
  });

  test('in one visitor’s hands are a lead', () => {
    const honest = ['a', 'b', 'c'].flatMap((visitor) =>
      responses(
        visitor,
        Array.from({ length: 20 }, (_, index) => `${visitor} ${index}`),
      ),
    );
    const copied = responses(
      'd',
      Array.from({ length: 12 }, () => 'the same'),
    );
    const { pairs, expected, p } = duplicateTest([...honest, ...copied], seededRandom('copied'));
    expect(pairs).toBe(66);
    expect(expected).toBeLessThan(20);
    expect(p).toBe(0.001);
  });

  test('give p values that are small as rarely as they should be, where nobody copies', () => {
    const random = seededRandom('null');
    const small = Array.from({ length: 200 }, () => {
      const drawn = Array.from({ length: 60 }, () => ({
        visitor: String(random.nextUint32() % 4),
        answers: String(random.nextUint32() % 9),
      }));
      return duplicateTest(drawn, random, 99).p <= 0.05;
    }).filter(Boolean).length;
    // 5% of 200 are 10; four standard errors more are 22.
    expect(small).toBeLessThanOrEqual(22);
  });
});

describe('visitor effect', () => {
  // Shrout and Fleiss 1979, Psychological Bulletin 86:420–428, tables 2 and 4: 6 targets, 4 judges, ICC(1,1) = .17.
  test('equals the published one-way intra-class correlation', () => {
    const targets = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    expectWithin(visitorEffect(targets).correlation, 0.17, 0.005);
  });

  test('is 1 where each visitor hears one answer only, and costs nothing below 0', () => {
    expect(
      visitorEffect([
        [1, 1, 1],
        [0, 0, 0],
      ]),
    ).toMatchObject({ correlation: 1, designEffect: 3 });
    const mixed = visitorEffect([
      [1, 0, 1, 0],
      [0, 1, 0, 1],
    ]);
    expect(mixed.correlation).toBeLessThan(0);
    expect(mixed.designEffect).toBe(1);
    expect(() => visitorEffect([[1, 0]])).toThrow(expect.objectContaining({ code: 'emptySample' }));
  });
});

describe('back-checks', () => {
  const tables = fc.array(fc.nat({ max: 60 }), { minLength: 4, maxLength: 4 });

  test('find an index of inconsistency of 1 − kappa in a 2 × 2 table, and the same from either interview', () => {
    fc.assert(
      fc.property(tables, ([a = 0, b = 0, c = 0, d = 0]) => {
        fc.pre(a + b + c + d > 0);
        const one = backCheckReliability([
          [a, b],
          [c, d],
        ]);
        const other = backCheckReliability([
          [a, c],
          [b, d],
        ]);
        expect(other.agreement).toBe(one.agreement);
        expectWithin(other.netDifferenceRates[0], -(one.netDifferenceRates[0] ?? 0), 1e-12);
        if (one.kappa === undefined) return;
        expectWithin(one.indexOfInconsistency, 1 - one.kappa.value, 1e-12);
        expect(one.kappa.lower).toBeLessThanOrEqual(one.kappa.value + 1e-12);
        expect(one.kappa.upper).toBeGreaterThanOrEqual(one.kappa.value - 1e-12);
      }),
    );
  });

  // Fleiss, Cohen and Everitt 1969, table 1 (two raters, three diagnoses, n = 200): kappa .429, standard error .054.
  test('equal the published kappa and its standard error', () => {
    const { kappa } = backCheckReliability([
      [106, 10, 4],
      [22, 28, 10],
      [2, 12, 6],
    ]);
    expectWithin(kappa?.value, 0.429, 0.0005);
    const standardError = ((kappa?.upper ?? 0) - (kappa?.lower ?? 0)) / 2 / 1.959964;
    expectWithin(standardError, 0.054, 0.0005);
  });

  test('have no kappa where everybody always said the same', () => {
    expect(
      backCheckReliability([
        [9, 0],
        [0, 0],
      ]),
    ).toMatchObject({ agreement: 1, kappa: undefined });
  });
});

describe('one response', () => {
  test('shows its longest run and variability', () => {
    expect(uniformity(['3', '3', null, '3', '4'])).toEqual({ answered: 4, longestRun: 3, variability: 0.5 });
    expect(uniformity(['1', '1', '1'])).toMatchObject({ longestRun: 3, variability: 0 });
    expect(uniformity([null])).toEqual({ answered: 0, longestRun: 0, variability: undefined });
  });

  test('is too fast below half the median once there are 100, and always below reading time', () => {
    const durations = Array.from({ length: 100 }, (_, index) => 200 + index);
    expect(tooFastBelow({ durations, readingTime: 60 })).toBe(124.75);
    expect(tooFastBelow({ durations, readingTime: 150 })).toBe(150);
    expect(tooFastBelow({ durations: durations.slice(1), readingTime: 60 })).toBe(60);
  });
});

describe('times', () => {
  test('that overlap, run backwards or come from the future are leads', () => {
    const taken = (id: string, startedAt: number, endedAt: number) => ({ id, startedAt, endedAt });
    const list = [taken('c', 30, 40), taken('a', 0, 20), taken('b', 10, 31)];
    expect(overlappingTimes(list)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect(overlappingTimes([taken('a', 0, 10), taken('b', 10, 20)])).toEqual([]);
    const received = [
      { ...taken('back', 20, 10), receivedAt: 50 },
      { ...taken('future', 20, 60), receivedAt: 50 },
      { ...taken('drift', 20, 53), receivedAt: 50 },
    ];
    expect(impossibleTimes(received, 5)).toEqual(['back', 'future']);
  });

  test('outside 08:00 to 21:30 are leads', () => {
    expect([479, 480, 1290, 1291].map((minute) => isOutsideVisitingHours(minute))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
