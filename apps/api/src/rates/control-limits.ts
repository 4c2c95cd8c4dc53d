/** The control chart of a community's rates over its sampled rounds (p-chart): which round is more than chance away. */
import type { ResponseOf, readTrend } from '@huhudao/protocol';
import { pChart } from '@huhudao/statistics';
import type { ReleasedCell } from './released-cells.ts';
import { takesPart, wholeCountsOf } from './takes-part.ts';

type Control = NonNullable<ResponseOf<typeof readTrend>[number]['cells'][number]['control']>;
/** With fewer, the limits would say more of the few rounds than of chance. */
const leastRounds = 5;

/**
 * The limits of each printed cell, with the rounds in their order. A line is judged by itself: a new definition begins
 * another one. Only printed cells take part, so that the limits say nothing of those that are hidden.
 */
export function controlLimits(cells: readonly ReleasedCell[]): ReadonlyMap<ReleasedCell, Control> {
  const series = Map.groupBy(cells, ({ cell }) => `${cell.areaId} ${cell.indicator}`);
  return new Map([...series.values()].flatMap(linesOf).flatMap(limitsOf));
}

function linesOf(series: readonly ReleasedCell[]): ReleasedCell[][] {
  const lines: ReleasedCell[][] = [];
  for (const one of series) {
    const line = lines.at(-1);
    if (line?.at(-1)?.cell.formulaId === one.cell.formulaId) line?.push(one);
    else lines.push([one]);
  }
  return lines;
}

function limitsOf(line: readonly ReleasedCell[]): [ReleasedCell, Control][] {
  const printed = line.filter(takesPart);
  if (printed.length < leastRounds) return [];
  const { centre, points } = pChart(printed.map(wholeCountsOf));
  return printed.flatMap((cell, index) => {
    const point = points[index];
    if (point === undefined) return [];
    const { lower, upper, position } = point;
    return [[cell, { centre, lower, upper, position }]];
  });
}
