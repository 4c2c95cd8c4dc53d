import type { EChartsOption } from 'echarts';
import type { Indicator } from '@huhudao/domain';
import type { ResponseOf, readTrend } from '@huhudao/protocol';
import type { Tokens } from '../../parts/tokens.ts';
import { marksOf } from './cell-text.ts';

type Trend = ResponseOf<typeof readTrend>;

/** One round on the line of one indicator. */
export type TrendStep = {
  label: string;
  cell: Trend[number]['cells'][number] | undefined;
  value: number | null;
  span: readonly [number, number] | null;
  band: boolean;
  breakBefore: boolean;
};

/** The steps of one indicator in one area, in the order of the rounds. */
export function trendSteps(
  trend: Trend,
  indicator: Indicator,
  label: (point: Trend[number]) => string,
): TrendStep[] {
  return trend.map((point) => {
    const cell = point.cells.find((one) => one.indicator === indicator);
    return {
      label: label(point),
      cell,
      ...marksOf(cell),
      breakBefore: cell?.breakBefore === true,
    };
  });
}

/** Runs of steps that a line may join: ended by a break, or by a round whose value is not shown. */
export function trendRuns(steps: readonly TrendStep[]): (number | null)[][] {
  const runs: (number | null)[][] = [];
  let run: (number | null)[] | undefined;
  steps.forEach((step, index) => {
    if (step.value === null || step.breakBefore) run = undefined;
    if (step.value === null) return;
    if (run === undefined) {
      run = steps.map(() => null);
      runs.push(run);
    }
    run[index] = step.value;
  });
  return runs;
}

/** Whether there is anything to draw. */
export const hasMarks = (steps: readonly TrendStep[]): boolean =>
  steps.some(({ span, value }) => span !== null || value !== null);

type Look = {
  target: number | null;
  targetText: string;
  /** Small multiples leave the axis out. */
  compact: boolean;
  /** The same for pictures that are looked at side by side. */
  axis?: readonly [number, number] | undefined;
  tip: (step: TrendStep) => string;
  tokens: Tokens;
};

/** Points joined where they may be, with the span in which the truth lies behind each. */
export function trendOption(steps: readonly TrendStep[], look: Look): EChartsOption {
  const [low, high] = look.axis ?? axisOf(steps, look);
  const { tokens } = look;
  const axisLabel = { color: tokens['ink-quiet'], fontSize: 12 };
  return {
    animation: false,
    grid: {
      left: look.compact ? 8 : 48,
      right: look.target === null ? 16 : 52,
      top: look.compact ? 8 : 18,
      bottom: 24,
    },
    xAxis: {
      type: 'category',
      data: steps.map((step) => step.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.line } },
      // Every round is named as long as the names do not run into each other.
      axisLabel: { ...axisLabel, interval: 0, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: low,
      max: high,
      interval: gridOf([low, high]),
      show: !look.compact,
      axisLabel: { ...axisLabel, formatter: (share: number) => `${Math.round(share * 100)}%` },
      splitLine: { lineStyle: { color: tokens.line } },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (parameters) => {
        const [first] = Array.isArray(parameters) ? parameters : [parameters];
        const step = first === undefined ? undefined : steps[first.dataIndex];
        return step === undefined ? '' : look.tip(step);
      },
    },
    series: [spanSeries(steps, tokens), ...lineSeries(steps, look)],
  };
}

/** Room for every span and the target; where the axis is printed, in whole steps of it. */
export function axisOf(
  steps: readonly TrendStep[],
  { target, compact }: Pick<Look, 'target' | 'compact'>,
): [number, number] {
  const shares = steps.flatMap((step) => [step.value, ...(step.span ?? [])]).filter((one) => one !== null);
  if (target !== null) shares.push(target);
  if (shares.length === 0) return [0, 1];
  const range = [Math.min(...shares) - 0.01, Math.max(...shares) + 0.01] as const;
  const [low, high] = compact ? range : wholeSteps(range, finest);
  return [Math.max(0, low), Math.min(1, high)];
}

const finest = 0.05;

/** Between the printed shares of an axis: five points, or more where that would crowd it. */
export const gridOf = ([low, high]: readonly [number, number]): number =>
  high - low > 0.501 ? 0.2 : high - low > 0.251 ? 0.1 : finest;

/** Widened to whole steps, which grow where the axis has become too long for them. */
function wholeSteps([low, high]: readonly [number, number], step: number): readonly [number, number] {
  const inOne = Math.round(1 / step);
  const rounding = 1e-9;
  const widened = [
    Math.max(0, Math.floor(low * inOne + rounding) / inOne),
    Math.min(1, Math.ceil(high * inOne - rounding) / inOne),
  ] as const;
  const wanted = gridOf(widened);
  return wanted > step ? wholeSteps(widened, wanted) : widened;
}

type CustomApi = { value: (at: number) => unknown; coord: (at: number[]) => number[] };

/** Of more rounds, points and line are thin, so that they do not run into one another. */
const mostRoomy = 30;

function spanSeries(steps: readonly TrendStep[], tokens: Tokens) {
  return {
    type: 'custom' as const,
    silent: true,
    data: steps.flatMap((step, index) =>
      step.span === null ? [] : [[index, step.span[0], step.span[1], step.band ? 1 : 0]],
    ),
    renderItem: (_: unknown, api: CustomApi) => {
      const [index, low, high, band] = [0, 1, 2, 3].map((at) => Number(api.value(at)));
      const [x = 0, bottom = 0] = api.coord([index ?? 0, low ?? 0]);
      const [, top = 0] = api.coord([index ?? 0, high ?? 0]);
      const [former = 0] = api.coord([0, 0]);
      const [later = 0] = api.coord([1, 0]);
      const width = Math.min(band === 1 ? 22 : 9, (later - former) * 0.7);
      return {
        type: 'rect' as const,
        shape: { x: x - width / 2, y: top, width, height: Math.max(2, bottom - top), r: band === 1 ? 2 : 4 },
        style:
          band === 1
            ? { fill: tokens['none-tint'], stroke: tokens['ink-faint'], lineDash: [3, 3] }
            : { fill: tokens.accent, opacity: 0.22 },
      };
    },
  };
}

function lineSeries(steps: readonly TrendStep[], look: Look) {
  const runs = trendRuns(steps);
  const shown = runs.length === 0 ? [steps.map(() => null)] : runs;
  return shown.map((data, index) => ({
    type: 'line' as const,
    data,
    symbol: 'circle',
    symbolSize: steps.length > mostRoomy ? 4 : 8,
    lineStyle: { color: look.tokens.accent, width: steps.length > mostRoomy ? 1 : 2 },
    itemStyle: { color: look.tokens.accent },
    ...(index === 0 && look.target !== null
      ? {
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: look.tokens['ink-faint'], type: 'dashed' as const },
            label: {
              formatter: look.targetText.replace(' ', '\n'),
              // Beside the figure, where it hides no point.
              position: 'end' as const,
              color: look.tokens['ink-quiet'],
            },
            data: [{ yAxis: look.target }],
          },
        }
      : {}),
  }));
}
