import { StatisticsError, requireWholeCount } from '../statistics-error.ts';
import { fractionalSystematic } from './fractional-systematic.ts';

/**
 * Inclusion probabilities in proportion to size: π_i = n·x_i / Σx. Where this would reach 1 the unit is taken with
 * certainty, and the others share what is left of n, again and again until every π is at most 1.
 *
 * Sizes are whole (households of a stairwell), so that the comparison with 1 is exact. The probabilities add up to n;
 * a unit of size 0 has probability 0. Source: Särndal, Swensson and Wretman, Model Assisted Survey Sampling (1992),
 * section 3.6.2; `inclusionprobabilities()` of the R package sampling (Tillé and Matei) gives the same.
 *
 * @throws StatisticsError sampleTooLarge: fewer units of some size than are wanted
 */
export function ppsProbabilities(sizes: readonly number[], count: number): readonly number[] {
  const { certain, freeTotal } = withoutCertainties(sizes, count);
  const wanted = count - certain.size;
  const probabilityOf = (size: number) => (freeTotal === 0 ? 0 : (wanted * size) / freeTotal);
  return sizes.map((size, index) => (certain.has(index) ? 1 : probabilityOf(size)));
}

/**
 * Draws units in proportion to size, without replacement: the certain ones, and of the rest by fractional systematic
 * sampling along their households laid end to end, the unit to which each position belongs. An interval is longer
 * than any unit that is not certain, so no unit is met twice. Source: Madow, Annals of Mathematical Statistics 20
 * (1949), 333–354.
 *
 * @returns the places of the units in `sizes`, the first being 0, ascending
 * @throws StatisticsError sampleTooLarge
 */
export function drawPps(sizes: readonly number[], count: number, seed: string): readonly number[] {
  const { certain, free } = withoutCertainties(sizes, count);
  const unitOfHousehold = free.flatMap((index) => Array.from({ length: sizes[index] ?? 0 }, () => index));
  const { selected } = fractionalSystematic({ frame: unitOfHousehold, size: count - certain.size, seed });
  return [...certain, ...selected].toSorted((one, other) => one - other);
}

interface Iterated {
  readonly certain: ReadonlySet<number>;
  /** Units of some size that are not certain, in the order given. */
  readonly free: readonly number[];
  readonly freeTotal: number;
}

function withoutCertainties(sizes: readonly number[], count: number): Iterated {
  requireWholeCount(count, 'count');
  for (const [index, size] of sizes.entries()) requireWholeCount(size, `sizes[${index}]`);
  const certain = new Set<number>();
  let free = [...sizes.keys()].filter((index) => sizes[index] !== 0);
  if (count > free.length) {
    throw new StatisticsError('sampleTooLarge', `cannot draw ${count} of ${free.length} units`);
  }
  for (;;) {
    const freeTotal = free.reduce((total, index) => total + (sizes[index] ?? 0), 0);
    const wanted = count - certain.size;
    const reached = free.filter((index) => wanted * (sizes[index] ?? 0) >= freeTotal);
    if (reached.length === 0) return { certain, free, freeTotal };
    for (const index of reached) certain.add(index);
    free = free.filter((index) => !certain.has(index));
  }
}
