import { StatisticsError, requireWholeCount } from '../statistics-error.ts';
import { fractionalSystematicVersion } from './fractional-systematic.ts';
import { hashFrame, requireDistinct } from './frame.ts';
import type { FrameElement } from './frame.ts';
import { drawPps, ppsProbabilities } from './pps.ts';
import { cumulativeProbabilities, drawTakes, noReserves, takesWithin, wholeTakes } from './replicates.ts';
import type { Reserves } from './replicates.ts';

/** Names the rules of pps.ts, replicates.ts and this file; changed as {@link fractionalSystematicVersion} is. */
export const twoStageVersion = 'two-stage-pps/1';

/** How one stratum is drawn from. */
export type DrawDesign =
  /** `size` doors at a fractional interval. */
  | { readonly kind: 'systematic'; readonly size: number }
  /** `clusters` stairwells in proportion to their doors, and in each of them `take` doors, or all of a smaller one. */
  | { readonly kind: 'twoStage'; readonly clusters: number; readonly take: number };

export interface DrawRequest {
  /** The stratum's doors in their fixed order (building, stairwell, floor, room). */
  readonly frame: readonly FrameElement[];
  readonly design: DrawDesign;
  readonly seed: string;
  readonly reserves?: Reserves;
}

export interface DrawnElement {
  readonly key: string;
  /** 0 in the main sample, otherwise the reserve replicate it waits in, the first being 1. */
  readonly replicate: number;
  /** π after no replicate has been released, after the first, the second …; its inverse is the design weight. */
  readonly inclusionProbabilities: readonly number[];
}

/** What is stored of a draw: with the frame in its order, the list can be drawn again and compared. */
export interface SampleDraw {
  readonly algorithm: string;
  readonly seed: string;
  readonly frameHash: string;
  readonly frameSize: number;
  readonly design: DrawDesign;
  readonly reserves: Reserves;
  /** The main sample in frame order, then each replicate in frame order. */
  readonly elements: readonly DrawnElement[];
}

/**
 * Draws a stratum's sample and its reserve replicates.
 *
 * Two stages: stairwells with probability π_i in proportion to their doors (pps.ts), then in each of them t of its N_i
 * doors by fractional systematic sampling, so that a door's probability is π_i · t/N_i. Source: Cochran, Sampling
 * Techniques (1977), chapter 11.
 *
 * @throws StatisticsError sampleTooLarge, duplicateElement, invalidCount
 */
export function drawSample({ frame, design, seed, reserves = noReserves }: DrawRequest): SampleDraw {
  requireDistinct(frame);
  const probabilities = inclusionProbabilities({ frame, design, reserves });
  const takes =
    design.kind === 'systematic'
      ? oneStage(frame, design, reserves, seed)
      : twoStages(frame, design, reserves, seed);
  const elements = takes.flatMap((take, replicate) =>
    take.map(({ key }) => ({ key, replicate, inclusionProbabilities: probabilities.get(key) ?? [] })),
  );
  const algorithm = design.kind === 'systematic' ? fractionalSystematicVersion : twoStageVersion;
  return {
    algorithm,
    seed,
    frameHash: hashFrame(frame),
    frameSize: frame.length,
    design,
    reserves,
    elements,
  };
}

/**
 * π of every door of the frame, drawn or not, after 0, 1, 2 … replicates have been released. For one stage the main
 * sample's add up to its size; for two to clusters × take where no stairwell is smaller than the take.
 *
 * @throws StatisticsError sampleTooLarge, invalidCount
 */
export function inclusionProbabilities(
  request: Omit<DrawRequest, 'seed'>,
): ReadonlyMap<string, readonly number[]> {
  const { frame, design, reserves = noReserves } = request;
  if (design.kind === 'systematic') {
    const takes = wholeTakes(frame.length, design.size, reserves);
    const each = cumulativeProbabilities(takes, frame.length);
    return new Map(frame.map(({ key }) => [key, each]));
  }
  const clusters = clustersOf(frame);
  const first = ppsProbabilities(
    clusters.map(({ doors }) => doors.length),
    design.clusters,
  );
  return new Map(
    clusters.flatMap(({ doors }, index) => {
      const takes = takesWithin(doors.length, design.take, reserves);
      const each = cumulativeProbabilities(takes, doors.length).map((second) => (first[index] ?? 0) * second);
      return doors.map(({ key }): [string, readonly number[]] => [key, each]);
    }),
  );
}

type SystematicDesign = Extract<DrawDesign, { kind: 'systematic' }>;
type TwoStageDesign = Extract<DrawDesign, { kind: 'twoStage' }>;
type Takes = readonly (readonly FrameElement[])[];

const oneStage = (
  frame: readonly FrameElement[],
  { size }: SystematicDesign,
  reserves: Reserves,
  seed: string,
): Takes => drawTakes(frame, wholeTakes(frame.length, size, reserves), seed);

function twoStages(
  frame: readonly FrameElement[],
  design: TwoStageDesign,
  reserves: Reserves,
  seed: string,
): Takes {
  requireWholeCount(design.take, 'take');
  const clusters = clustersOf(frame);
  const sizes = clusters.map(({ doors }) => doors.length);
  const drawn = new Set(drawPps(sizes, design.clusters, seed));
  const within = clusters
    .filter((_, index) => drawn.has(index))
    .map(({ name, doors }) =>
      drawTakes(doors, takesWithin(doors.length, design.take, reserves), `${seed}/cluster/${name}`),
    );
  return Array.from({ length: 1 + reserves.replicates }, (_, replicate) =>
    within.flatMap((takes) => takes[replicate] ?? []),
  );
}

interface Cluster {
  readonly name: string;
  readonly doors: readonly FrameElement[];
}

/** In the order of their first doors. @throws StatisticsError invalidCount: a door belongs to no cluster */
function clustersOf(frame: readonly FrameElement[]): readonly Cluster[] {
  const groups = Map.groupBy(frame, ({ cluster }) => {
    if (cluster === undefined)
      throw new StatisticsError('invalidCount', 'a door of a two-stage frame has no cluster');
    return cluster;
  });
  return [...groups].map(([name, doors]) => ({ name, doors }));
}
