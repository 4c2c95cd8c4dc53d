/**
 * A count that splits one side of a printed share further: the "very satisfied" among the satisfied, "heard of it"
 * among those who do not know. Beside the share it tells three counts: the part, the rest of its side, and the other
 * side. Each has to be 5 or more, and no earlier release may be given away.
 */
import {
  isExact,
  keepsPastOpen,
  type CellDecision,
  type DisclosureRules,
  type PublishedCount,
} from '@huhudao/statistics';

/** `count` of the `side` answers on one side of a share. */
export type PartCount = { side: number; count: number };

/** Whether both what the part holds and what it leaves of its side are enough to be told. */
export const isLargeEnough = ({ side, count }: PartCount, { smallestShown }: DisclosureRules): boolean =>
  Math.min(count, side - count) >= smallestShown;

/** Whether a part may be printed beside its share, after these releases of it. */
export function partMayShow(
  part: PartCount,
  decision: CellDecision,
  past: readonly PublishedCount[],
  rules: DisclosureRules,
): boolean {
  if (!isExact(decision) || !isLargeEnough(part, rules)) return false;
  return keepsPastOpen([...past, printedPart(part)], rules);
}

const printedPart = ({ side: n, count }: PartCount): PublishedCount => ({
  n,
  count,
  low: count,
  high: count,
  secret: false,
});

/**
 * What a release left open of a part. It can have grown by no more than its side has, which a reader who was shown
 * the share knows; suppose that every reader does.
 */
export function publishedPart(
  part: PartCount,
  { shown, shareShown }: { shown: boolean; shareShown: boolean },
  rules: DisclosureRules,
): PublishedCount {
  if (shown) return printedPart(part);
  const { side: n, count } = part;
  const small = smallRange(part, rules);
  // Large enough and yet not shown: held back for the sake of an earlier release, of its precision, or of the share.
  if (small === undefined) return { n, count, low: 0, high: n, secret: !shareShown };
  return { n, count, ...small, secret: true };
}

/** That a part is missing tells that it or its rest is small; suppose the reader knows which. */
export function smallRange(
  { side, count }: PartCount,
  { smallestShown }: DisclosureRules,
): { low: number; high: number } | undefined {
  const few = smallestShown - 1;
  if (count <= few) return { low: 0, high: Math.min(few, side) };
  if (side - count <= few) return { low: Math.max(0, side - few), high: side };
  return undefined;
}
