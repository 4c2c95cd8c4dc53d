import type { Matrix } from '../numeric/solve.ts';
import type { Margin } from './raking.ts';

/** Auxiliary values and totals of margins: a column of 0 and 1 for each category, for `calibrate` and its residuals. */
export function marginColumns(margins: readonly Margin[]): { auxiliaries: Matrix; totals: number[] } {
  const columns = margins.flatMap((margin) =>
    [...margin.totals].map(([category, total]) => ({ margin, category, total })),
  );
  const rows = margins[0]?.categories.length ?? 0;
  return {
    auxiliaries: Array.from({ length: rows }, (_, row) =>
      columns.map(({ margin, category }) => (margin.categories[row] === category ? 1 : 0)),
    ),
    totals: columns.map(({ total }) => total),
  };
}
