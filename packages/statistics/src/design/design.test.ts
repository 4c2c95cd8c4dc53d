import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raoScott } from '../comparisons/rao-scott.ts';
import { differenceOfSamples, differenceWithinDesign } from '../comparisons/design-difference.ts';
import { pearsonChiSquare } from '../comparisons/tables.ts';
import { stratifiedProportion } from '../estimates/stratified-proportion.ts';
import { expectWithin } from '../reference.testing.ts';
import { calibrate } from '../weights/calibration.ts';
import { marginColumns } from '../weights/margin-columns.ts';
import { rake } from '../weights/raking.ts';
import { designMean, designShare } from './estimates.ts';
import type { WeightedSample } from './estimates.ts';

const fixture = new URL('../../../../tests/fixtures/statistics/apiclus1.csv', import.meta.url);
const [head = '', ...lines] = readFileSync(fixture, 'utf8').trim().split('\n');
const names = head.split(',');
const column = (name: string) => lines.map((line) => line.split(',')[names.indexOf(name)] ?? '');
const numbers = (name: string) => column(name).map(Number);
const schools: WeightedSample = {
  units: column('dnum').map((psu) => ({ stratum: 'all', psu, populationPsus: 757 })),
  weights: numbers('pw'),
  lonePsu: 'fail',
};
const stype = {
  categories: column('stype'),
  totals: new Map([
    ['E', 4421],
    ['H', 755],
    ['M', 1018],
  ]),
};
const wide = {
  categories: column('sch.wide'),
  totals: new Map([
    ['No', 1072],
    ['Yes', 5122],
  ]),
};

/** Respondents in strata of at least two PSUs, each with a weight and an answer. */
const samples = fc
  .array(
    fc.record({
      stratum: fc.constantFrom('a', 'b'),
      psu: fc.constantFrom('1', '2', '3', '4'),
      weight: fc.double({ min: 0.5, max: 9, noNaN: true }),
      favourable: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((drawn) => [
    ...['a', 'b'].flatMap((stratum) =>
      ['1', '2'].map((psu) => ({ stratum, psu, weight: 2, favourable: psu === '1' })),
    ),
    ...drawn,
  ]);
type Respondent = typeof samples extends fc.Arbitrary<(infer One)[]> ? One : never;
const sampleOf = (people: readonly Respondent[]): WeightedSample => ({
  units: people.map(({ stratum, psu }) => ({ stratum, psu })),
  weights: people.map(({ weight }) => weight),
  lonePsu: 'fail',
});

describe('design-based estimates', () => {
  test('do not depend on the order of respondents or the scale of weights; the interval lies in [0, 1]', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.1, max: 50, noNaN: true }), (people, scale) => {
        const answers = people.map(({ favourable }) => favourable);
        const estimate = designShare(answers, sampleOf(people));
        const scaled = people.map((one) => ({ ...one, weight: one.weight * scale })).toReversed();
        const other = designShare(answers.toReversed(), sampleOf(scaled));
        expectWithin(other.value, estimate.value, 1e-9);
        expectWithin(other.variance, estimate.variance, 1e-9);
        expect(estimate.interval.lower).toBeGreaterThanOrEqual(0);
        expect(estimate.interval.upper).toBeLessThanOrEqual(1);
        expect(estimate.interval.lower).toBeLessThanOrEqual(estimate.value + 1e-9);
        expect(estimate.interval.upper).toBeGreaterThanOrEqual(estimate.value - 1e-9);
      }),
    );
  });

  test('equal the estimate made of counts where households were drawn in strata', () => {
    const strata = [
      { frameSize: 400, n: 40, favourable: 30 },
      { frameSize: 300, n: 20, favourable: 5 },
    ];
    const people = strata.flatMap(({ frameSize, n, favourable }, stratum) =>
      Array.from({ length: n }, (_, index) => ({ stratum, frameSize, n, favourable: index < favourable })),
    );
    const units = people.map(({ stratum, frameSize }, index) => ({
      stratum: String(stratum),
      psu: String(index),
      populationPsus: frameSize,
    }));
    const weights = people.map(({ frameSize, n }) => frameSize / n);
    const sample = { units, weights, lonePsu: 'fail' } as const;
    const share = designShare(
      people.map(({ favourable }) => favourable),
      sample,
    );
    const counts = stratifiedProportion({
      strata,
      finitePopulation: true,
      lonePsu: 'fail',
      emptyStratum: 'fail',
    });
    expectWithin(share.value, counts.share, 1e-12);
    expectWithin(share.variance, counts.variance, 1e-12);
    expectWithin(share.interval, [counts.interval.lower, counts.interval.upper], 1e-9);
  });

  test('stop at a lone PSU unless told what to do', () => {
    const sample = { units: [{ stratum: 'a', psu: '1' }], weights: [1], lonePsu: 'fail' } as const;
    expect(() => designMean([1], sample)).toThrow(expect.objectContaining({ code: 'lonePsu' }));
    expect(designMean([1], { ...sample, lonePsu: 'remove' }).variance).toBe(0);
  });

  // R 4.2.2 with survey 4.1-1 on apiclus1, as the help pages of postStratify and calibrate set it up.
  test('equal R after post-stratification and logit calibration', () => {
    const post = rake(schools.weights, [stype]);
    const { auxiliaries } = marginColumns([stype]);
    const calibration = { baseWeights: schools.weights, weights: post.weights, auxiliaries };
    const mean = designMean(numbers('api00'), { ...schools, weights: post.weights, calibration });
    expectWithin(mean.value, 642.310788211582, 1e-8);
    expectWithin(Math.sqrt(mean.variance), 23.9204864450904, 1e-8);
    const both = marginColumns([stype, wide]);
    const distance = { kind: 'logit', bounds: { lower: 0.7, upper: 1.9 } } as const;
    const { weights } = calibrate({ baseWeights: schools.weights, ...both, distance });
    expectWithin(Math.min(...weights), 29.7826854020051, 1e-5);
    expectWithin(Math.max(...weights), 60.4949964583995, 1e-5);
    const logit = { baseWeights: schools.weights, weights, auxiliaries: both.auxiliaries };
    const calibrated = designMean(numbers('api00'), { ...schools, weights, calibration: logit });
    expectWithin(calibrated.value, 640.906994140214, 1e-5);
    expectWithin(Math.sqrt(calibrated.variance), 23.7877412463162, 1e-5);
  });
});

