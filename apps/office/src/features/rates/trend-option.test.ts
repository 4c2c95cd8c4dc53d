import { describe, expect, it } from 'vitest';
import type { RateCell, ResponseOf, readTrend } from '@huhudao/protocol';
import { trendRuns, trendSteps } from './trend-option.ts';

type Trend = ResponseOf<typeof readTrend>;

const cell = (value: number | null, formulaId = 'f1', change: Partial<RateCell> = {}): RateCell => ({
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
  verdict: null,
  target: 0.9,
  formulaId,
  dataTime: '2026-11-20T10:00:00Z',
  release: 1,
  ...change,
});

const point = (month: number, one: RateCell, breakBefore = false): Trend[number] => ({
  roundId: `0190a000-0000-7000-8000-00000000000${month}`,
  roundName: `${month}月模拟测评`,
  startsOn: `2026-0${month}-01`,
  deadline: `2026-0${month}-20`,
  closed: true,
  breakBefore,
  cells: [one],
});

const steps = (trend: Trend) => trendSteps(trend, 'awareness', (one) => one.roundName);

describe('a trend joins only rounds that may be compared', () => {
  it('one line joins rounds with the same formula', () => {
    expect(trendRuns(steps([point(7, cell(0.8)), point(8, cell(0.85))]))).toEqual([[0.8, 0.85]]);
  });

  it('the line breaks where the definition changed, even if only the formula says so', () => {
    const broken = [point(7, cell(0.8)), point(8, cell(0.85, 'f2')), point(9, cell(0.9, 'f2'))];
    expect(trendRuns(steps(broken))).toEqual([
      [0.8, null, null],
      [null, 0.85, 0.9],
    ]);
    expect(trendRuns(steps([point(7, cell(0.8)), point(8, cell(0.85), true)]))).toHaveLength(2);
  });

  it('nothing is drawn through a round whose value is hidden or only a band', () => {
    const banded = cell(null, 'f1', { kind: 'banded', band: { direction: 'atLeast', value: 0.95 } });
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
