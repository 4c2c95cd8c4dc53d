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

/** The same in the answers themselves, for exact tests: a community's rate is a plain share of them. */
export function wholeCountsOf({ cell }: PrintedCell): { favourable: number; n: number } {
  const n = must(cell.n, 'the answers of a printed cell');
  return { favourable: Math.round(cell.value * n), n };
}
