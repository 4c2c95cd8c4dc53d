import type { EChartsOption } from 'echarts';
import type { CoverageRow } from '@huhudao/protocol';
import { withNames } from '../../parts/charts/with-names.ts';
import type { Tokens } from '../../parts/tokens.ts';

type Tile = { row: CoverageRow; share: number | null; column: number; line: number };

/** Buildings from the top, and their stairwells beside each other under what they are called. */
export type CoverageMap = { buildings: string[]; stairwells: string[]; tiles: Tile[] };

/** Stairwells by building, in the order of the register; a building may lack what another has. */
export function coverageMapOf(rows: readonly CoverageRow[]): CoverageMap {
  const placed = rows.flatMap((row) => (row.stairwell === null ? [] : [{ row, ...row.stairwell }]));
  const buildings = [...new Set(placed.map(({ building }) => building))];
  const stairwells = [...new Set(placed.map(({ label }) => label))].toSorted((one, other) =>
    one.localeCompare(other, 'zh-CN', { numeric: true }),
  );
  const tiles = placed.map(({ row, building, label }) => ({
    row,
    share: shareOf(row),
    column: stairwells.indexOf(label),
    line: buildings.indexOf(building),
  }));
  return { buildings, stairwells, tiles };
}

/** Of the eligible households, those settled; null where none is eligible. */
export const shareOf = ({ settled, eligible }: CoverageRow): number | null =>
  eligible === 0 ? null : settled / eligible;

/** As whole percents that say 0 and 100 only of none and of all. */
export function wholePercent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return '<1%';
  return rounded === 100 && share < 1 ? '>99%' : `${rounded}%`;
}

type Look = { tokens: Tokens; tip: (row: CoverageRow) => string };

const line = 26;
const rest = 40;
export const coverageMapHeight = (buildings: number): number => buildings * line + rest;

/** A tile for each stairwell: the darker, the more doors are settled, with the figure written in it. */
export function coverageMapOption({ buildings, stairwells, tiles }: CoverageMap, look: Look): EChartsOption {
  const { tokens, tip } = look;
  const axis = {
    type: 'category' as const,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: tokens.ink, fontSize: 12, interval: 0 },
  };
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 8, bottom: 8, ...withNames },
    xAxis: {
      ...axis,
      position: 'top',
      data: stairwells,
      axisLabel: { ...axis.axisLabel, hideOverlap: true },
    },
    yAxis: {
      ...axis,
      inverse: true,
      data: buildings,
      axisLabel: { ...axis.axisLabel, width: 180, overflow: 'truncate' },
    },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (parameters) => {
        const one = Array.isArray(parameters) ? parameters[0] : parameters;
        const tile = one === undefined ? undefined : tiles[one.dataIndex];
        return tile === undefined ? '' : tip(tile.row);
      },
    },
    series: [tileSeries(tiles, tokens)],
  };
}

function tileSeries(tiles: readonly Tile[], tokens: Tokens) {
  return {
    type: 'custom' as const,
    data: tiles.map(({ column, line: at }) => [column, at]),
    renderItem: (
      { dataIndex }: { dataIndex: number },
      api: { coord: (at: number[]) => number[]; size?: (of: number[]) => number | number[] },
    ) => {
      const { column = 0, line: at = 0, share = null } = tiles[dataIndex] ?? {};
      const [x = 0, y = 0] = api.coord([column, at]);
      const size = api.size?.([1, 1]);
      const [width = 0, height = 0] = Array.isArray(size) ? size : [size];
      const shape = {
        x: x - width / 2 + 1,
        y: y - height / 2 + 1,
        width: width - 2,
        height: height - 2,
        r: 3,
      };
      return {
        type: 'group' as const,
        children: [
          // Beneath, so that a pale tile is as pale on any page.
          { type: 'rect' as const, shape, style: { fill: tokens.surface, stroke: tokens['accent-line'] } },
          { type: 'rect' as const, shape, style: { fill: tokens.accent, opacity: darknessOf(share) } },
          {
            type: 'text' as const,
            style: {
              x,
              y,
              text: share === null ? '—' : wholePercent(share),
              align: 'center' as const,
              verticalAlign: 'middle' as const,
              fontSize: 12,
              fill: share !== null && share >= darkFrom ? tokens['on-accent'] : tokens.ink,
            },
          },
        ],
      };
    },
  };
}

/** From here on a tile is dark enough for the figure to stand out in the colour of the ground. */
const darkFrom = 0.75;

/** A jump at the change of the figure's colour: half-dark tiles would be hard to read with either. */
function darknessOf(share: number | null): number {
  if (share === null) return 0;
  return share >= darkFrom ? 0.85 + (share - darkFrom) * 0.6 : share * 0.5;
}
