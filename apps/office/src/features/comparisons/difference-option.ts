import type { EChartsOption } from 'echarts';
import { withNames } from '../../parts/charts/with-names.ts';
import type { Tokens } from '../../parts/tokens.ts';

/** A community whose two rates are compared, in shares. */
export type DifferenceStep = { name: string; value: number; lower: number; upper: number };

type Look = { tokens: Tokens; better: string; worse: string; tip: (step: DifferenceStep) => string };

/** Height of a community's line, and of the rest of the picture. */
const line = 28;
const rest = 64;
export const differenceHeight = (communities: number): number => communities * line + rest;

const points = (share: number): string => `${share > 0 ? '+' : ''}${Math.round(share * 100)}`;

/** A point and its span for each community, left and right of no difference; from the top in administrative order. */
export function differenceOption(steps: readonly DifferenceStep[], look: Look): EChartsOption {
  const { tokens, tip } = look;
  const axisLabel = { color: tokens['ink-quiet'], fontSize: 12 };
  const widest = Math.max(0.05, ...steps.flatMap(({ lower, upper }) => [-lower, upper]));
  const end = Math.min(1, Math.ceil(widest * 20) / 20);
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 26, bottom: 30, ...withNames },
    xAxis: {
      type: 'value',
      min: -end,
      max: end,
      axisLabel: { ...axisLabel, formatter: points },
      splitLine: { lineStyle: { color: tokens.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...axisLabel, color: tokens.ink, interval: 0 },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'none' },
      confine: true,
      formatter: (parameters) => {
        const [first] = Array.isArray(parameters) ? parameters : [parameters];
        const step = first === undefined ? undefined : steps[first.dataIndex];
        return step === undefined ? '' : tip(step);
      },
    },
    series: [spans(steps, tokens), dots(steps, look)],
  };
}

function spans(steps: readonly DifferenceStep[], tokens: Tokens) {
  return {
    type: 'custom' as const,
    silent: true,
    data: steps.map(({ lower, upper }, index) => [lower, upper, index]),
    encode: { x: [0, 1], y: 2 },
    renderItem: (_: unknown, api: { value: (at: number) => unknown; coord: (at: number[]) => number[] }) => {
      const [lower = 0, upper = 0, index = 0] = [0, 1, 2].map((at) => Number(api.value(at)));
      const [left = 0, y = 0] = api.coord([lower, index]);
      const [right = 0] = api.coord([upper, index]);
      return {
        type: 'rect' as const,
        shape: { x: left, y: y - 4, width: Math.max(2, right - left), height: 8, r: 4 },
        style: { fill: tokens.accent, opacity: 0.22 },
      };
    },
  };
}

function dots(steps: readonly DifferenceStep[], { tokens, better, worse }: Look) {
  return {
    type: 'scatter' as const,
    symbolSize: 9,
    itemStyle: { color: tokens.accent },
    data: steps.map(({ value }, index) => [value, index]),
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: tokens['ink-quiet'], type: 'solid' as const, width: 1 },
      label: {
        formatter: `← ${worse}    ${better} →`,
        position: 'start' as const,
        color: tokens['ink-quiet'],
      },
      data: [{ xAxis: 0 }],
    },
  };
}
