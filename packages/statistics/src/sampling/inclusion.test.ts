import { describe, expect, test } from 'vitest';
import { frameOf } from './frames.testing.ts';
import { selectByKishGrid } from './household-selection.ts';
import { drawSample, inclusionProbabilities } from './sample-draw.ts';
import type { DrawRequest } from './sample-draw.ts';

const draws = 20_000;
/** Monte-Carlo error allowed, in standard errors √(π(1−π)·draws): passed by chance once in 150,000 comparisons. */
const tolerance = 4.5;
/** Milliseconds; seconds on a busy machine. */
const timeout = 60_000;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Of each door, in how many draws it was in the main sample, or in it or a replicate up to the first, the second … */
function countHits(request: Omit<DrawRequest, 'seed'>): ReadonlyMap<string, number[]> {
  const takes = 1 + (request.reserves?.replicates ?? 0);
  const hits = new Map(request.frame.map(({ key }) => [key, Array.from({ length: takes }, () => 0)]));
  for (let draw = 0; draw < draws; draw += 1) {
    for (const { key, replicate } of drawSample({ ...request, seed: `draw ${draw}` }).elements) {
      const counts = hits.get(key) ?? [];
      for (let released = replicate; released < takes; released += 1) {
        counts[released] = (counts[released] ?? 0) + 1;
      }
    }
  }
  return hits;
}

function expectAsStated(request: Omit<DrawRequest, 'seed'>): void {
  const hits = countHits(request);
  for (const [key, each] of inclusionProbabilities(request)) {
    for (const [released, stated] of each.entries()) {
      const allowed = tolerance * Math.sqrt(stated * (1 - stated) * draws) + 1e-6;
      const difference = (hits.get(key)?.[released] ?? 0) - stated * draws;
      expect(Math.abs(difference), `${key} after ${released}`).toBeLessThanOrEqual(allowed);
    }
  }
}

describe(`over ${draws} draws every door is drawn as often as stated, within ${tolerance} standard errors`, () => {
  const frame = frameOf([3, 8, 5, 14, 2, 6]);

  test('at a fractional interval, and as reserve replicates are released', { timeout }, () => {
    const reserves = { replicates: 2, size: 4 };
    expectAsStated({ frame, design: { kind: 'systematic', size: 7 }, reserves });
  });

  test('in two stages, one stairwell certain and some smaller than the takes', { timeout }, () => {
    const design = { kind: 'twoStage' as const, clusters: 3, take: 4 };
    const request = { frame, design, reserves: { replicates: 1, size: 2 } };
    expect(inclusionProbabilities(request).get('door 3-0')?.[0]).toBeCloseTo(4 / 14, 12);
    expectAsStated(request);
  });
});

test(
  'the weights 1/π × eligible adults make a total right on average, within 4.5 standard errors',
  { timeout },
  () => {
    const frame = frameOf([3, 8, 5, 14, 2, 6]);
    const design = { kind: 'twoStage' as const, clusters: 3, take: 3 };
    const adultsOf = new Map(frame.map(({ key }, place) => [key, adults(1 + (place % 4))]));
    const truth = [...adultsOf.values()].flat().filter(inFavour).length;
    const estimates = Array.from({ length: draws }, (_, draw) => {
      const seed = `draw ${draw}`;
      const { elements } = drawSample({ frame, design, seed });
      return sum(
        elements.map(({ key, inclusionProbabilities: [probability = Number.NaN] }) => {
          const { adult, eligibleAdults } = selectByKishGrid(seed, key, adultsOf.get(key) ?? []);
          return inFavour(adult) ? eligibleAdults / probability : 0;
        }),
      );
    });
    const mean = sum(estimates) / draws;
    const variance = sum(estimates.map((one) => (one - mean) ** 2)) / (draws - 1);
    expect(Math.abs(mean - truth)).toBeLessThanOrEqual(tolerance * Math.sqrt(variance / draws));
  },
);

const adults = (count: number) => Array.from({ length: count }, (_, place) => place);
/** Every second adult: the total of the community is known. */
const inFavour = (adult: number) => adult % 2 === 1;
