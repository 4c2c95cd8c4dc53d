import type { RandomSource } from '../sampling/random.ts';
import { StatisticsError } from '../statistics-error.ts';

/** One response of a community: who took it, and all answers as one text. */
export interface AnswerVector {
  readonly visitor: string;
  readonly answers: string;
}

export interface DuplicateTest {
  /** Pairs of exactly equal responses taken by the same visitor. */
  readonly pairs: number;
  /** How many such pairs the same answers give if it does not matter who took them. */
  readonly expected: number;
  /** Chance of as many or more by that. */
  readonly p: number;
}

/**
 * Whether equal responses come together in the hands of single visitors more than a community's answers explain.
 *
 * Residents who answer alike give equal responses honestly, the more the shorter the form; a fixed share of equal
 * answers would flag most. So the answers stay as they are and only who took them is dealt out anew, within the
 * community: what is left beyond that is a lead. Source: permutation test with (1 + count)/(1 + draws), Phipson and
 * Smyth 2010.
 */
export function duplicateTest(
  responses: readonly AnswerVector[],
  random: RandomSource,
  draws = 999,
): DuplicateTest {
  if (!(draws >= 1)) throw new StatisticsError('invalidCount', 'a permutation test needs draws');
  const visitors = responses.map(({ visitor }) => visitor);
  const answers = responses.map((response) => response.answers);
  const pairs = equalPairs(visitors, answers);
  let [atLeast, sum] = [0, 0];
  for (let draw = 0; draw < draws; draw += 1) {
    shuffle(visitors, random);
    const dealt = equalPairs(visitors, answers);
    sum += dealt;
    if (dealt >= pairs) atLeast += 1;
  }
  return { pairs, expected: sum / draws, p: (1 + atLeast) / (1 + draws) };
}

function equalPairs(visitors: readonly string[], answers: readonly string[]): number {
  const counts = new Map<string, Map<string, number>>();
  let pairs = 0;
  for (const [index, visitor] of visitors.entries()) {
    const own = counts.get(visitor) ?? new Map<string, number>();
    const seen = own.get(answers[index] ?? '') ?? 0;
    pairs += seen;
    own.set(answers[index] ?? '', seen + 1);
    counts.set(visitor, own);
  }
  return pairs;
}

/** Fisher–Yates, in place. */
function shuffle(items: string[], random: RandomSource): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor((random.nextUint32() / 2 ** 32) * (index + 1));
    [items[index], items[other]] = [items[other] ?? '', items[index] ?? ''];
  }
}
