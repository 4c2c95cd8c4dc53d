import type { EChartsOption } from 'echarts';
import type { Indicator } from '@huhudao/domain';
import type { ResponseOf, readTrend } from '@huhudao/protocol';
import { chanceMark } from '../../parts/charts/chance-marks.ts';
import type { Tokens } from '../../parts/tokens.ts';
import { axisOf, gridOf, trendRuns, trendSteps, type TrendStep } from './trend-option.ts';

type Trend = ResponseOf<typeof readTrend>;
export type Control = NonNullable<Trend[number]['cells'][number]['control']>;

/** A round with its limits, or without where it has none. */
export type ControlStep = TrendStep & { control: Control | null };

/** The rounds of a control chart; empty where no round has limits. */
export function controlSteps(
  trend: Trend,
  indicator: Indicator,
  label: (point: Trend[number]) => string,
): ControlStep[] {
  const steps = trendSteps(trend, indicator, label).map((step) => {
    const control = step.cell?.control ?? null;
    return { ...step, control, span: control === null ? null : ([control.lower, control.upper] as const) };
  });
  return steps.some(({ control }) => control !== null) ? steps : [];
}

type Look = { tokens: Tokens; tip: (step: ControlStep) => string };

/** Shares over the rounds, between the limits of each round's own size, about their common centre. */
export function controlOption(steps: readonly ControlStep[], { tokens, tip }: Look): EChartsOption {
  const [min, max] = axisOf(steps, { target: null, compact: false });
  const axisLabel = { color: tokens['ink-quiet'], fontSize: 12 };
  return {
    animation: false,
    grid: { left: 48, right: 16, top: 18, bottom: 24 },
    xAxis: {
      type: 'category',
      data: steps.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.line } },
      axisLabel: { ...axisLabel, interval: 0, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min,
      max,
      interval: gridOf([min, max]),
      axisLabel: { ...axisLabel, formatter: (share: number) => `${Math.round(share * 100)}%` },
      splitLine: { lineStyle: { color: tokens.line } },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (parameters) => {
        const [first] = Array.isArray(parameters) ? parameters : [parameters];
        const step = first === undefined ? undefined : steps[first.dataIndex];
        return step === undefined ? '' : tip(step);
      },
    },
    series: [...limitSeries(steps, tokens), ...valueSeries(steps, tokens)],
  };
}

/** Steps, for each round has limits of its own; a gap where a round has none. */
function limitSeries(steps: readonly ControlStep[], tokens: Tokens) {
  const lines = [
    { of: 'lower', dash: 'dashed' },
    { of: 'upper', dash: 'dashed' },
    { of: 'centre', dash: 'dotted' },
  ] as const;
  return lines.map(({ of, dash }) => ({
    type: 'line' as const,
    silent: true,
    step: 'middle' as const,
    showSymbol: false,
    data: steps.map(({ control }) => control?.[of] ?? null),
    lineStyle: { color: tokens['ink-quiet'], width: 1.2, type: dash },
  }));
}

/** A round without limits is in no place against chance: a small point says so. */
const markOf = (control: Control | null, tokens: Tokens) =>
  control === null
    ? { symbol: 'circle', symbolSize: 5, itemStyle: { color: tokens['ink-quiet'] } }
    : chanceMark(control.position, tokens);

function valueSeries(steps: readonly ControlStep[], tokens: Tokens) {
  return trendRuns(steps).map((run) => ({
    type: 'line' as const,
    data: run.map((value, index) => ({
      value,
      ...markOf(steps[index]?.control ?? null, tokens),
    })),
    lineStyle: { color: tokens.accent, width: 1.5 },
  }));
}
