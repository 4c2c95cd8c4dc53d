import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf';
import { describe, expect, test } from 'vitest';
import { stratifiedProportion } from '../estimates/stratified-proportion.ts';
import { seededRandom } from '../sampling/random.ts';
import type { RandomSource } from '../sampling/random.ts';
import { clopperPearson } from './clopper-pearson.ts';
import type { Interval } from './interval.ts';
import { wilson } from './wilson.ts';

const sizes = [30, 100, 300];
const shares = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98];
const draws = 20_000;
const situations = sizes.flatMap((n) => shares.map((share) => ({ n, share })));

/** Simulated coverage may miss the true one by chance; four standard errors are passed once in 16,000 times. */
const monteCarloError = (coverage: number) => 4 * Math.sqrt((coverage * (1 - coverage)) / draws);
const covers = ({ lower, upper }: Interval, share: number) => lower <= share && share <= upper;

function drawFavourable(n: number, share: number, random: RandomSource): number {
  let favourable = 0;
  for (let answer = 0; answer < n; answer += 1) if (random.nextUint32() < share * 2 ** 32) favourable += 1;
  return favourable;
}

/** How often the interval holds the share, added up over all counts there can be. */
function exactCoverage(n: number, share: number, interval: typeof wilson): number {
  const counts = Array.from({ length: n + 1 }, (_, count) => count);
  return counts
    .filter((count) => covers(interval(count, n), share))
    .reduce((sum, count) => sum + binomialPmf(count, n, share), 0);
}

describe.each([
  // Exact intervals keep their promise everywhere; Wilson's swings around it, lowest near 0 and 1 with few answers
  // (Brown, Cai and DasGupta 2001, Statistical Science 16:101–133).
  { name: 'Clopper–Pearson', interval: clopperPearson, least: 0.95, mean: [0.95, 0.99] as const },
  { name: 'Wilson', interval: wilson, least: 0.87, mean: [0.94, 0.96] as const },
])('coverage of the $name interval', ({ interval, least, mean }) => {
  const exact = situations.map(({ n, share }) => exactCoverage(n, share, interval));

  test('is in 20,000 draws what it is over all counts, within the Monte-Carlo error', () => {
    const random = seededRandom('coverage of an interval');
    for (const [index, { n, share }] of situations.entries()) {
      const held = Array.from({ length: n + 1 }, (_, count) => covers(interval(count, n), share));
      let hits = 0;
      for (let draw = 0; draw < draws; draw += 1) if (held[drawFavourable(n, share, random)]) hits += 1;
      const wanted = exact[index] ?? Number.NaN;
      const distance = Math.abs(hits / draws - wanted);
      expect(distance, `${share} of ${n}: ${hits / draws}, not ${wanted}`).toBeLessThan(
        monteCarloError(wanted),
      );
    }
  });

  test('is what it promises', () => {
    const average = exact.reduce((sum, coverage) => sum + coverage, 0) / exact.length;
    expect(Math.min(...exact)).toBeGreaterThanOrEqual(least);
    expect(average).toBeGreaterThanOrEqual(mean[0]);
    expect(average).toBeLessThanOrEqual(mean[1]);
  });
});

describe('coverage of the interval that is printed', () => {
  const strata = [
    { frameSize: 2000, part: 0.5, offset: 0.02 },
    { frameSize: 1200, part: 0.3, offset: 0 },
    { frameSize: 800, part: 0.2, offset: -0.05 },
  ];

  test.each(situations)('holds a share of $share in a stratified sample of $n', ({ n, share }) => {
    const random = seededRandom(`stratified ${n} ${share}`);
    const drawn = strata.map(({ frameSize, part, offset }) => {
      const own = Math.min(1, share + offset);
      return { frameSize, n: n * part, share: own };
    });
    const population = drawn.reduce((sum, { frameSize }) => sum + frameSize, 0);
    const truth = drawn.reduce((sum, one) => sum + one.frameSize * one.share, 0) / population;
    const known = new Map<string, boolean>();
    let hits = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const counts = drawn.map((one) => drawFavourable(one.n, one.share, random));
      const key = counts.join(' ');
      const hit = known.get(key) ?? covers(intervalOf(drawn, counts), truth);
      known.set(key, hit);
      if (hit) hits += 1;
    }
    // Near 1 with few answers it keeps within the swing of Wilson's interval itself.
    expect(hits / draws).toBeGreaterThan(share * n > n - 6 ? 0.87 : 0.93);
  });

  function intervalOf(
    drawn: readonly { frameSize: number; n: number }[],
    counts: readonly number[],
  ): Interval {
    const { interval } = stratifiedProportion({
      strata: drawn.map(({ frameSize, n }, index) => ({ frameSize, n, favourable: counts[index] ?? 0 })),
      finitePopulation: false,
      lonePsu: 'fail',
      emptyStratum: 'fail',
    });
    return interval;
  }
});
