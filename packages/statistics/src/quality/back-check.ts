import { zOf } from '../comparisons/difference.ts';
import { defaultConfidence } from '../intervals/interval.ts';
import type { Matrix } from '../numeric/solve.ts';
import { sumOf } from '../numeric/sums.ts';
import { StatisticsError, requireWholeCount } from '../statistics-error.ts';

export interface Reliability {
  readonly n: number;
  /** Share of answers that were the same the second time. */
  readonly agreement: number;
  /** 1 − agreement. */
  readonly grossDifferenceRate: number;
  /** Gross difference over what two unrelated interviews would differ by: 0 perfect, 1 no better than chance. */
  readonly indexOfInconsistency: number | undefined;
  readonly kappa: { readonly value: number; readonly lower: number; readonly upper: number } | undefined;
  /** For each answer: its share at first minus at the back-check. In a yes/no table the first is the net difference rate. */
  readonly netDifferenceRates: readonly number[];
}

/**
 * How reliably an item was answered: a table of first answers (rows) by back-check answers (columns). Index and kappa
 * are undefined where everybody always said the same. Kappa's interval takes the large-sample standard error.
 *
 * Source: U.S. Census Bureau reinterview measures (Forsman and Schreiner 1991); Cohen 1960; Fleiss, Cohen and
 * Everitt 1969, Psychological Bulletin 72:323–327.
 */
export function backCheckReliability(table: Matrix, confidence: number = defaultConfidence): Reliability {
  const n = requireSquare(table);
  const rows = table.map((row) => sumOf(row) / n);
  const columns = table.map((_, column) => sumOf(table.map((row) => row[column] ?? 0)) / n);
  const agreement = sumOf(table.map((row, index) => row[index] ?? 0)) / n;
  const byChance = sumOf(rows.map((share, index) => share * (columns[index] ?? 0)));
  const grossDifferenceRate = 1 - agreement;
  const netDifferenceRates = rows.map((share, index) => share - (columns[index] ?? 0));
  const shared = { n, agreement, grossDifferenceRate, netDifferenceRates };
  if (byChance >= 1) return { ...shared, indexOfInconsistency: undefined, kappa: undefined };
  const value = (agreement - byChance) / (1 - byChance);
  const half = zOf(confidence) * kappaStandardError(table, { n, rows, columns, agreement, byChance });
  const kappa = { value, lower: Math.max(-1, value - half), upper: Math.min(1, value + half) };
  return { ...shared, indexOfInconsistency: grossDifferenceRate / (1 - byChance), kappa };
}

interface TableShares {
  readonly n: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly agreement: number;
  readonly byChance: number;
}

function kappaStandardError(table: Matrix, { n, rows, columns, agreement, byChance }: TableShares): number {
  const kappa = (agreement - byChance) / (1 - byChance);
  const terms = table.flatMap((row, i) =>
    row.map((count, j) => {
      const margins = (columns[i] ?? 0) + (rows[j] ?? 0);
      const part = i === j ? (1 - margins * (1 - kappa)) ** 2 : ((1 - kappa) * margins) ** 2;
      return (count / n) * part;
    }),
  );
  const centre = (kappa - byChance * (1 - kappa)) ** 2;
  return Math.sqrt(Math.max(0, sumOf(terms) - centre) / n) / (1 - byChance);
}

function requireSquare(table: Matrix): number {
  if (table.length < 2 || table.some((row) => row.length !== table.length)) {
    throw new StatisticsError('invalidTable', 'a back-check table has the same answers as rows and columns');
  }
  for (const count of table.flat()) requireWholeCount(count, 'answers');
  const n = sumOf(table.flat());
  if (n === 0) throw new StatisticsError('emptySample', 'nothing was checked back');
  return n;
}
