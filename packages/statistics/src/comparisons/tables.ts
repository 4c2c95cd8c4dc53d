import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import hypergeometricPmf from '@stdlib/stats-base-dists-hypergeometric-pmf';
import type { Matrix } from '../numeric/solve.ts';
import { sumOf } from '../numeric/sums.ts';
import { StatisticsError, requireCount } from '../statistics-error.ts';
import type { TwoCounts } from './difference.ts';
import { requireTwoCounts } from './difference.ts';

export interface ChiSquareTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Pearson's χ² that rows and columns of a table of counts have nothing to do with each other; `undefined` where a
 * row or column is empty. `yates` corrects a 2 × 2 table for continuity as R's `chisq.test` does.
 */
export function pearsonChiSquare(
  table: Matrix,
  { yates = false }: { yates?: boolean } = {},
): ChiSquareTest | undefined {
  const { rowSums, columnSums, total } = marginsOf(table);
  if (rowSums.includes(0) || columnSums.includes(0)) return undefined;
  const cells = table.flatMap((row, i) =>
    row.map((observed, j) => ({
      expected: ((rowSums[i] ?? 0) * (columnSums[j] ?? 0)) / total,
      observed,
    })),
  );
  const distances = cells.map(({ observed, expected }) => Math.abs(observed - expected));
  const correction = yates && cells.length === 4 ? Math.min(0.5, ...distances) : 0;
  const statistic = sumOf(
    cells.map(({ expected }, index) => ((distances[index] ?? 0) - correction) ** 2 / expected),
  );
  const df = (rowSums.length - 1) * (columnSums.length - 1);
  return { statistic, df, p: 1 - chiSquareCdf(statistic, df) };
}

/**
 * Fisher's exact test of two shares, two-sided: the probability of all tables with the same margins that are no more
 * likely than the one seen. Equals R's `fisher.test`.
 */
export function fisherExact({ favourable1, n1, favourable2, n2 }: TwoCounts): number {
  requireTwoCounts({ favourable1, n1, favourable2, n2 });
  const favourable = favourable1 + favourable2;
  const from = Math.max(0, favourable - n2);
  const counts = Array.from({ length: Math.min(n1, favourable) - from + 1 }, (_, index) => from + index);
  const likely = (count: number) => hypergeometricPmf(count, n1 + n2, favourable, n1);
  // Tables as likely as the one seen differ from it by rounding only; the factor is R's.
  const limit = likely(favourable1) * (1 + 1e-7);
  return Math.min(1, sumOf(counts.map(likely).filter((probability) => probability <= limit)));
}

function marginsOf(table: Matrix): { rowSums: number[]; columnSums: number[]; total: number } {
  const width = table[0]?.length ?? 0;
  if (width === 0 || table.some((row) => row.length !== width)) {
    throw new StatisticsError('invalidTable', 'a table needs rows of the same length');
  }
  for (const count of table.flat()) requireCount(count, 'cell');
  const rowSums = table.map(sumOf);
  const columnSums = Array.from({ length: width }, (_, j) => sumOf(table.map((row) => row[j] ?? 0)));
  return { rowSums, columnSums, total: sumOf(rowSums) };
}
