/**
 * Somebody who keeps every page: knows the rules, how many answered everywhere, the frames, and everything that was
 * ever published, and looks for counts that were not printed.
 */
import { must } from '@huhudao/domain';
import { classifyCell, type Cell, type DisclosureRules } from '@huhudao/statistics';

/** A rate as a page shows it. */
export type SeenCell = {
  areaId: string;
  release: number;
  kind: string;
  reason: string | null;
  n: number;
  value: number | null;
  band: { direction: 'atLeast' | 'atMost'; value: number } | null;
};

/** A page at one moment: the street's rate of one indicator and those of its communities. */
export type SeenPage = readonly SeenCell[];

/** A share of several communities together, as a comparison tells it beside a page. */
export type SeenShare = { areaIds: readonly string[]; share: number };

export type Knowledge = {
  streetId: string;
  rules: DisclosureRules;
  /** A cell as the rules judge it: with the precision that frame and answers give it. */
  cellOf: (areaId: string, n: number, favourable: number) => Cell;
  /** What an answer of a community stands for in a street's share; undefined where the street's counts are plain sums. */
  weights: ((areaId: string, n: number) => number) | undefined;
};

export type Finding = {
  areaId: string;
  release: number;
  kind: string;
  reason: string | null;
  left: number;
  open: number;
};

type Unknown = SeenCell & { low: number; high: number; open: number };
type Sum = { terms: { index: number; weight: number }[]; low: number; high: number };
type Step = { from: number; to: number; most: number };
type System = { unknowns: Unknown[]; steps: Step[]; sums: Sum[] };
type Range = { low: number; high: number };

/**
 * Of each cell that was not printed for its own sake: how many counts its release alone left open, and how many are
 * left; with what comparisons told beside each page.
 */
export function attackPages(
  pages: readonly SeenPage[],
  knowledge: Knowledge,
  beside: readonly (readonly SeenShare[])[] = [],
): Finding[] {
  const system = systemOf(pages, knowledge, beside);
  return system.unknowns.flatMap((cell, index) => {
    if (isPrinted(cell) || cell.reason === 'secondary' || cell.n === 0) return [];
    const { areaId, release, kind, reason, open } = cell;
    return [{ areaId, release, kind, reason, open, left: countPossible(system, index) }];
  });
}

/** Pairs of printed counts so near each other that their difference tells the answers of one to four people. */
export function findSingles(pages: readonly SeenPage[]): { areaId: string; n: number }[] {
  const printed = Map.groupBy(pages.flat().filter(isPrinted), (cell) => cell.areaId);
  return [...printed.values()].flatMap((cells) => {
    const sizes = [...new Set(cells.map((cell) => cell.n))].toSorted((a, b) => a - b);
    const areaId = must(cells[0], 'a printed cell').areaId;
    return sizes.flatMap((n, index) => {
      const before = sizes[index - 1];
      return before !== undefined && n - before < 5 ? [{ areaId, n }] : [];
    });
  });
}

const isPrinted = (cell: SeenCell): boolean => cell.kind === 'shown' || cell.kind === 'flagged';

function systemOf(
  pages: readonly SeenPage[],
  knowledge: Knowledge,
  beside: readonly (readonly SeenShare[])[],
): System {
  const unknowns: Unknown[] = [];
  const known = new Map<string, number>();
  const steps: Step[] = [];
  const sums: Sum[] = [];
  for (const [at, page] of pages.entries()) {
    for (const cell of page.filter((one) => one.areaId !== knowledge.streetId)) {
      const key = `${cell.areaId} ${cell.release}`;
      if (known.has(key)) continue;
      const before = unknowns.findLastIndex((one) => one.areaId === cell.areaId);
      unknowns.push({ ...cell, ...rangeOf(cell, knowledge) });
      known.set(key, unknowns.length - 1);
      if (before < 0) continue;
      const further = cell.n - must(unknowns[before], 'the release before').n;
      steps.push({ from: before, to: unknowns.length - 1, most: further });
    }
    const street = page.find((one) => one.areaId === knowledge.streetId);
    if (street !== undefined && street.n > 0) sums.push(...sumOf(street, page, known, knowledge));
    for (const share of beside[at] ?? []) sums.push(sumTogether(share, page, known));
  }
  return { unknowns, steps, sums };
}

/** The counts a cell's own publication allows. */
function rangeOf(cell: SeenCell, knowledge: Knowledge): Range & { open: number } {
  if (isPrinted(cell)) {
    const count = Math.round(must(cell.value, 'a printed value') * cell.n);
    return { low: count, high: count, open: 1 };
  }
  const fits = Array.from({ length: cell.n + 1 }, (_, count) => count).filter((favourable) =>
    looksLike(cell, favourable, knowledge),
  );
  return { low: fits[0] ?? 0, high: fits.at(-1) ?? cell.n, open: fits.length };
}

