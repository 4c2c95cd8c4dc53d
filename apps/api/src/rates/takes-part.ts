/**
 * Which released cells may be compared with others: those whose value everybody can read. A banded or hidden cell takes
 * part in no difference, funnel or total, so that nothing worked out here says more than the released page did.
 */
import { must } from '@huhudao/domain';
import type { ReleasedCell } from './released-cells.ts';

export type PrintedCell = ReleasedCell & { cell: { value: number } };

export function takesPart(released: ReleasedCell): released is PrintedCell {
  const { kind, value } = released.cell;
  return (kind === 'shown' || kind === 'flagged') && value !== null;
}

/** Favourable answers of a printed cell of a sample, as its value and effective size tell them. */
export function countsOf({ cell, effectiveN }: PrintedCell): { favourable: number; n: number } {
  const n = must(effectiveN, 'the size of a printed sample');
  return { favourable: cell.value * n, n };
}

/** The same in whole answers, for exact tests: a community is a simple sample, whose effective size is its answers. */
export function wholeCountsOf(printed: PrintedCell): { favourable: number; n: number } {
  const n = Math.round(countsOf(printed).n);
  return { favourable: Math.round(printed.cell.value * n), n };
}
