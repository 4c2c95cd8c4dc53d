import type { CellDecision } from './cell.ts';
import { classifyCell, isExact } from './cell.ts';
import type { DisclosureRules } from './rules.ts';
import { roundShare } from './rounding.ts';
import type { PublishedTotal, TableDecision } from './table.ts';

/** A table as it is on the page: printed counts, bands and reasons, and the total. */
export interface PublishedTable {
  readonly sizes: readonly number[];
  readonly cells: readonly (number | CellDecision)[];
  /** The sum or the rounded share; `undefined` where it is not printed. */
  readonly total: number | undefined;
  readonly band: CellDecision | undefined;
}

export function publish(
  sizes: readonly number[],
  counts: readonly number[],
  decision: TableDecision,
  total: PublishedTotal,
): PublishedTable {
  return {
    sizes,
    cells: decision.cells.map((cell, index) => (isExact(cell) ? (counts[index] ?? Number.NaN) : cell)),
    total: isExact(decision.total) ? totalOf(sizes, counts, total) : undefined,
    band: decision.total.kind === 'banded' ? decision.total : undefined,
  };
}

export function totalOf(sizes: readonly number[], counts: readonly number[], total: PublishedTotal): number {
  if (total.as === 'counts') return counts.reduce((sum, count) => sum + count, 0);
  const weighted = (values: readonly number[]) =>
    values.reduce((sum, value, index) => sum + value * (total.weights[index] ?? 0), 0);
  return roundShare(weighted(counts) / weighted(sizes), total.decimals);
}

/**
 * Everything somebody can find out who knows the rules, how many answered everywhere, and the page: tries every
 * combination of counts the page allows and returns, per cell, the counts that remain.
 */
export function attack(page: PublishedTable, total: PublishedTotal, rules: DisclosureRules): Set<number>[] {
  const allowed = page.sizes.map((n, index) => countsAllowed(n, page.cells[index], rules));
  const found = allowed.map(() => new Set<number>());
  const counts: number[] = [];
  const descend = (index: number): void => {
    const here = allowed[index];
    if (here === undefined) {
      if (fitsTotal(page, counts, total, rules))
        for (const [at, set] of found.entries()) set.add(counts[at] ?? -1);
      return;
    }
    for (const count of here) {
      counts[index] = count;
      descend(index + 1);
    }
  };
  descend(0);
  return found;
}

/** The counts of one cell that the page allows before the total is looked at. */
export function countsAllowed(
  n: number,
  cell: number | CellDecision | undefined,
  rules: DisclosureRules,
): number[] {
  const every = Array.from({ length: n + 1 }, (_, count) => count);
  if (cell === undefined || typeof cell === 'number') return cell === undefined ? every : [cell];
  return every.filter((favourable) => {
    const own = classifyCell({ n, favourable }, rules);
    if (cell.kind === 'hidden' && cell.reason === 'secondary') return isExact(own);
    return JSON.stringify(own) === JSON.stringify(cell);
  });
}

function fitsTotal(
  page: PublishedTable,
  counts: readonly number[],
  total: PublishedTotal,
  rules: DisclosureRules,
): boolean {
  if (page.total !== undefined) return totalOf(page.sizes, counts, total) === page.total;
  if (page.band === undefined) return true;
  const n = page.sizes.reduce((sum, size) => sum + size, 0);
  const favourable = counts.reduce((sum, count) => sum + count, 0);
  return JSON.stringify(classifyCell({ n, favourable }, rules)) === JSON.stringify(page.band);
}
