import { drawSample } from './sample-draw.ts';
import type { DrawRequest, SampleDraw } from './sample-draw.ts';

/** A stratum of a street, usually a community, to be drawn under a programme's seed. */
export interface StratumRequest extends Omit<DrawRequest, 'seed'> {
  readonly street: string;
  readonly stratum: string;
}

export interface StratumDraw extends SampleDraw {
  readonly street: string;
  readonly stratum: string;
}

/**
 * The seed of a stratum's own draw. Every stratum gets random numbers of its own: under one start for all of them,
 * the draws would rise and fall together, and the variances of strata could not be added up.
 */
export const stratumSeed = (seed: string, street: string, stratum: string): string =>
  `${seed}/street/${street}/stratum/${stratum}`;

/**
 * One draw in each stratum of each street, all under one published seed. A stratum's list depends on its own frame
 * and names alone: it is the same in whatever order the strata come, and if others are added or left out.
 *
 * @throws StatisticsError sampleTooLarge, duplicateElement, invalidCount
 */
export const drawProgramme = (seed: string, strata: readonly StratumRequest[]): readonly StratumDraw[] =>
  strata.map(({ street, stratum, ...request }) => ({
    street,
    stratum,
    ...drawSample({ ...request, seed: stratumSeed(seed, street, stratum) }),
  }));
