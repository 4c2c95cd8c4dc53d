import { describe, expect, it } from 'vitest';
import type { ResponseOf, readTrend } from '@huhudao/protocol';
import { axisOf, gridOf, hasMarks, trendRuns, trendSteps } from './trend-option.ts';

type Trend = ResponseOf<typeof readTrend>;
type TrendCell = Trend[number]['cells'][number];

const cell = (value: number | null, change: Partial<TrendCell> = {}): TrendCell => ({
  areaId: '0190a000-0000-7000-8000-000000000001',
  areaName: '柳荫社区',
  indicator: 'awareness',
  kind: value === null ? 'hidden' : 'shown',
  reason: null,
  n: 120,
  value,
  interval: value === null ? null : [value - 0.05, value + 0.05],
  bounds: null,
  band: null,
  satisfaction: null,
  beside: null,
  verdict: null,
  target: 0.9,
  formulaId: 'f1',
  dataTime: '2026-11-20T10:00:00Z',
  release: 1,
  breakBefore: false,
  control: null,
  ...change,
});

const point = (month: number, ...cells: TrendCell[]): Trend[number] => ({
  roundId: `0190a000-0000-7000-8000-00000000000${month}`,
  roundName: `${month}月模拟测评`,
  startsOn: `2026-0${month}-01`,
  deadline: `2026-0${month}-20`,
  closed: true,
  cells,
});

const steps = (trend: Trend) => trendSteps(trend, 'awareness', (one) => one.roundName);

describe('a trend joins only rounds that may be compared', () => {
  it('one line joins rounds with the same formula', () => {
    expect(trendRuns(steps([point(7, cell(0.8)), point(8, cell(0.85))]))).toEqual([[0.8, 0.85]]);
  });

  it('the line of an indicator breaks where its own definition changed, and no other line does', () => {
    const support = { indicator: 'support' as const };
    const broken = [
      point(7, cell(0.8), cell(0.7, support)),
      point(8, cell(0.85), cell(0.75, { ...support, breakBefore: true })),
      point(9, cell(0.9), cell(0.65, support)),
    ];
    expect(trendRuns(steps(broken))).toEqual([[0.8, 0.85, 0.9]]);
    expect(trendRuns(trendSteps(broken, 'support', (one) => one.roundName))).toEqual([
      [0.7, null, null],
      [null, 0.75, 0.65],
    ]);
  });

  it('nothing is drawn through a round whose value is hidden or only a band', () => {
    const banded = cell(null, { kind: 'banded', band: { direction: 'atLeast', value: 0.95 } });
    const drawn = steps([point(7, cell(0.8)), point(8, banded), point(9, cell(0.9))]);
    expect(trendRuns(drawn)).toEqual([
      [0.8, null, null],
      [null, null, 0.9],
    ]);
    expect(drawn[1]).toMatchObject({ value: null, span: [0.95, 1], band: true });
  });

  it('a hidden cell leaves no mark, even if figures were sent with it', () => {
    const hidden = { ...cell(0.8), kind: 'hidden' as const };
    expect(steps([point(7, hidden)])[0]).toMatchObject({ value: null, span: null });
  });
});

describe('a trend can be read', () => {
  it('its axis begins and ends on printed shares, which do not crowd it', () => {
    const axis = (least: number, most: number) =>
      axisOf(steps([point(7, cell(least, { interval: [least, most] }))]), { target: null, compact: false });
    for (const [least, most] of [
      [0.86, 0.94],
      [0.66, 0.93],
      [0.41, 0.97],
      [0.02, 0.99],
    ] as const) {
      const [low, high] = axis(least, most);
      const parts = (high - low) / gridOf([low, high]);
      expect(parts).toBeCloseTo(Math.round(parts));
      expect(low / gridOf([low, high])).toBeCloseTo(Math.round(low / gridOf([low, high])));
      expect(parts).toBeLessThanOrEqual(6);
    }
  });

  it('has nothing to draw of what was never asked or is hidden, and a band is something', () => {
    const banded = cell(null, { kind: 'banded', band: { direction: 'atLeast', value: 0.95 } });
    expect(hasMarks(steps([point(7), point(8)]))).toBe(false);
    expect(hasMarks(steps([point(7, cell(null))]))).toBe(false);
    expect(hasMarks(steps([point(7, banded)]))).toBe(true);
  });
});
