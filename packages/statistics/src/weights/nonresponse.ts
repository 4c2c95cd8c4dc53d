import { StatisticsError, requireCount } from '../statistics-error.ts';

/** Weighted households of an adjustment cell, by what became of them, and how many answered. */
export interface AdjustmentCell {
  readonly name: string;
  /** Sum of the base weights of those that responded. */
  readonly responded: number;
  /** Of the eligible that did not respond. */
  readonly notResponded: number;
  /** Of those whose eligibility stayed unknown. */
  readonly unknown: number;
  /** Of those known not to be eligible. */
  readonly notEligible: number;
  /** Unweighted number of respondents; cells are collapsed by it. */
  readonly respondents: number;
}

export interface AdjustmentFactors {
  /** (known + unknown)/known. */
  readonly unknown: number;
  /** (responded + not)/responded. */
  readonly nonresponse: number;
  readonly total: number;
}

export interface AdjustedCell extends AdjustmentFactors {
  /** The cells of the request that share these factors, in their order. */
  readonly names: readonly string[];
}

/** From when on a cell is joined with its neighbour. */
export interface CollapseRules {
  readonly fewestRespondents: number;
  readonly largestFactor: number;
}

export const defaultCollapseRules: CollapseRules = { fewestRespondents: 20, largestFactor: 2 };

/**
 * Weighting-class factors of one cell: the weight of households of unknown eligibility is spread over the known, that
 * of eligible non-respondents over respondents. Source: Kalton and Flores-Cervantes 2003; measurement.md §5.
 */
export function adjustmentFactors(cell: Omit<AdjustmentCell, 'name' | 'respondents'>): AdjustmentFactors {
  const { responded, notResponded, notEligible } = cell;
  for (const weight of [responded, notResponded, notEligible, cell.unknown]) requireCount(weight, 'weight');
  if (responded === 0) throw new StatisticsError('emptySample', 'nobody of the cell responded');
  const known = responded + notResponded + notEligible;
  const unknown = (known + cell.unknown) / known;
  const nonresponse = (responded + notResponded) / responded;
  return { unknown, nonresponse, total: unknown * nonresponse };
}

/**
 * Factors of a list of cells in which neighbours are alike (in order of size, age, district…): a cell with fewer
 * than 20 respondents or a factor above 2 is joined with its smaller neighbour until none is left, or only one cell.
 */
export function adjustNonresponse(
  cells: readonly AdjustmentCell[],
  rules: CollapseRules = defaultCollapseRules,
): AdjustedCell[] {
  let groups = cells.map((cell) => [cell]);
  for (;;) {
    const weakest = groups.findIndex((group) => isWeak(joined(group), rules));
    if (weakest < 0 || groups.length === 1) break;
    groups = joinWithNeighbour(groups, weakest);
  }
  return groups.map((group) => ({
    names: group.map(({ name }) => name),
    ...adjustmentFactors(joined(group)),
  }));
}

function isWeak(cell: AdjustmentCell, { fewestRespondents, largestFactor }: CollapseRules): boolean {
  if (cell.respondents < fewestRespondents || cell.responded === 0) return true;
  return adjustmentFactors(cell).total > largestFactor;
}

function joinWithNeighbour(groups: readonly AdjustmentCell[][], index: number): AdjustmentCell[][] {
  const sizeAt = (at: number) => {
    const group = groups[at];
    return group === undefined ? Infinity : joined(group).respondents;
  };
  const first = sizeAt(index - 1) < sizeAt(index + 1) ? index - 1 : index;
  const pair = [...(groups[first] ?? []), ...(groups[first + 1] ?? [])];
  // The last cell has no neighbour after it.
  if (first + 1 >= groups.length) return joinWithNeighbour(groups, index - 1);
  return [...groups.slice(0, first), pair, ...groups.slice(first + 2)];
}

function joined(group: readonly AdjustmentCell[]): AdjustmentCell {
  const sum = (field: Exclude<keyof AdjustmentCell, 'name'>) =>
    group.reduce((all, cell) => all + cell[field], 0);
  return {
    name: group.map(({ name }) => name).join(' + '),
    responded: sum('responded'),
    notResponded: sum('notResponded'),
    unknown: sum('unknown'),
    notEligible: sum('notEligible'),
    respondents: sum('respondents'),
  };
}
