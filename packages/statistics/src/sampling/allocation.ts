import { StatisticsError, requireCount, requireWholeCount } from '../statistics-error.ts';

/** How a sample is shared out among strata. */
export type AllocationMethod =
  /** n_h ∝ N_h. Source: Cochran, Sampling Techniques (1977), chapter 5. */
  | { readonly kind: 'proportional' }
  /** n_h ∝ √N_h, power allocation with exponent ½. Source: Bankier, The American Statistician 42 (1988), 174–177. */
  | { readonly kind: 'squareRoot' }
  /** n_h ∝ N_h·S_h, S_h being the item's standard deviation in the stratum. Source: Neyman, JRSS 97 (1934), 558–625. */
  | { readonly kind: 'neyman'; readonly deviations: readonly number[] }
  /** The same number in every stratum, or all of it where it is smaller. */
  | { readonly kind: 'fixed'; readonly perStratum: number };

export interface AllocationRequest {
  /** Frame sizes N_h. */
  readonly sizes: readonly number[];
  readonly method: AllocationMethod;
  /** The whole sample; not used by `fixed`. */
  readonly total: number;
  /** At least so many per stratum (or all of a smaller one): one number for all of them, or one for each. */
  readonly floor?: number | readonly number[];
}

/** Whole sample sizes per stratum, in the order given; never more than the stratum holds. */
export function allocate({ sizes, method, total, floor = 0 }: AllocationRequest): readonly number[] {
  for (const [index, size] of sizes.entries()) requireWholeCount(size, `sizes[${index}]`);
  const floors = floorsOf(sizes, floor);
  if (method.kind === 'fixed') {
    requireWholeCount(method.perStratum, 'perStratum');
    return sizes.map((size, index) => Math.min(size, Math.max(floors[index] ?? 0, method.perStratum)));
  }
  requireWholeCount(total, 'total');
  const bounds = sizes.map((size, index) => ({ low: Math.min(floors[index] ?? 0, size), high: size }));
  const targets = boundedTargets(allocationScores(sizes, method), bounds, total);
  return largestRemainder(targets, total);
}

function floorsOf(sizes: readonly number[], floor: number | readonly number[]): readonly number[] {
  const floors = typeof floor === 'number' ? sizes.map(() => floor) : floor;
  if (floors.length !== sizes.length) {
    throw new StatisticsError('invalidCount', 'one floor per stratum is needed');
  }
  for (const [index, least] of floors.entries()) requireWholeCount(least, `floor[${index}]`);
  return floors;
}

/** What a stratum's share is in proportion to: size, its square root, or size times standard deviation. */
export function allocationScores(
  sizes: readonly number[],
  method: Exclude<AllocationMethod, { kind: 'fixed' }>,
): readonly number[] {
  switch (method.kind) {
    case 'proportional':
      return sizes;
    case 'squareRoot':
      return sizes.map(Math.sqrt);
    case 'neyman': {
      if (method.deviations.length !== sizes.length) {
        throw new StatisticsError('invalidCount', 'one standard deviation per stratum is needed');
      }
      return method.deviations.map((deviation, index) => {
        requireCount(deviation, `deviations[${index}]`);
        return deviation * (sizes[index] ?? 0);
      });
    }
  }
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Unrounded sizes in proportion to the scores, within the bounds, that add up to `total`: where a stratum would
 * pass a bound it takes the bound, and the others share what is left.
 */
export function boundedTargets(
  scores: readonly number[],
  bounds: readonly Bounds[],
  total: number,
): readonly number[] {
  const targets = new Map<number, number>();
  const free = new Set(scores.keys());
  let left = total;
  for (;;) {
    const scoreSum = sum([...free].map((index) => scores[index] ?? 0));
    const wanted = [...free].map((index) => {
      const { low, high } = bounds[index] ?? { low: 0, high: 0 };
      const exact = scoreSum === 0 ? 0 : (left * (scores[index] ?? 0)) / scoreSum;
      return { index, exact, bounded: Math.min(high, Math.max(low, exact)) };
    });
    const excess = sum(wanted.map(({ exact, bounded }) => bounded - exact));
    // Only the side that is violated more is settled at once: settling it can lift the violations of the other.
    const settled = excess === 0 ? wanted : wanted.filter((want) => (want.bounded - want.exact) * excess > 0);
    for (const { index, bounded } of settled) {
      targets.set(index, bounded);
      free.delete(index);
      left -= bounded;
    }
    if (free.size === 0) break;
  }
  if (Math.abs(left) > 1e-6) {
    throw new StatisticsError(
      'allocationImpossible',
      `the strata cannot hold a sample of ${total} in their bounds`,
    );
  }
  return scores.map((_, index) => targets.get(index) ?? 0);
}

/**
 * Rounds to whole numbers that add up to `total`: the largest fractions are rounded up, ties in favour of the first.
 * Source: the method of Hamilton and Hare; Balinski and Young, Fair Representation (1982).
 */
export function largestRemainder(targets: readonly number[], total: number): readonly number[] {
  const whole = targets.map((target) => Math.floor(target + 1e-9));
  const up = targets
    .map((target, index) => ({ index, fraction: target - (whole[index] ?? 0) }))
    .toSorted((one, other) => other.fraction - one.fraction || one.index - other.index)
    .slice(0, Math.max(0, total - sum(whole)))
    .map(({ index }) => index);
  return whole.map((size, index) => (up.includes(index) ? size + 1 : size));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
