import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, line } from '../fields.ts';
import { chosenPlaces, partsWithin } from './places.ts';

const draws = '/api/areas/{areaId}/rounds/{roundId}/draws';

const share = z.number().gt(0).lt(1);
const expected = z.number().gt(0).max(1);
const doors = z.number().int().min(1).max(200_000);

export const allocateSample = endpoint({
  name: 'allocateSample',
  method: 'post',
  path: '/api/areas/{areaId}/rounds/allocation',
  summary: 'Share a sample out among communities, with the floor a published rate needs; changes nothing',
  gate: { kind: 'path', permission: 'rounds.drawSample' },
  params: z.strictObject({ areaId: id }),
  body: z
    .strictObject({
      ...chosenPlaces.shape,
      /** `total` and `perCommunity` are households to draw. */
      method: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('proportional'), total: doors }),
        z.strictObject({ kind: z.literal('squareRoot'), total: doors }),
        /** The share expected in each community; one that is not named counts as one half, which asks for most. */
        z.strictObject({ kind: z.literal('neyman'), total: doors, shares: z.record(id, share) }),
        z.strictObject({ kind: z.literal('fixed'), perCommunity: doors }),
        /** As many in each community as a rate of one half takes to be known to ± this share, at 95% confidence. */
        z.strictObject({ kind: z.literal('margin'), margin: z.number().min(0.01).max(0.2) }),
      ]),
      /** Share of the eligible households expected to answer. */
      expectedResponse: expected,
      /** Share of the households expected to be eligible. */
      expectedEligibility: expected,
      /** Whether each community's own rate is to be published. */
      published: z.boolean().default(true),
    })
    .refine(partsWithin),
  response: z.strictObject({
    /** Completes a published rate needs. */
    floor: z.number().int(),
    communities: z.array(
      z.strictObject({
        communityId: id,
        communityName: z.string(),
        frameSize: z.number().int(),
        sampleSize: z.number().int(),
        expectedCompletes: z.number(),
        reachesFloor: z.boolean(),
      }),
    ),
  }),
});

export const drawView = z.strictObject({
  communityId: id,
  communityName: z.string(),
  algorithm: z.string(),
  seed: z.string(),
  frameHash: z.string(),
  frameSize: z.number().int(),
  sampleSize: z.number().int(),
  /** Of the main sample; a reserve replicate that is released adds reserveSize ÷ frameSize. */
  inclusionProbability: z.number(),
  reserveReplicates: z.number().int(),
  /** Households of each replicate. */
  reserveSize: z.number().int(),
  /** Of the main sample and the replicates released so far. */
  currentProbability: z.number(),
  /** Replicates that were released, the first one first. */
  released: z.array(
    z.strictObject({
      replicate: z.number().int(),
      reason: z.string(),
      releasedAt: instant,
      releasedBy: z.string(),
    }),
  ),
});

export const listDraws = endpoint({
  name: 'listDraws',
  method: 'get',
  path: draws,
  summary: 'How each community’s sample was drawn',
  gate: { kind: 'path', permission: 'rounds.drawSample' },
  params: z.strictObject({ areaId: id, roundId: id }),
  response: z.array(drawView),
});

export const replayDraw = endpoint({
  name: 'replayDraw',
  method: 'post',
  path: `${draws}/{communityId}/replay`,
  summary: 'Draw again from the stored frame and seed, and compare with the list in use',
  gate: { kind: 'path', permission: 'rounds.drawSample' },
  params: z.strictObject({ areaId: id, roundId: id, communityId: id }),
  response: z.strictObject({ equal: z.boolean(), frameHashEqual: z.boolean(), drawn: z.number().int() }),
});

export const releaseReplicate = endpoint({
  name: 'releaseReplicate',
  method: 'post',
  path: `${draws}/{communityId}/reserves`,
  summary: 'Release the next reserve replicate of a community, whole, with the reason',
  gate: { kind: 'path', permission: 'rounds.drawSample' },
  params: z.strictObject({ areaId: id, roundId: id, communityId: id }),
  body: z.strictObject({
    reason: line,
    /** The one that was looked at: pressed twice, the next one does not follow. */
    replicate: z.number().int().min(1).max(9),
  }),
  response: drawView,
});