function looksLike(cell: SeenCell, favourable: number, { cellOf, rules }: Knowledge): boolean {
  const own = classifyCell(cellOf(cell.areaId, cell.n, favourable), rules);
  if (cell.kind === 'banded') return own.kind === 'banded' && own.band.side === cell.band?.direction;
  if (cell.reason === 'secondary') return own.kind === 'shown' || own.kind === 'flagged';
  return own.kind === 'hidden' && own.reason === cell.reason;
}

/** What a street's figure says about its communities. */
function sumOf(
  street: SeenCell,
  page: SeenPage,
  known: ReadonlyMap<string, number>,
  knowledge: Knowledge,
): Sum[] {
  const { weights } = knowledge;
  const parts = page.filter((one) => one.areaId !== street.areaId && one.n > 0);
  const terms = parts.map((one) => ({
    index: must(known.get(`${one.areaId} ${one.release}`), 'a community on the page'),
    weight: weights?.(one.areaId, one.n) ?? 1,
  }));
  if (street.kind === 'banded') {
    const { low, high } = rangeOf(street, knowledge);
    return [{ terms: terms.map(({ index }) => ({ index, weight: 1 })), low, high }];
  }
  if (!isPrinted(street)) return [];
  const value = must(street.value, 'a printed value');
  const base = parts.reduce((sum, one, at) => sum + one.n * must(terms[at], 'a term').weight, 0);
  const slack = weights === undefined ? 1e-6 : 0.000_500_001;
  return [{ terms, low: (value - slack) * base, high: (value + slack) * base }];
}

/** What a comparison says: answers of communities added up as they are. */
function sumTogether({ areaIds, share }: SeenShare, page: SeenPage, known: ReadonlyMap<string, number>): Sum {
  const parts = page.filter((one) => areaIds.includes(one.areaId));
  const sum = share * parts.reduce((all, one) => all + one.n, 0);
  const terms = parts.map((one) => ({
    index: must(known.get(`${one.areaId} ${one.release}`), 'a community on the page'),
    weight: 1,
  }));
  return { terms, low: sum - 1e-6, high: sum + 1e-6 };
}

function countPossible(system: System, target: number): number {
  const { low, high } = must(system.unknowns[target], 'an unknown');
  let possible = 0;
  for (let count = low; count <= high; count += 1) {
    const ranges = system.unknowns.map((one) => ({ low: one.low, high: one.high }));
    ranges[target] = { low: count, high: count };
    if (solvable(system, ranges)) possible += 1;
  }
  return possible;
}

/** Narrows, then tries the counts of the unknown with the fewest left. */
function solvable(system: System, ranges: Range[]): boolean {
  if (!narrow(system, ranges)) return false;
  let choice = -1;
  for (const [index, range] of ranges.entries()) {
    const width = range.high - range.low;
    const best = ranges[choice];
    if (width > 0 && (best === undefined || width < best.high - best.low)) choice = index;
  }
  const chosen = ranges[choice];
  if (chosen === undefined) return true;
  for (let count = chosen.low; count <= chosen.high; count += 1) {
    const next = ranges.map((range) => ({ ...range }));
    next[choice] = { low: count, high: count };
    if (solvable(system, next)) return true;
  }
  return false;
}

function narrow(system: System, ranges: Range[]): boolean {
  for (let changed = true; changed;) {
    changed = false;
    const limit = (index: number, low: number, high: number): void => {
      const range = must(ranges[index], 'a range');
      const next = { low: Math.max(range.low, low), high: Math.min(range.high, high) };
      if (next.low > range.low || next.high < range.high) changed = true;
      ranges[index] = next;
    };
    for (const { from, to, most } of system.steps) {
      const [before, after] = [must(ranges[from], 'a range'), must(ranges[to], 'a range')];
      limit(to, before.low, before.high + most);
      limit(from, after.low - most, after.high);
    }
    for (const { terms, low, high } of system.sums) {
      const least = terms.reduce(
        (sum, { index, weight }) => sum + weight * must(ranges[index], 'a range').low,
        0,
      );
      const most = terms.reduce(
        (sum, { index, weight }) => sum + weight * must(ranges[index], 'a range').high,
        0,
      );
      for (const { index, weight } of terms) {
        const range = must(ranges[index], 'a range');
        const othersLeast = least - weight * range.low;
        const othersMost = most - weight * range.high;
        limit(
          index,
          Math.ceil((low - othersMost) / weight - 1e-6),
          Math.floor((high - othersLeast) / weight + 1e-6),
        );
      }
    }
    if (ranges.some((range) => range.low > range.high)) return false;
  }
  return true;
}
