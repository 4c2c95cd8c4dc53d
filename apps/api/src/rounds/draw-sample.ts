import { Problem } from '@huhudao/protocol';
import { drawSample, replayDraw, StatisticsError, type Reserves } from '@huhudao/statistics';
import type { DrawRow, FramePlace, StoredDrawRow } from './frame.queries.ts';

/** A frame as the draw knows it: household ids in walking order. */
export const frameOf = (householdIds: readonly string[]) => householdIds.map((key) => ({ key }));

export type CommunityDraw = {
  draw: DrawRow;
  /** Of each household drawn: 0 in the main sample, otherwise its reserve replicate. */
  replicateOf: ReadonlyMap<string, number>;
};

/**
 * Draws a community's sample and its reserve replicates: fractional systematic in walking order (measurement.md,
 * section 3).
 * @throws Problem sampleTooLarge
 */
export function drawCommunity(
  householdIds: readonly string[],
  community: { id: string; name: string },
  wanted: { size: number; reserves: Reserves; seed: string },
): CommunityDraw {
  const { size, reserves, seed } = wanted;
  const all = size + reserves.replicates * reserves.size;
  if (all > householdIds.length) {
    const available = householdIds.length;
    throw new Problem('sampleTooLarge', { community: community.name, available, wanted: all });
  }
  const frame = frameOf(householdIds);
  const drawn = drawSample({ frame, design: { kind: 'systematic', size }, seed, reserves });
  const draw = {
    communityId: community.id,
    algorithm: drawn.algorithm,
    seed,
    frameHash: drawn.frameHash,
    frameSize: drawn.frameSize,
    sampleSize: size,
    inclusionProbability: size / drawn.frameSize,
    reserveReplicates: reserves.replicates,
    reserveSize: reserves.size,
  };
  return { draw, replicateOf: new Map(drawn.elements.map(({ key, replicate }) => [key, replicate])) };
}

/**
 * Draws again from a stored frame, by the rule it was drawn by, and compares with what was stored then and with the
 * list in use: the main sample and the replicates released. Only the frame's stored order counts, so that a restored copy gives the same answer.
 * @throws Problem drawAlgorithmUnknown: another rule would draw another list, and an honest one would look changed
 */
export function replay(frame: readonly FramePlace[], stored: StoredDrawRow, inUse: readonly string[]) {
  const { sameFrame, sameList, drawn } = drawAgain(frame, stored);
  const released = stored.released.length;
  const main = (drawn?.elements ?? []).filter(({ replicate }) => replicate <= released).map(({ key }) => key);
  const used = new Set(inUse);
  return {
    equal: sameList && main.length === used.size && main.every((id) => used.has(id)),
    frameHashEqual: sameFrame,
    drawn: main.length,
  };
}

function drawAgain(frame: readonly FramePlace[], stored: DrawRow) {
  const { algorithm, seed, frameHash, frameSize, sampleSize, reserveReplicates, reserveSize } = stored;
  const elements = frame.flatMap(({ householdId, replicate }) =>
    replicate === null ? [] : [{ key: householdId, replicate }],
  );
  try {
    return replayDraw(frameOf(frame.map(({ householdId }) => householdId)), {
      ...{ algorithm, seed, frameHash, frameSize, elements },
      design: { kind: 'systematic', size: sampleSize },
      reserves: { replicates: reserveReplicates, size: reserveSize },
    });
  } catch (error) {
    if (error instanceof StatisticsError && error.code === 'algorithmUnknown')
      throw new Problem('drawAlgorithmUnknown', { algorithm });
    throw error;
  }
}
