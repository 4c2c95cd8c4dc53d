import fc from 'fast-check';
import type { FrameElement } from './frame.ts';
import type { DrawRequest } from './sample-draw.ts';

/** A community of stairwells with so many doors each, in walking order. */
export const frameOf = (doorsOfStairwells: readonly number[]): readonly FrameElement[] =>
  doorsOfStairwells.flatMap((doors, stairwell) =>
    Array.from({ length: doors }, (_, door) => ({
      key: `door ${stairwell}-${door}`,
      cluster: `stairwell ${stairwell}`,
    })),
  );

const stairwells = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 });

const systematic: fc.Arbitrary<DrawRequest> = stairwells.chain((sizes) => {
  const frame = frameOf(sizes);
  return fc
    .record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      replicates: fc.nat({ max: 4 }),
      seed: fc.string(),
    })
    .map(({ share, replicates, seed }) => {
      const size = Math.floor(share * frame.length);
      const left = Math.floor((frame.length - size) / Math.max(1, replicates));
      const reserves = { replicates, size: Math.min(left, 5) };
      return { frame, seed, reserves, design: { kind: 'systematic' as const, size } };
    });
});

const twoStage: fc.Arbitrary<DrawRequest> = stairwells.chain((sizes) =>
  fc.record({
    frame: fc.constant(frameOf(sizes)),
    seed: fc.string(),
    reserves: fc.record({ replicates: fc.nat({ max: 3 }), size: fc.nat({ max: 4 }) }),
    design: fc.record({
      kind: fc.constant('twoStage' as const),
      clusters: fc.integer({ min: 1, max: sizes.length }),
      take: fc.integer({ min: 1, max: 12 }),
    }),
  }),
);

/** Draws of both designs, with and without reserves. */
export const drawRequests: fc.Arbitrary<DrawRequest> = fc.oneof(systematic, twoStage);
