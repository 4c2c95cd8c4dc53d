/**
 * Answers printed beside a rate without being counted in it: "heard of it" beside awareness. They are part of the
 * unfavourable ones.
 */
import {
  classifyCell,
  isExact,
  type CellDecision,
  type DisclosureRules,
  type PublishedCount,
  type Stratum,
} from '@huhudao/statistics';
import { partOf, shareOf, type Basis, type Formula } from './basis.ts';
import type { CellFigures, PastCell } from './figures.types.ts';
import { cellOf } from './measured-cell.ts';
import { isLargeEnough, partMayShow, publishedPart, smallRange, type PartCount } from './part-counts.ts';
import { decimals, wasPrinted } from './protect-communities.ts';

type Figures = CellFigures['beside'];

/** Digits of a street's share: a window of a whole point leaves room for the answers of single communities. */
const streetDecimals = 2;

/** Of one community; without a share where it may not be shown, null where the item has no such answer. */
export function besideFigures(
  {
    basis,
    decision,
    past,
    stratum,
  }: {
    basis: Basis;
    decision: CellDecision;
    past: readonly PastCell[];
    stratum: Stratum;
  },
  { formula, rules, sampled }: { formula: Formula; rules: DisclosureRules; sampled: boolean },
): Figures {
  const { beside: codes } = formula;
  if (codes.length === 0) return null;
  const part = besideOf(basis, formula);
  const before = past.map((release) => publishedBeside(release, formula, rules));
  const precise = isExact(classifyCell(cellOf({ ...stratum, favourable: part.count }, sampled), rules));
  const shown = precise && partMayShow(part, decision, before, rules);
  return { codes, share: shown ? part.count / stratum.n : null };
}

/** Where the rate itself is not shown, nothing is beside it. */
export const nothingBeside = ({ beside: codes }: Formula): Figures =>
  codes.length === 0 ? null : { codes, share: null };

function besideOf(basis: Basis, formula: Formula): PartCount {
  const { n, favourable } = shareOf(basis, formula);
  return { side: n - favourable, count: partOf(basis, formula.beside) };
}

/** What an earlier release left open of them. */
function publishedBeside(release: PastCell, formula: Formula, rules: DisclosureRules): PublishedCount {
  const shown = wasShown(release.figures);
  return publishedPart(besideOf(release.basis, formula), { shown, shareShown: wasPrinted(release) }, rules);
}

export const wasShown = ({ beside }: Pick<CellFigures, 'beside'>): boolean =>
  beside !== null && beside.share !== null;

/** A community's share in its street's. */
export type BesidePart = {
  basis: Basis;
  weight: number;
  decision: CellDecision;
  past: readonly PastCell[];
  /** Whether it is printed beside the community's own rate. */
  shown: boolean;
};

/**
 * Of a street, from its communities, to a whole point. Where some communities do not show theirs, it is told once,
 * when the round closes, and only if it leaves every number that they keep back possible.
 */
export function streetBeside(
  parts: readonly BesidePart[],
  { formula, rules, closing }: { formula: Formula; rules: DisclosureRules; closing: boolean },
): Figures {
  const { beside: codes } = formula;
  if (codes.length === 0) return null;
  const answered = parts
    .map((part) => ({ ...part, ...besideOf(part.basis, formula), n: shareOf(part.basis, formula).n }))
    .filter(({ n }) => n > 0);
  const hidden = answered.filter(({ shown }) => !shown);
  const base = answered.reduce((sum, { weight, n }) => sum + weight * n, 0);
  const all = answered.reduce((sum, { weight, count }) => sum + weight * count, 0);
  const share = rounded(all / base);
  const told =
    hidden.length === 0 ||
    (closing &&
      hidden.every((part) => isUntold(part, formula, rules)) &&
      leavesOpen(hidden, { share, base, all }, rules));
  return { codes, share: told ? share : null };
}

/** Never shown before, and not kept back because it would give an earlier release away. */
function isUntold(part: Hidden, formula: Formula, rules: DisclosureRules): boolean {
  if (part.past.some(({ figures }) => wasShown(figures))) return false;
  if (!isExact(part.decision) || !isLargeEnough(part, rules)) return true;
  const before = part.past.map((release) => publishedBeside(release, formula, rules));
  return partMayShow(part, part.decision, before, rules);
}

const rounded = (share: number): number => Math.round(share * 10 ** streetDecimals) / 10 ** streetDecimals;

type Hidden = BesidePart & PartCount & { n: number };
type Street = { share: number; base: number; all: number };

/**
 * Whether every number that communities keep back could still be what it might be without the street's share.
 *
 * What a reader can subtract is known: the rest lies in a window of a point around it. As long as the window is wider
 * than one answer weighs, any sum in it can be reached by whole answers, so that a number is possible if the others,
 * at their least, stay below the window's end and, at their most, reach its beginning. The rates of the communities
 * that are not printed may be others too, by what the rounding of the street's rate leaves; every such rate then has
 * answers that fit, so that they stay as open as they were.
 */
function leavesOpen(
  hidden: readonly Hidden[],
  { share, base, all }: Street,
  rules: DisclosureRules,
): boolean {
  // Held back for its precision alone: suppose the reader knows it.
  const secret = hidden.filter((part) => !isExact(part.decision) || !isLargeEnough(part, rules));
  const sum = secret.reduce((total, { weight, count }) => total + weight * count, 0);
  const half = (0.5 / 10 ** streetDecimals) * base;
  const from = share * base - half - (all - sum) + (0.5 / 10 ** decimals) * base;
  const to = share * base + half - (all - sum);
  const ranges = secret.map((part) => ({ weight: part.weight, ...rangesOf(part, rules) }));
  if (ranges.some(({ weight }) => weight > to - from)) return false;
  const least = ranges.reduce((total, { weight, possible }) => total + weight * possible.low, 0);
  const most = ranges.reduce((total, { weight, possible }) => total + weight * possible.high, 0);
  return ranges.every(
    ({ weight, possible, open }) =>
      least + weight * (open.high - possible.low) <= to && most + weight * (open.low - possible.high) >= from,
  );
}

/** What a community's number may be with the rates as they are, and what has to stay open whatever they are. */
function rangesOf(part: Hidden, rules: DisclosureRules) {
  const small = isExact(part.decision) ? smallRange(part, rules) : undefined;
  if (small !== undefined) return { possible: small, open: small };
  const high = Math.max(part.side, Math.min(rules.smallestShown - 1, part.n));
  return { possible: { low: 0, high: part.side }, open: { low: 0, high } };
}
