import type { EChartsOption } from 'echarts';
import type { RoundPaceView } from '@huhudao/protocol';
import type { Tokens } from '../../parts/tokens.ts';

/** A day of the picture: what is, and what is to be expected of it. */
export type PaceStep = {
  day: string;
  count: number | null;
  total: number | null;
  expected: number | null;
  lower: number | null;
  upper: number | null;
};

/** The days behind and ahead in one row; today stands in both, with what is settled so far and what it may become. */
export function paceSteps({ days, ahead }: Pick<RoundPaceView, 'days' | 'ahead'>): PaceStep[] {
  const steps = new Map<string, PaceStep>();
  const empty = { count: null, total: null, expected: null, lower: null, upper: null };
  for (const { day, count, total } of days) steps.set(day, { ...empty, day, count, total });
  for (const one of ahead) steps.set(one.day, { ...(steps.get(one.day) ?? empty), ...one });
  return [...steps.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

type Look = {
  tokens: Tokens;
  eligible: number;
  texts: Record<'total' | 'expected' | 'interval' | 'all', string>;
  label: (day: string) => string;
  tip: (step: PaceStep) => string;
};

/** Settled doors as a line, what is expected as a dashed one within its interval, and all doors as the line to reach. */
export function paceOption(steps: readonly PaceStep[], look: Look): EChartsOption {
  const { tokens, eligible, texts } = look;
  return {
    animation: false,
    grid: { left: 56, right: 72, top: 18, bottom: 28 },
    ...axesOf(steps, look),
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (parameters) => {
        const [first] = Array.isArray(parameters) ? parameters : [parameters];
        const step = first === undefined ? undefined : steps[first.dataIndex];
        return step === undefined ? '' : look.tip(step);
      },
    },
    series: [
      ...intervalSeries(steps, tokens),
      {
        name: texts.expected,
        type: 'line',
        symbol: 'none',
        data: steps.map(({ expected }) => expected),
        lineStyle: { color: tokens.accent, width: 2, type: 'dashed' },
      },
      {
        name: texts.total,
        type: 'line',
        // A line of one day is a point.
        symbol: steps.filter(({ total }) => total !== null).length === 1 ? 'circle' : 'none',
        symbolSize: 8,
        itemStyle: { color: tokens.accent },
        data: steps.map(({ total }) => total),
        lineStyle: { color: tokens.accent, width: 3 },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: tokens['ink-faint'], type: 'dashed' },
          label: { formatter: texts.all, position: 'end', color: tokens['ink-quiet'] },
          data: [{ yAxis: eligible }],
        },
      },
    ],
  };
}

/** The interval: nothing up to its lower end, and from there a tint as high as it is wide. */
function intervalSeries(steps: readonly PaceStep[], tokens: Tokens) {
  const area = (data: (number | null)[], opacity: number) => ({
    type: 'line' as const,
    stack: 'interval',
    symbol: 'none',
    silent: true,
    data,
    lineStyle: { opacity: 0 },
    areaStyle: { color: tokens.accent, opacity },
  });
  const width = ({ lower, upper }: PaceStep): number | null =>
    lower === null || upper === null ? null : upper - lower;
  return [
    area(
      steps.map(({ lower }) => lower),
      0,
    ),
    area(steps.map(width), 0.18),
  ];
}

function axesOf(steps: readonly PaceStep[], { tokens, eligible, label }: Look) {
  const axisLabel = { color: tokens['ink-quiet'], fontSize: 12 };
  return {
    xAxis: {
      type: 'category' as const,
      data: steps.map(({ day }) => label(day)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.line } },
      axisLabel: { ...axisLabel, hideOverlap: true },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      max: eligible,
      axisLabel,
      splitLine: { lineStyle: { color: tokens.line } },
    },
  };
}
