import { StatisticsError, requireWholeCount } from '../statistics-error.ts';
import { seededRandom } from './random.ts';

/**
 * Stored with every draw. It names the random numbers (random.ts) and the rule below; whoever changes either,
 * changes the number behind the slash and keeps the old rule for replays.
 */
export const fractionalSystematicVersion = 'fractional-systematic/1';

/** What a draw was made from; with the frame in the same order, the draw can be made again. */
export interface SystematicDraw<T> {
  readonly algorithm: typeof fractionalSystematicVersion;
  readonly seed: string;
  readonly frameSize: number;
  readonly size: number;
  /** I = N/n, in positions. */
  readonly interval: number;
  /** r in [0, I). */
  readonly start: number;
  /** n/N, the same for every element of the frame. */
  readonly inclusionProbability: number;
  /** Positions in the frame, the first being 1, ascending. */
  readonly positions: readonly number[];
  /** The elements at these positions. */
  readonly selected: readonly T[];
}

export interface SystematicRequest<T> {
  /** The stratum's elements in their fixed order (building, stairwell, floor, room). */
  readonly frame: readonly T[];
  readonly size: number;
  readonly seed: string;
}

/**
 * Equal-probability systematic sample with a fractional interval: one random start, then every I-th position.
 *
 * Every element has the inclusion probability n/N (to within 2⁻³², the grain of the start), the size is exact,
 * and no element is drawn twice. A sample of 0 is empty. Source: the fractional interval method of Särndal, Swensson
 * and Wretman, Model Assisted Survey Sampling (1992), section 3.4.2.
 *
 * @throws StatisticsError sampleTooLarge: the sample is larger than the frame; invalidCount
 */
export function fractionalSystematic<T>({ frame, size, seed }: SystematicRequest<T>): SystematicDraw<T> {
  requireWholeCount(size, 'size');
  if (size > frame.length) {
    throw new StatisticsError('sampleTooLarge', `cannot draw ${size} from a frame of ${frame.length}`);
  }
  const interval = size === 0 ? 0 : frame.length / size;
  const start = (seededRandom(seed).nextUint32() / 2 ** 32) * interval;
  const positions = systematicPositions(frame.length, size, start);
  const chosen = new Set(positions);
  return {
    algorithm: fractionalSystematicVersion,
    seed,
    frameSize: frame.length,
    size,
    interval,
    start,
    inclusionProbability: frame.length === 0 ? 0 : size / frame.length,
    positions,
    selected: frame.filter((_, index) => chosen.has(index + 1)),
  };
}

/** `⌊r + kN/n⌋ + 1` for k = 0 … n−1: positions from 1 to N, ascending, for a start r in [0, N/n). */
export function systematicPositions(frameSize: number, size: number, start: number): readonly number[] {
  return Array.from({ length: size }, (_, k) => {
    // Whole part and rest apart: kN/n as one floating-point sum could be rounded over a boundary.
    const rest = (k * frameSize) % size;
    return (k * frameSize - rest) / size + Math.floor(start + rest / size) + 1;
  });
}
