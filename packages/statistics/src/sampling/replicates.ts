import { StatisticsError, requireWholeCount } from '../statistics-error.ts';
import { fractionalSystematic } from './fractional-systematic.ts';

/**
 * Reserve replicates: small samples drawn together with the main one and kept back. The office releases one whole,
 * never door by door, so that every door's probability stays known.
 */
export interface Reserves {
  readonly replicates: number;
  /** Doors of each replicate; in a two-stage draw, of each replicate in each unit drawn. */
  readonly size: number;
}

export const noReserves: Reserves = { replicates: 0, size: 0 };

/**
 * Draws the main sample and then each replicate from the doors that are left, all by fractional systematic sampling,
 * each with random numbers of its own. The main sample is therefore the same however many replicates there are.
 *
 * A door is in the main sample with probability n/N. If not, which happens with (N−n)/N, it is in the first replicate
 * with m/(N−n): together m/N, and the same for every later one. Source: the probabilities of sampling in two phases,
 * Särndal, Swensson and Wretman, Model Assisted Survey Sampling (1992), chapter 9.
 *
 * @param takes size of the main sample, then of each replicate
 * @returns a list for each take, in the order of the frame; no door is in two of them
 * @throws StatisticsError sampleTooLarge
 */
export function drawTakes<T>(
  frame: readonly T[],
  takes: readonly number[],
  seed: string,
): readonly (readonly T[])[] {
  let left = frame;
  return takes.map((size, replicate) => {
    const ownSeed = replicate === 0 ? seed : `${seed}/reserve/${replicate}`;
    const { selected } = fractionalSystematic({ frame: left, size, seed: ownSeed });
    const taken = new Set(selected);
    left = left.filter((element) => !taken.has(element));
    return selected;
  });
}

/** The takes a unit of the frame can give: the main one, then the reserves, each as long as doors are left. */
export function takesWithin(frameSize: number, main: number, reserves: Reserves): readonly number[] {
  let left = frameSize;
  return wantedTakes(main, reserves).map((wanted) => {
    const take = Math.min(wanted, left);
    left -= take;
    return take;
  });
}

/** @throws StatisticsError sampleTooLarge: the frame does not hold all of them; invalidCount */
export function wholeTakes(frameSize: number, main: number, reserves: Reserves): readonly number[] {
  const takes = wantedTakes(main, reserves);
  const all = takes.reduce((total, take) => total + take, 0);
  if (all > frameSize) {
    throw new StatisticsError('sampleTooLarge', `cannot draw ${all} from a frame of ${frameSize}`);
  }
  return takes;
}

function wantedTakes(main: number, { replicates, size }: Reserves): readonly number[] {
  requireWholeCount(main, 'main');
  requireWholeCount(replicates, 'replicates');
  requireWholeCount(size, 'size');
  return [main, ...Array.from({ length: replicates }, () => size)];
}

/** π after 0, 1, 2 … replicates have been released: what has been taken so far over the frame. */
export function cumulativeProbabilities(takes: readonly number[], frameSize: number): readonly number[] {
  let taken = 0;
  return takes.map((take) => {
    taken += take;
    return taken / frameSize;
  });
}
