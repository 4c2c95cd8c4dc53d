import { requireWholeCount } from '../statistics-error.ts';
import { defaultDisclosureRules } from './rules.ts';
import type { DisclosureRules } from './rules.ts';

export interface ReleaseQuestion {
  /** Responses now. */
  readonly n: number;
  /** Responses in the last release; 0 if there was none. */
  readonly releasedN: number;
  /** True when the round closes and this has not been released since. */
  readonly closing: boolean;
}

/**
 * Whether a cell is released again: after at least 5 further responses, and once when its round closes if nothing
 * was added since or at least 5 were. In between, the difference of two releases would be the answers of few; what
 * is then left at the close stays out of published figures, and so does the loss of withdrawn answers.
 */
export function releaseDue(
  { n, releasedN, closing }: ReleaseQuestion,
  { smallestShown }: Pick<DisclosureRules, 'smallestShown'> = defaultDisclosureRules,
): boolean {
  requireWholeCount(n, 'n');
  requireWholeCount(releasedN, 'releasedN');
  const further = n - releasedN;
  return further >= smallestShown || (closing && further === 0);
}
