/**
 * The companions of the satisfaction rate: top share, mean score and don't-know share are printed together with the
 * headline share, or none of them is.
 *
 * The top answers are part of the favourable ones. The don't-know share needs no protection of its own: who answered
 * and who is in the base are public numbers.
 */
import type { CellDecision, DisclosureRules, PublishedCount } from '@huhudao/statistics';
import { satisfactionOf, type Basis, type Formula } from './basis.ts';
import type { CellFigures, PastCell } from './figures.types.ts';
import { partMayShow, publishedPart } from './part-counts.ts';
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
  const { top, headline, topShare, headlineShare, meanScore = null, dontKnowShare } = counts;
  if (topShare === undefined || headlineShare === undefined) return null;
  const before = past.map((release) => publishedTop(release, formula, rules));
  if (!partMayShow({ side: headline, count: top }, decision, before, rules)) return null;
  return { top: topShare, headline: headlineShare, meanScore, dontKnow: dontKnowShare ?? 0 };
}

/** What an earlier release left open of its top answers. */
function publishedTop(release: PastCell, formula: Formula, rules: DisclosureRules): PublishedCount {
  const { top: count, headline: side } = satisfactionOf(release.basis, formula);
  const shown = release.figures.satisfaction !== null;
  return publishedPart({ side, count }, { shown, shareShown: wasPrinted(release) }, rules);
}

/** A community's share in its street's: whether its companions are shown, and whether they ever were. */
export type SatisfactionPart = { basis: Basis; weight: number; shown: boolean; shownBefore: boolean };

/**
 * Of a street, from its communities. Where some communities do not show theirs, the difference to the street's is
 * that of those together. That is told once, when the round closes, and only if they are at least two that were
 * never shown, weigh alike (the sum of answers that weigh differently can often be made up in one way only), and large
 * enough to leave each of them open.
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

type Hidden = { n: number; top: number; headline: number; weight: number; shownBefore: boolean };

/** Whether the top answers of each could still be one of at least 5 numbers, knowing their sum. */
function leavesOpen(hidden: readonly Hidden[], { smallestShown }: DisclosureRules): boolean {
  const total = (of: (one: Hidden) => number) => hidden.reduce((all, one) => all + of(one), 0);
  const top = total((one) => one.top);
  const others = total((one) => one.headline) - top;
  if (hidden.length === 1 || hidden.some((one) => one.shownBefore)) return false;
  if (hidden.some((one) => one.weight !== hidden[0]?.weight)) return false;
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
