import { StatisticsError, requireWholeCount } from '../statistics-error.ts';
import { judgePrecision } from './precision.ts';
import type { PrecisionFlag } from './precision.ts';
import { defaultDisclosureRules } from './rules.ts';
import type { DisclosureRules } from './rules.ts';

/** The answers behind one share of one area. */
export interface Cell {
  readonly n: number;
  readonly favourable: number;
  /** n* of a complex sample; `n` without it. */
  readonly effectiveN?: number;
  /** Degrees of freedom; `n − 1` without it. */
  readonly df?: number;
}

/** What is printed in place of a share whose minority is small: "≥ 95%" or "≤ 5%", of those who answered. */
export interface Band {
  readonly side: 'atLeast' | 'atMost';
  readonly share: number;
}

export type HiddenReason = 'fewAnswers' | 'imprecise' | 'secondary';

/** Whether and how a share may appear, the same for every reader, page, export and bulletin. */
export type CellDecision =
  | { readonly kind: 'shown' }
  | { readonly kind: 'flagged'; readonly flags: readonly PrecisionFlag[] }
  | { readonly kind: 'banded'; readonly reason: 'smallMinority'; readonly band: Band }
  | { readonly kind: 'hidden'; readonly reason: HiddenReason };

/** True where the share itself is printed, so that its count can be worked out. */
export function isExact(decision: CellDecision): boolean {
  return decision.kind === 'shown' || decision.kind === 'flagged';
}

/**
 * Judges one cell on its own; what its neighbours and the total give away is `protectTable`'s business.
 *
 * - Fewer than 5 answers: hidden.
 * - A minority of 0–4: a band. Its counts, its mean score and every finer breakdown stay hidden with it. The band
 *   is a statement about those who answered and not an estimate, so that of the precision rules only the number
 *   of answers applies. (Were the width judged too, it would let 0 pass and stop 1 to 4: the band would mean 0.)
 * - Too imprecise: hidden. This includes cells with a small minority among fewer than 30 answers, so that the
 *   reason does not tell which of them have one.
 * - Otherwise shown, perhaps flagged.
 */
export function classifyCell(cell: Cell, rules: DisclosureRules = defaultDisclosureRules): CellDecision {
  const { n, favourable, effectiveN = n, df = n - 1 } = cell;
  requireWholeCount(n, 'n');
  requireWholeCount(favourable, 'favourable');
  if (favourable > n)
    throw new StatisticsError('invalidCount', `favourable (${favourable}) exceeds n (${n})`);
  if (n < rules.smallestShown) return { kind: 'hidden', reason: 'fewAnswers' };
  if (Math.min(favourable, n - favourable) < rules.smallestShown) {
    if (rules.precision !== null && n < rules.precision.smallestSample) {
      return { kind: 'hidden', reason: 'imprecise' };
    }
    return { kind: 'banded', reason: 'smallMinority', band: bandOf(cell, rules) };
  }
  if (rules.precision === null) return { kind: 'shown' };
  const { suppressed, flags } = judgePrecision({ share: favourable / n, n, effectiveN, df }, rules.precision);
  if (suppressed) return { kind: 'hidden', reason: 'imprecise' };
  return flags.length > 0 ? { kind: 'flagged', flags } : { kind: 'shown' };
}

/** `x = (n − 4)/n` rounded down to 5 points: "≥ x", or "≤ 1 − x" where the favourable are the minority. */
function bandOf({ n, favourable }: Cell, { smallestShown, bandStep }: DisclosureRules): Band {
  // In whole numbers: a share such as 76/80 must not fall short of its 95 points by a rounding error.
  const points = Math.floor(((n - smallestShown + 1) * 100) / (n * bandStep)) * bandStep;
  return 2 * favourable >= n
    ? { side: 'atLeast', share: points / 100 }
    : { side: 'atMost', share: (100 - points) / 100 };
}
