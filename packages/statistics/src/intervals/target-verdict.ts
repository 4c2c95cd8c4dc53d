import { requireOpenShare, requireShare } from '../statistics-error.ts';
import { wilson } from './wilson.ts';
import type { Interval } from './interval.ts';

/** Whether the answers show that a target is reached; `undecided` when they allow both. */
export type Verdict = 'met' | 'notMet' | 'undecided';

export interface VerdictQuestion {
  /** Favourable answers, or `share × n*` of a complex sample. */
  readonly favourable: number;
  /** Answers, or the effective sample size n*. */
  readonly n: number;
  /** The share to be shown, in [0, 1]. */
  readonly target: number;
  /** One-sided confidence, above .5. */
  readonly confidence?: number;
  readonly interval?: (favourable: number, n: number, confidence: number) => Interval;
}

/**
 * `met` if the one-sided lower bound reaches the target, `notMet` if the one-sided upper bound stays below it.
 *
 * With 300 answers, showing a share of at least 90% takes 279 favourable ones; 20 of 20 cannot show it.
 */
export function targetVerdict({
  favourable,
  n,
  target,
  confidence = 0.95,
  interval = wilson,
}: VerdictQuestion): Verdict {
  requireShare(target, 'target');
  const twoSided = 2 * confidence - 1;
  requireOpenShare(twoSided, '2 × confidence − 1');
  const { lower, upper } = interval(favourable, n, twoSided);
  if (lower >= target) return 'met';
  return upper < target ? 'notMet' : 'undecided';
}
