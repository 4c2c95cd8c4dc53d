import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import { designMean } from '../design/estimates.ts';
import type { WeightedSample } from '../design/estimates.ts';
import { designCovariance } from '../design/linearised-variance.ts';
import { solve } from '../numeric/solve.ts';
import type { Matrix } from '../numeric/solve.ts';
import { dot, sumOf } from '../numeric/sums.ts';
import { StatisticsError } from '../statistics-error.ts';
import { pearsonChiSquare } from './tables.ts';

export interface RaoScottTest {
  /** Pearson's χ² of the weighted table scaled to the number of respondents. */
  readonly pearson: number;
  /** Mean of the generalised design effects; 1 in a simple random sample. */
  readonly meanDesignEffect: number;
  /** First order: χ² over the mean design effect, as χ² (R's `statistic = "Chisq"`). */
  readonly firstOrder: { readonly statistic: number; readonly df: number; readonly p: number };
  /** Second order (Satterthwaite): an F test that allows for unequal design effects, the one reported (R's `"F"`). */
  readonly secondOrder: {
    readonly statistic: number;
    readonly numeratorDf: number;
    readonly denominatorDf: number;
    readonly p: number;
  };
}

/**
 * Whether two questions have to do with each other, under the design of the sample.
 * Source: Rao and Scott 1984, Annals of Statistics 12:46–60; equals R's `svychisq`.
 */
export function raoScott(
  rows: readonly string[],
  columns: readonly string[],
  sample: WeightedSample,
): RaoScottTest {
  const cells = cellsOf(rows, columns);
  const estimates = cells.indicators.map((indicator) => designMean(indicator, sample));
  const shares = estimates.map(({ value }) => value);
  const width = cells.columnNames.length;
  const table = cells.rowNames.map((_, row) =>
    shares.slice(row * width, (row + 1) * width).map((share) => share * rows.length),
  );
  const pearson = pearsonChiSquare(table);
  if (pearson === undefined || pearson.df === 0) {
    throw new StatisticsError('invalidTable', 'two questions need two answers each');
  }
  const covariance = estimates.map((one) =>
    estimates.map((other) => designCovariance(one.linearised, other.linearised, sample)),
  );
  const effects = generalisedDesignEffects(table, shares, covariance);
  const trace = sumOf(effects.map((row, index) => row[index] ?? 0));
  const traceOfSquare = sumOf(
    effects.flatMap((row, i) => row.map((value, j) => value * (effects[j]?.[i] ?? 0))),
  );
  const numeratorDf = trace ** 2 / traceOfSquare;
  const denominatorDf = numeratorDf * (estimates[0]?.df ?? Number.NaN);
  const { statistic, df } = pearson;
  const [first, second] = [(statistic * df) / trace, statistic / trace];
  return {
    pearson: statistic,
    meanDesignEffect: trace / df,
    firstOrder: { statistic: first, df, p: 1 - chiSquareCdf(first, df) },
    secondOrder: {
      statistic: second,
      numeratorDf,
      denominatorDf,
      p: 1 - fCdf(second, numeratorDf, denominatorDf),
    },
  };
}

function cellsOf(rows: readonly string[], columns: readonly string[]) {
  const rowNames = [...new Set(rows)].toSorted();
  const columnNames = [...new Set(columns)].toSorted();
  const indicators = rowNames.flatMap((row) =>
    columnNames.map((column) => rows.map((name, at) => (name === row && columns[at] === column ? 1 : 0))),
  );
  return { rowNames, columnNames, indicators };
}

/** `(C'D⁻¹C/n)⁻¹ C'D⁻¹ V D⁻¹ C`: how much larger the variances of the interactions are than in a simple sample. */
function generalisedDesignEffects(table: Matrix, shares: readonly number[], covariance: Matrix): number[][] {
  const contrasts = interactionContrasts(table.length, table[0]?.length ?? 0);
  const scaled = contrasts.map((contrast) =>
    contrast.map((value, index) => (shares[index] ? value / shares[index] : 0)),
  );
  const n = sumOf(table.flat());
  const simple = contrasts.map((one) => scaled.map((other) => dot(one, other) / n));
  const images = scaled.map((vector) => covariance.map((row) => dot(row, vector)));
  const actual = scaled.map((vector) => images.map((image) => dot(vector, image)));
  // One column after the other; the result is by columns, whose trace and squared trace are those of the matrix.
  return actual.map((_, column) =>
    solve(
      simple,
      actual.map((row) => row[column] ?? 0),
    ),
  );
}

/** A basis of what is left of a table when rows and columns are taken out: products of centred row and column codes. */
function interactionContrasts(height: number, width: number): number[][] {
  const centred = (size: number, chosen: number) =>
    Array.from({ length: size }, (_, index) => (index === chosen ? 1 : 0) - 1 / size);
  return Array.from({ length: (height - 1) * (width - 1) }, (_, index) => {
    const row = centred(height, Math.floor(index / (width - 1)) + 1);
    const column = centred(width, (index % (width - 1)) + 1);
    return row.flatMap((a) => column.map((b) => a * b));
  });
}
