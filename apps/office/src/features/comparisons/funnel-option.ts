import type { EChartsOption } from 'echarts';
import type { ResponseOf, readCommunityComparison } from '@huhudao/protocol';
import { chanceMark } from '../../parts/charts/chance-marks.ts';
import type { Tokens } from '../../parts/tokens.ts';
import { namePlaces } from './name-places.ts';

type Drawn = NonNullable<ResponseOf<typeof readCommunityComparison>['funnels'][number]['drawn']>;
export type FunnelPoint = Drawn['points'][number];

/** With so many communities or fewer, each is named in the picture. */
const mostNamed = 12;

type Look = {
  tokens: Tokens;
  /** What the lines are called. */
  names: { centre: string; inner: string; outer: string; answers: string };
  tip: (point: FunnelPoint) => string;
};

/** Shares over the number of answers, with the lines between which chance alone leaves a community. */
export function funnelOption(drawn: Drawn, { tokens, names, tip }: Look): EChartsOption {
  const axisLabel = { color: tokens['ink-quiet'], fontSize: 12 };
  const [from, to] = answersAxis(drawn);
  return {
    animation: false,
    grid: { left: 48, right: 60, top: 14, bottom: 44 },
    xAxis: {
      type: 'value',
      name: names.answers,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: tokens['ink-quiet'] },
      min: from,
      max: to,
      axisLabel: { ...axisLabel, showMinLabel: false, showMaxLabel: false },
      splitLine: { show: false },
      axisLine: { lineStyle: { color: tokens.line } },
    },
    yAxis: {
      type: 'value',
      ...shareAxis(drawn),
      axisLabel: { ...axisLabel, formatter: (share: number) => `${Math.round(share * 100)}%` },
      splitLine: { lineStyle: { color: tokens.line } },
    },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (parameters) => {
        const one = Array.isArray(parameters) ? parameters[0] : parameters;
        const point = drawn.points.find(({ areaId }) => areaId === one?.name);
        return point === undefined ? '' : tip(point);
      },
    },
    series: [...limitSeries(drawn, tokens, names), pointSeries(drawn, tokens)],
  };
}

/** As far as the lines go. */
const answersAxis = ({ limits }: Drawn) => [limits[0]?.n ?? 0, limits.at(-1)?.n ?? 1] as const;

/** In steps of five or ten points, with room for every community; the widest part of the funnel may be cut off. */
function shareAxis({ points, centre }: Drawn): { min: number; max: number; interval: number } {
  const shares = points.flatMap(({ value, outer }) => [value, ...outer]);
  const [least, most] = [Math.min(centre, ...shares), Math.max(centre, ...shares)];
  const interval = most - least > 0.4 ? 0.1 : 0.05;
  return {
    min: Math.max(0, Math.floor((least - 0.02) / interval) * interval),
    max: Math.min(1, Math.ceil((most + 0.02) / interval) * interval),
    interval,
  };
}

function limitSeries({ limits, centre }: Drawn, tokens: Tokens, names: Look['names']) {
  const lines = [
    { end: 0, width: 'inner' },
    { end: 1, width: 'inner' },
    { end: 0, width: 'outer' },
    { end: 1, width: 'outer' },
  ] as const;
  const curves = lines.map(({ end, width }) => ({
    data: limits.map((limit) => [limit.n, limit[width][end]]),
    dash: width === 'inner' ? ('dashed' as const) : ('solid' as const),
    name: end === 1 ? names[width] : '',
  }));
  const middle = { data: limits.map(({ n }) => [n, centre]), dash: 'dotted' as const, name: names.centre };
  return [middle, ...curves].map(({ data, dash, name }) => ({
    type: 'line' as const,
    silent: true,
    clip: true,
    showSymbol: false,
    data,
    lineStyle: { color: tokens['ink-quiet'], width: 1.2, type: dash },
    endLabel: { show: name !== '', formatter: name, color: tokens['ink-quiet'], fontSize: 12 },
  }));
}

/** The picture as narrow as a card may be: names that have room there have it everywhere. */
const narrowest = { width: 320, height: 242 };

/** Named are all of a few, and of many those outside; each where it has room. */
function pointSeries(drawn: Drawn, tokens: Tokens) {
  const { points } = drawn;
  const few = points.length <= mostNamed;
  const named = points.filter(({ group }) => few || group !== 'within');
  const placed = placesOf(drawn, named);
  return {
    type: 'scatter' as const,
    // Above the lines of the funnel.
    z: 5,
    data: points.map((point) => {
      const position = placed.get(point.areaId);
      return {
        name: point.areaId,
        value: [point.n, point.value],
        ...chanceMark(point.group, tokens),
        label: {
          show: position !== undefined,
          formatter: point.areaName,
          position: position ?? 'top',
          color: tokens.ink,
          backgroundColor: tokens.surface,
          fontSize: 12,
        },
      };
    }),
  };
}

function placesOf(drawn: Drawn, named: readonly FunnelPoint[]) {
  const { min, max } = shareAxis(drawn);
  const [from, to] = answersAxis(drawn);
  const at = ({ areaName, n, value }: FunnelPoint) => ({
    name: areaName,
    x: ((n - from) / (to - from)) * narrowest.width,
    y: ((max - value) / (max - min)) * narrowest.height,
  });
  // Of many, a name may lie on points that are like all others.
  const avoided = named.map(at);
  const places = namePlaces(avoided, avoided, narrowest);
  return new Map(named.map(({ areaId }, index) => [areaId, places[index]]));
}
