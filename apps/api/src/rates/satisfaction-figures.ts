/**
 * The companions of the satisfaction rate: top share, mean score and don't-know share are printed together with the
 * headline share, or none of them is.
 *
 * With the headline share printed, the top share tells three counts: top, other favourable, not favourable. Each
 * has to be 5 or more, and no earlier release may be given away. The don't-know share needs no protection of its
 * own: who answered and who is in the base are public numbers.
 */
import {
  isExact,
  keepsPastOpen,
  type CellDecision,
  type DisclosureRules,
  type PublishedCount,
} from '@huhudao/statistics';
import { satisfactionOf, type Basis, type Formula } from './basis.ts';
import type { CellFigures, PastCell } from './figures.types.ts';
import { wasPrinted } from './protect-communities.ts';

type Figures = CellFigures['satisfaction'];

/** Of one community; null where they may not be shown. */
export function satisfactionFigures(
  basis: Basis,
  decision: CellDecision,
  past: readonly PastCell[],
  formula: Formula,
  rules: DisclosureRules,
): Figures {
  const counts = satisfactionOf(basis, formula);
  const { n, top, headline, topShare, headlineShare, meanScore = null, dontKnowShare } = counts;
  if (!isExact(decision) || topShare === undefined || headlineShare === undefined) return null;
  if (Math.min(top, headline - top) < rules.smallestShown) return null;
  const before = past.map((release) => publishedTop(release, formula, rules));
  if (!keepsPastOpen([...before, { n, count: top, low: top, high: top, secret: false }], rules)) return null;
  return { top: topShare, headline: headlineShare, meanScore, dontKnow: dontKnowShare ?? 0 };
}

/** What an earlier release left open of its top answers. */
function publishedTop(release: PastCell, formula: Formula, rules: DisclosureRules): PublishedCount {
  const { n, top, headline } = satisfactionOf(release.basis, formula);
  if (release.figures.satisfaction !== null) return { n, count: top, low: top, high: top, secret: false };
  const all = wasPrinted(release) ? headline : n;
  const few = rules.smallestShown - 1;
  // That the companions are missing tells that one of the counts is small; suppose the reader knows which.
  if (top <= few) return { n, count: top, low: 0, high: Math.min(few, all), secret: true };
  if (headline - top <= few)
    return { n, count: top, low: Math.max(0, headline - few), high: all, secret: true };
  return { n, count: top, low: 0, high: all, secret: true };
}

/** A community's share in its street's: whether its companions are shown, and whether they ever were. */
export type SatisfactionPart = { basis: Basis; weight: number; shown: boolean; shownBefore: boolean };

/**
 * Of a street, from its communities. Where some communities do not show theirs, the difference to the street's is
 * that of those together. That is told once, when the round closes, and only if they are at least two that were
 * never shown, and large enough to leave each of them open.
 */
export function streetSatisfaction(
  parts: readonly SatisfactionPart[],
  {
    headline,
    formula,
    rules,
    closing,
  }: { headline: number; formula: Formula; rules: DisclosureRules; closing: boolean },
): Figures {
  const counted = parts.map((part) => ({ ...part, ...satisfactionOf(part.basis, formula) }));
  const answered = counted.filter(({ n }) => n > 0);
  const hidden = answered.filter(({ shown }) => !shown);
  if (hidden.length > 0 && !(closing && leavesOpen(hidden, rules))) return null;
  const sum = (of: (part: (typeof counted)[number]) => number) =>
    answered.reduce((all, part) => all + part.weight * of(part), 0);
  const scored = sum((part) => part.scored);
  const known = scored + sum((part) => part.dontKnow);
  const hasMean = answered.every(({ meanScore }) => meanScore !== undefined);
  return {
    top: rounded(sum((part) => part.top) / sum((part) => part.n), 3),
    headline,
    meanScore: hasMean && scored > 0 ? rounded(sum((part) => part.scoreSum) / scored, 2) : null,
    dontKnow: known === 0 ? 0 : rounded(sum((part) => part.dontKnow) / known, 3),
  };
}

type Hidden = { n: number; top: number; headline: number; shownBefore: boolean };

/** Whether the top answers of each could still be one of at least 5 numbers, knowing their sum. */
function leavesOpen(hidden: readonly Hidden[], { smallestShown }: DisclosureRules): boolean {
  const total = (of: (one: Hidden) => number) => hidden.reduce((all, one) => all + of(one), 0);
  const top = total((one) => one.top);
  const others = total((one) => one.headline) - top;
  if (hidden.length === 1 || hidden.some((one) => one.shownBefore)) return false;
  if (Math.min(top, others) < smallestShown) return false;
  const answers = total((one) => one.n);
  return hidden.every(({ n }) => {
    const least = Math.max(0, top - (answers - n));
    return Math.min(n, top) - least + 1 >= Math.min(smallestShown, n + 1);
  });
}

function rounded(value: number, digits: number): number {
  const grain = 10 ** digits;
  return Math.round(value * grain) / grain;
}
