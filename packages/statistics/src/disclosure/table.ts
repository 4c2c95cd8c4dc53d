import { StatisticsError } from '../statistics-error.ts';
import { classifyCell, isExact } from './cell.ts';
import type { Cell, CellDecision } from './cell.ts';
import { countFittingValues, countsPublishedAlike } from './reader.ts';
import type { TotalSlack, UnprintedCount } from './reader.ts';
import { roundingWindow } from './rounding.ts';
import { defaultDisclosureRules } from './rules.ts';
import type { DisclosureRules } from './rules.ts';

/**
 * How the figure of the whole is published. `counts`: its favourable answers and n, plain sums of the cells'.
 * `share`: only `Σ w f / Σ w n` rounded to `decimals` digits, `weights` being what an answer of each cell stands
 * for. Print nothing finer than that, and take its interval from `releasedProportion`.
 */
export type PublishedTotal =
  | { readonly as: 'counts' }
  | {
      readonly as: 'share';
      readonly weights: readonly number[];
      readonly decimals: number;
      readonly effectiveN?: number;
      readonly df?: number;
    };

export interface TableRequest {
  readonly cells: readonly Cell[];
  readonly total: PublishedTotal;
  readonly rules?: DisclosureRules;
  /** What a reader knows of the cells from earlier releases, in the order of the cells. */
  readonly earlier?: readonly (EarlierReleases | undefined)[];
}

/** What the earlier releases of a cell tell about its count. */
export interface EarlierReleases {
  /** True where one printed it: hiding it now would hide nothing. */
  readonly printed: boolean;
  /** Between these lies the count now. */
  readonly low: number;
  readonly high: number;
}

export interface TableDecision {
  /** In the order of the request. */
  readonly cells: readonly CellDecision[];
  readonly total: CellDecision;
}

const secondary: CellDecision = { kind: 'hidden', reason: 'secondary' };

/**
 * Decides on a whole table at once: a street's total and the communities it is made of.
 *
 * Each cell is judged on its own first. If the total is printed, the cells that are not printed add up to a number
 * anybody can work out, so that one such cell alone would be given back by subtraction, and two with "≥ 95%" by
 * their sum. The unprinted cells are therefore safe only if
 *
 * 1. there are at least two of them and together they could themselves be printed: 5 answers, and a minority of 5
 *    on either side; and
 * 2. for each cell unprinted for its own sake, at least 5 counts (or all its band allows, if fewer) still fit
 *    everything that is published. Counted as a reader would who knows n of every cell and these rules, so that a
 *    band, a reason and the fact that a cell was only hidden for the sake of another all narrow what is possible.
 *
 * Until then one more cell is hidden, the one with the fewest answers first, with the reason `secondary`; if none
 * is left, the total. The order goes by n alone, which is public anyway: an order by opinion would tell opinions.
 * For the same reason the cells stay hidden when the total had to go: printed, they would tell how near to safe
 * the table was.
 *
 * A cell hidden as imprecise holds no secret if its minority is 5 or more, but it is protected like the others: a
 * hidden figure that a subtraction brings back is not hidden, and protecting only those with a small minority
 * would tell which these are.
 *
 * What remains: somebody who reruns these rules on every table that fits can rule out a few counts more, because
 * that a further cell had to go says something too. The attack tests bound this for sums (at least two counts are
 * left for every secret); for weighted shares it depends on weights and rounding.
 *
 * Cells printed in an earlier release stay printed and are never hidden for the sake of another.
 *
 * One table is one total and its parts. A cell not printed here must not be printed in another table or broken
 * down further; shares of one item (top share, headline share) are published or withheld together.
 */
