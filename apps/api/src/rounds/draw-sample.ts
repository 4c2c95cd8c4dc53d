import { createHash } from 'node:crypto';
import { Problem } from '@huhudao/protocol';
import { fractionalSystematic, fractionalSystematicVersion } from '@huhudao/statistics';
import type { DrawRow, FrameHousehold } from './frame.queries.ts';

/** SHA-256 over the household ids in frame order, lower-case hex. */
export const hashFrame = (householdIds: readonly string[]): string =>
  createHash('sha256').update(householdIds.join('\n')).digest('hex');

export type CommunityDraw = { draw: DrawRow; households: readonly FrameHousehold[] };

/**
 * Draws a community's sample: fractional systematic in walking order (measurement.md, section 3).
 * @throws Problem sampleTooLarge
 */
export function drawCommunity(
  frame: readonly FrameHousehold[],
  community: { id: string; name: string },
  size: number,
  seed: string,
): CommunityDraw {
  if (size > frame.length) {
    throw new Problem('sampleTooLarge', { community: community.name, available: frame.length, wanted: size });
  }
  const drawn = fractionalSystematic({ frame, size, seed });
  const draw = {
    communityId: community.id,
    algorithm: drawn.algorithm,
    seed,
    frameHash: hashFrame(frame.map((one) => one.householdId)),
    frameSize: frame.length,
    sampleSize: size,
    inclusionProbability: drawn.inclusionProbability,
  };
  return { draw, households: drawn.selected };
}

/** The rule of every algorithm a stored draw may name. A new version is added beside the old ones. */
const rules = new Map<string, typeof fractionalSystematic>([
  [fractionalSystematicVersion, fractionalSystematic],
]);

/**
 * Draws again from a stored frame, by the rule it was drawn by, and compares with the list in use.
 * @throws Problem drawAlgorithmUnknown: another rule would draw another list, and an honest one would look changed
 */
export function replay(frame: readonly string[], stored: DrawRow, inUse: readonly string[]) {
  const { algorithm, sampleSize: size, seed } = stored;
  const draw = rules.get(algorithm);
  if (draw === undefined) throw new Problem('drawAlgorithmUnknown', { algorithm });
  const drawn = draw({ frame, size, seed }).selected;
  const used = new Set(inUse);
  return {
    equal: drawn.length === used.size && drawn.every((id) => used.has(id)),
    frameHashEqual: hashFrame(frame) === stored.frameHash,
    drawn: drawn.length,
  };
}