describe('Rao–Scott test', () => {
  // The example of R's help page of svychisq: F = 5.1934, ndf = 1.4950, ddf = 20.9300 as printed by summary().
  test('equals R’s svychisq on its own example', () => {
    const { firstOrder, secondOrder } = raoScott(column('sch.wide'), column('stype'), schools);
    expectWithin(secondOrder.statistic, 5.1933695414748771, 1e-9);
    expectWithin(secondOrder.numeratorDf, 1.4946397777074554, 1e-9);
    expectWithin(secondOrder.denominatorDf, 20.9249568879043757, 1e-8);
    expectWithin(secondOrder.p, 0.0217474623707969, 1e-9);
    expect(firstOrder.df).toBe(2);
    expectWithin(firstOrder.p, 0.00555326330311322, 1e-9);
  });

  test('is Pearson’s in a simple random sample, but for n against n − 1', () => {
    const rows = ['a', 'a', 'b', 'b', 'a', 'b', 'a', 'a', 'b', 'b', 'b', 'a'];
    const columns = ['x', 'x', 'y', 'y', 'y', 'x', 'x', 'x', 'y', 'y', 'y', 'x'];
    const units = rows.map((_, index) => ({ stratum: 'all', psu: String(index) }));
    const sample = { units, weights: rows.map(() => 2), lonePsu: 'fail' } as const;
    const { pearson, meanDesignEffect, firstOrder } = raoScott(rows, columns, sample);
    expectWithin(
      pearson,
      pearsonChiSquare([
        [5, 1],
        [1, 5],
      ])?.statistic ?? Number.NaN,
      1e-9,
    );
    expectWithin(firstOrder.statistic * meanDesignEffect, pearson, 1e-9);
  });
});

describe('difference of estimates', () => {
  test('within a design takes off twice the covariance: an estimate does not differ from itself', () => {
    const answers = numbers('aw');
    const one = designMean(answers, schools);
    const two = designMean(numbers('sw'), schools);
    expectWithin(differenceWithinDesign(one, one, schools).variance, 0, 1e-15);
    const direct = designMean(
      answers.map((value, index) => value - (numbers('sw')[index] ?? 0)),
      schools,
    );
    const difference = differenceWithinDesign(one, two, schools);
    expectWithin(difference.value, direct.value, 1e-12);
    expectWithin(difference.variance, direct.variance, 1e-12);
  });

  test('of two samples adds the variances', () => {
    const one = designMean(numbers('aw'), schools);
    const two = designMean(numbers('sw'), schools);
    expectWithin(differenceOfSamples(one, two).variance, one.variance + two.variance, 1e-15);
  });
});