export function protectTable(request: TableRequest): TableDecision {
  const { cells, total, rules = defaultDisclosureRules, earlier = [] } = request;
  const rows = cells.map((cell, index) => ({ cell, own: classifyCell(cell, rules), index }));
  const sum = { ...sumOf(cells), ...(total.as === 'share' ? sampleOf(total) : {}) };
  const whole = classifyCell(sum, rules);
  const concealed = (row: Row): Concealed => ({
    ...row,
    count: within(countsPublishedAlike(row.cell, row.own, rules), earlier[row.index]),
  });
  const printedBefore = (row: Row) => earlier[row.index]?.printed === true;
  // A cell without answers is not printed either, but there is nothing in it to be found out.
  const unprinted = rows.filter((row) => !isExact(row.own) && row.cell.n > 0).map(concealed);
  const decide = (totalDecision: CellDecision) => ({
    cells: rows.map(({ own, index }) =>
      isExact(own) && unprinted.some((row) => row.index === index) ? secondary : own,
    ),
    total: totalDecision,
  });
  if (whole.kind === 'hidden') return decide(whole);
  // Of a cell printed once, a reader knows nearly what it is: it takes up no difference for the others.
  if (unprinted.some(printedBefore)) return decide(secondary);
  if (whole.kind === 'banded') {
    const { actual, low, high } = countsPublishedAlike(sum, whole, rules);
    const slack = { down: actual - low, up: high - actual };
    return decide(keepsSecrets(unprinted, slack, () => 1, rules) ? whole : secondary);
  }
  const weightOf = weightsOf(rows, total);
  const slack = slackOf(rows, total, weightOf);
  const hideable = rows.filter((row) => isExact(row.own) && !printedBefore(row));
  const printed = hideable.toSorted((one, other) => one.cell.n - other.cell.n);
  while (!(isPrintable(unprinted, rules) && keepsSecrets(unprinted, slack, weightOf, rules))) {
    const next = printed.shift();
    if (next === undefined) return decide(secondary);
    unprinted.push(concealed(next));
  }
  return decide(whole);
}

function within({ actual, low, high }: UnprintedCount, earlier: EarlierReleases | undefined): UnprintedCount {
  if (earlier === undefined) return { actual, low, high };
  return { actual, low: Math.max(low, earlier.low), high: Math.min(high, earlier.high) };
}

interface Row {
  readonly cell: Cell;
  /** What the cell would be if it stood alone. */
  readonly own: CellDecision;
  readonly index: number;
}

interface Concealed extends Row {
  readonly count: UnprintedCount;
}

type WeightOf = (row: Row) => number;

/** Whether the cells together, whose sum anybody can work out, are at least two and could be printed as one. */
function isPrintable(unprinted: readonly Concealed[], rules: DisclosureRules): boolean {
  if (unprinted.length === 0) return true;
  const { n, favourable } = sumOf(unprinted.map((row) => row.cell));
  return unprinted.length > 1 && Math.min(favourable, n - favourable) >= rules.smallestShown;
}

/** Whether enough counts fit for each cell: 5 for a secret, 2 for what is only hidden for the sake of another. */
function keepsSecrets(
  unprinted: readonly Concealed[],
  slack: TotalSlack,
  weightOf: WeightOf,
  rules: DisclosureRules,
): boolean {
  const counts = unprinted.map((row) => ({ row, weighted: { ...row.count, weight: weightOf(row) } }));
  return counts.every(({ row, weighted }) => {
    const others = counts.filter((other) => other.row !== row).map((other) => other.weighted);
    const wanted = isExact(row.own) ? 2 : Math.min(rules.smallestShown, weighted.high - weighted.low + 1);
    return countFittingValues(weighted, others, slack, wanted) >= wanted;
  });
}

function weightsOf(rows: readonly Row[], total: PublishedTotal): WeightOf {
  if (total.as === 'counts') return () => 1;
  const { weights } = total;
  for (const { cell, index } of rows) {
    const weight = weights[index] ?? Number.NaN;
    // The weight of a cell without answers is N/0; nobody is weighted by it.
    if (cell.n > 0 && !(weight > 0 && weight < Infinity)) {
      throw new StatisticsError('invalidCount', `cell ${index} needs a positive weight, got ${weight}`);
    }
  }
  return ({ cell, index }) => (cell.n === 0 ? 0 : (weights[index] ?? 0));
}

function slackOf(rows: readonly Row[], total: PublishedTotal, weightOf: WeightOf): TotalSlack {
  if (total.as === 'counts') return { down: 0, up: 0 };
  const base = rows.reduce((sum, row) => sum + weightOf(row) * row.cell.n, 0);
  const favourable = rows.reduce((sum, row) => sum + weightOf(row) * row.cell.favourable, 0);
  const window = roundingWindow(favourable / base, total.decimals);
  return {
    down: favourable - window.lower * base - onTheEdge,
    up: window.upper * base - favourable - onTheEdge,
  };
}

/** What lies so near to the edge of the window may be rounded to either side: it is not counted on. */
const onTheEdge = 1e-6;

function sampleOf({ effectiveN, df }: { effectiveN?: number; df?: number }): Partial<Cell> {
  return { ...(effectiveN === undefined ? {} : { effectiveN }), ...(df === undefined ? {} : { df }) };
}

function sumOf(cells: readonly Cell[]): { n: number; favourable: number } {
  return {
    n: cells.reduce((sum, cell) => sum + cell.n, 0),
    favourable: cells.reduce((sum, cell) => sum + cell.favourable, 0),
  };
}
