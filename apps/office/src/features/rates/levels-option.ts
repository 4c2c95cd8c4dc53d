import type { EChartsOption } from 'echarts';
import type { RateCell } from '@huhudao/protocol';
import { withNames } from '../../parts/charts/with-names.ts';
import type { Tokens } from '../../parts/tokens.ts';
import { companionsOf } from './companions.ts';

/** Shares of one base that make up the whole. */
export type Levels = { top: number; good: number; rest: number };

/** A community or a round: with its levels, or without where they are not printed. */
export type LevelsRow = {
  name: string;
  levels: Levels | null;
  /** What stands beside the bar, or in its place. */
  words: string;
};

/** What printed figures say of the levels: the headline share less the top one, and what is left of the base. */
export function levelsOf(cell: RateCell | undefined): Levels | null {
  const beside = cell === undefined ? null : companionsOf(cell);
  if (beside?.kind !== 'satisfaction') return null;
  const { top, headline } = beside.figures;
  return { top, good: headline - top, rest: 1 - headline };
}

type Look = {
  tokens: Tokens;
  names: Record<keyof Levels, string>;
  percent: (share: number) => string;
};

/** Height of a row, and of the rest of the picture. */
const line = 30;
const rest = 72;
export const levelsHeight = (rows: number): number => rows * line + rest;

/** Where a segment is narrower, its figure stands in the tip and in the table. */
const leastLabelled = 0.06;

/** A bar for each row, satisfied to the right of nought and the others to the left; null where no row has levels. */
export function levelsOption(rows: readonly LevelsRow[], look: Look): EChartsOption | null {
  const shown = rows.flatMap(({ levels }) => (levels === null ? [] : [levels]));
  if (shown.length === 0) return null;
  const { tokens, names, percent } = look;
  const axisLabel = { color: tokens['ink-quiet'], fontSize: 12 };
  const left = -endOf(shown.map((levels) => levels.rest));
  const right = endOf(shown.map(({ top, good }) => top + good));
  return {
    animation: false,
    // Patterns stand for themselves only when they are switched on; what is seen is told by the page.
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    legend: {
      top: 0,
      left: 8,
      selectedMode: false,
      itemGap: 20,
      textStyle: { color: tokens.ink, fontSize: 12 },
      data: [names.rest, names.good, names.top],
    },
    grid: { left: 8, right: 110, top: 34, bottom: 8, ...withNames },
    xAxis: {
      type: 'value',
      min: left,
      max: right,
      interval: 0.2,
      axisLabel: { ...axisLabel, formatter: (share: number) => `${Math.round(Math.abs(share) * 100)}%` },
      splitLine: { lineStyle: { color: tokens.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...axisLabel, color: tokens.ink, interval: 0, width: 150, overflow: 'truncate' },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'none' },
      confine: true,
      formatter: (parameters) => {
        const [first] = Array.isArray(parameters) ? parameters : [parameters];
        const row = first === undefined ? undefined : rows[first.dataIndex];
        return row === undefined ? '' : tipOf(row, { names, percent });
      },
    },
    series: [...barSeries(rows, look), wordSeries(rows, left, tokens)],
  };
}

/** In steps of the axis, so that its ends are printed. */
const endOf = (shares: readonly number[]): number => Math.min(1, Math.ceil(Math.max(...shares) * 5) / 5);

function tipOf(
  { name, levels, words }: LevelsRow,
  { names, percent }: Pick<Look, 'names' | 'percent'>,
): string {
  const parts = (['top', 'good', 'rest'] as const).map((part) =>
    levels === null ? [] : [`${names[part]} ${percent(levels[part])}`],
  );
  return [name, ...parts.flat(), words].join('<br>');
}

/** Told by darkness and pattern, so that a print in black says the same. */
function barSeries(rows: readonly LevelsRow[], { tokens, names, percent }: Look) {
  const hatch = {
    symbol: 'rect',
    color: tokens['ink-faint'],
    dashArrayX: [1, 0],
    dashArrayY: [2, 5],
    rotation: 0.8,
  };
  const plain = { color: 'transparent' };
  const edge = { borderColor: tokens['ink-quiet'], borderWidth: 1 };
  const fills = {
    rest: { color: tokens.surface, ...edge, decal: hatch },
    good: { color: tokens['accent-line'], ...edge, decal: plain },
    top: { color: tokens.accent, ...edge, decal: plain },
  } as const;
  return (['rest', 'good', 'top'] as const).map((part) => ({
    type: 'bar' as const,
    name: names[part],
    stack: 'levels',
    barWidth: 20,
    itemStyle: fills[part] as object,
    data: rows.map(({ levels }) => {
      const share = levels?.[part] ?? null;
      return {
        value: share !== null && part === 'rest' ? -share : share,
        label: { show: share !== null && share >= leastLabelled, formatter: percent(share ?? 0) },
      };
    }),
    label: {
      fontSize: 12,
      padding: [1, 3],
      color: part === 'top' ? tokens['on-accent'] : tokens.ink,
      ...(part === 'rest' ? { backgroundColor: tokens.surface } : {}),
    },
  }));
}

/** Beside a bar, or where it would be. */
function wordSeries(rows: readonly LevelsRow[], left: number, tokens: Tokens) {
  return {
    type: 'scatter' as const,
    silent: true,
    symbolSize: 0,
    data: rows.map(({ levels, words }, index) => ({
      value: [levels === null ? left : levels.top + levels.good, index],
      label: { show: true, formatter: words },
    })),
    label: {
      position: 'right' as const,
      color: tokens['ink-quiet'],
      backgroundColor: tokens.surface,
      padding: [1, 2],
      fontSize: 12,
    },
  };
}
