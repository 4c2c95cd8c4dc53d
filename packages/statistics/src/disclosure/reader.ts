/**
 * What a reader of a published table can work out about the cells that are not printed in it.
 *
 * The reader knows every printed count, the number of answers of every cell, printed or not (outcome rates give
 * it away), the rules of this package, and the total; so that what is missing adds up to a known number.
 */

import { classifyCell, isExact } from './cell.ts';
import type { Cell, CellDecision } from './cell.ts';
import type { DisclosureRules } from './rules.ts';

/** A count that is not printed: what it is, and the counts around it that would have been published alike. */
export interface UnprintedCount {
  readonly actual: number;
  readonly low: number;
  readonly high: number;
}

/** With what one favourable answer adds to the total. */
export interface WeightedCount extends UnprintedCount {
  readonly weight: number;
}

/** By how much the weighted sum may differ without the published total looking different. */
export interface TotalSlack {
  readonly down: number;
  readonly up: number;
}

/** Beyond so many cells the search stops varying more of them: fewer ways out than there are, never more. */
const variedCells = 3;

/** Floating-point allowance on the weighted sums. */
const epsilon = 1e-9;

/** How far from a count others are looked for that would be published alike. */
const reach = 16;

/**
 * The counts around that of `cell` that would have been published just like it: with the same band, for the same
 * reason, or, for a cell hidden only for the sake of another (`own` is then exact), in the open.
 */
export function countsPublishedAlike(cell: Cell, own: CellDecision, rules: DisclosureRules): UnprintedCount {
  const { n, favourable: actual } = cell;
  const alike = (favourable: number) =>
    favourable >= 0 && favourable <= n && looksLike(classifyCell({ ...cell, favourable }, rules), own);
  let low = actual;
  while (low > actual - reach && alike(low - 1)) low -= 1;
  let high = actual;
  while (high < actual + reach && alike(high + 1)) high += 1;
  return { actual, low, high };
}

function looksLike(one: CellDecision, other: CellDecision): boolean {
  if (isExact(one)) return isExact(other);
  if (one.kind === 'banded') return other.kind === 'banded' && one.band.side === other.band.side;
  return one.kind === 'hidden' && other.kind === 'hidden' && one.reason === other.reason;
}

/**
 * How many values of `target` fit what is published, each by letting other unprinted counts take up the
 * difference; stops counting at `enough`.
 *
 * Errs on the safe side: where it does not look at every combination, it can only miss values that fit.
 */
export function countFittingValues(
  target: WeightedCount,
  others: readonly WeightedCount[],
  slack: TotalSlack,
  enough: number,
): number {
  const sameWeight = others.every(({ weight }) => weight === target.weight);
  const varied = sameWeight ? others : others.toSorted(byRoom).slice(0, variedCells);
  let fitting = 0;
  for (let value = target.low; value <= target.high && fitting < enough; value += 1) {
    const shift = target.weight * (value - target.actual);
    if (canShift(varied, -slack.down - shift, slack.up - shift)) fitting += 1;
  }
  return fitting;
}

/** Whether the counts can be changed, each within its range, so that their weighted sum changes by `from` to `to`. */
function canShift(counts: readonly WeightedCount[], from: number, to: number): boolean {
  const least = counts.reduce((sum, count) => sum + count.weight * (count.low - count.actual), 0);
  const most = counts.reduce((sum, count) => sum + count.weight * (count.high - count.actual), 0);
  if (most < from - epsilon || least > to + epsilon) return false;
  const [first, ...rest] = counts;
  if (first === undefined) return true;
  if (rest.length === 0) {
    const lowest = Math.ceil((from - epsilon) / first.weight);
    return Math.max(lowest, first.low - first.actual) <= Math.floor((to + epsilon) / first.weight);
  }
  for (let value = first.low; value <= first.high; value += 1) {
    const shift = first.weight * (value - first.actual);
    if (canShift(rest, from - shift, to - shift)) return true;
  }
  return false;
}

function byRoom(one: WeightedCount, other: WeightedCount): number {
  return other.high - other.low - (one.high - one.low);
}
