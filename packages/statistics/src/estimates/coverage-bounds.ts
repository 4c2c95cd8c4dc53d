import type { Interval } from '../intervals/interval.ts';
import { requireShare } from '../statistics-error.ts';

/**
 * Between what the share among all eligible households must lie when only some were reached:
 * `[RR·p, RR·p + 1 − RR]`, that is, if all who were not reached had answered one way or the other.
 *
 * `share` is that of the answers, `responseRate` is RR1, both in [0, 1]. These are bounds, not an interval:
 * a coverage round has no sampling error, and non-response cannot be bounded by a probability.
 */
export function coverageBounds(share: number, responseRate: number): Interval {
  requireShare(share, 'share');
  requireShare(responseRate, 'responseRate');
  const lower = responseRate * share;
  return { lower, upper: lower + 1 - responseRate };
}
