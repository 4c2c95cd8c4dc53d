/**
 * What a reader who has kept every release of one cell can work out about the counts that were not printed.
 *
 * Answers are added from release to release: a later count lies between the earlier one and the earlier one plus
 * all further answers. A count printed at last therefore tells something about those that were hidden before: 9 of
 * 35 printed after a band of 30 means that the band had hidden at least 4.
 */
import { classifyCell, isExact } from './cell.ts';
import type { Cell, CellDecision } from './cell.ts';
import { countsPublishedAlike } from './reader.ts';
import { defaultDisclosureRules } from './rules.ts';
import type { DisclosureRules } from './rules.ts';

/** One count of one release: printed (`low` = `high` = `count`), or one that might be any from `low` to `high`. */
export interface PublishedCount {
  /** Answers it is out of. */
  readonly n: number;
  readonly count: number;
  readonly low: number;
  readonly high: number;
  /** True where it was not printed for its own sake: then it is to stay open. */
  readonly secret: boolean;
}

/** The counts a reader of one release cannot tell from the one in the cell. */
export function publishedCount(
  cell: Cell,
  decision: CellDecision,
  rules: DisclosureRules = defaultDisclosureRules,
): PublishedCount {
  const { n, favourable: count } = cell;
  if (isExact(decision)) return { n, count, low: count, high: count, secret: false };
  const own = classifyCell(cell, rules);
  const { low, high } = countsPublishedAlike(cell, own, rules);
  return { n, count, low, high, secret: !isExact(own) };
}

/**
 * Whether each secret of the releases, oldest first, can still be at least 5 counts (or all that its own release
 * allowed, if fewer) for somebody who knows them all.
 */
export function keepsPastOpen(
  releases: readonly PublishedCount[],
  { smallestShown }: Pick<DisclosureRules, 'smallestShown'> = defaultDisclosureRules,
): boolean {
  const remaining = countsRemaining(releases);
  return releases.every(({ secret, low, high }, index) => {
    const range = remaining[index];
    if (!secret || range === undefined) return true;
    return range.high - range.low + 1 >= Math.min(smallestShown, high - low + 1);
  });
}

/** The counts that fit all releases, one range for each; exact, since they form a chain of intervals. */
export function countsRemaining(releases: readonly PublishedCount[]): { low: number; high: number }[] {
  const ranges = releases.map(({ low, high }) => ({ low, high }));
  const narrow = (at: number, low: number, high: number) => {
    const range = ranges[at];
    if (range !== undefined) ranges[at] = { low: Math.max(range.low, low), high: Math.min(range.high, high) };
  };
  const steps = releases.slice(1).map((next, index) => stepBetween(releases[index], next));
  for (const [index, step] of steps.entries()) {
    const from = ranges[index];
    if (from !== undefined) narrow(index + 1, from.low + step.least, from.high + step.most);
  }
  for (const [index, step] of [...steps.entries()].toReversed()) {
    const to = ranges[index + 1];
    if (to !== undefined) narrow(index, to.low - step.most, to.high - step.least);
  }
  return ranges;
}

/** By how much a count can have grown; where answers were withdrawn, shrunk. What did happen is always possible. */
function stepBetween(
  before: PublishedCount | undefined,
  next: PublishedCount,
): { least: number; most: number } {
  const further = next.n - (before?.n ?? 0);
  const grown = next.count - (before?.count ?? 0);
  return { least: Math.min(0, further, grown), most: Math.max(0, further, grown) };
}
