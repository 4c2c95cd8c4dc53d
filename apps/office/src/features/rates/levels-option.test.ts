import { describe, expect, it } from 'vitest';
import type { RateCell } from '@huhudao/protocol';
import type { Tokens } from '../../parts/tokens.ts';
import { levelsHeight, levelsOf, levelsOption, type LevelsRow } from './levels-option.ts';

const figures = { top: 0.2, headline: 0.8, meanScore: 70, dontKnow: 0.03 };

const cell = (change: Partial<RateCell>): RateCell => ({
  areaId: '0190a000-0000-7000-8000-000000000001',
  areaName: '柳荫社区',
  indicator: 'satisfaction',
  kind: 'shown',
  reason: null,
  n: 120,
  value: 0.8,
  interval: [0.75, 0.85],
  bounds: null,
  band: null,
  satisfaction: figures,
  beside: null,
  verdict: null,
  target: null,
  formulaId: 'f1',
  dataTime: '2026-11-20T10:00:00Z',
  release: 1,
  ...change,
});

const look = {
  tokens: new Proxy({}, { get: (_, name) => String(name) }) as Tokens,
  names: { top: '最满意', good: '其他满意', rest: '其余' },
  percent: (share: number) => `${Math.round(share * 100)}%`,
};
type Bar = {
  type: string;
  name: string;
  itemStyle: { color: string; decal: { symbol?: string } };
  data: { value: number | null; label: { show: boolean; formatter: string } }[];
};

function drawn(rows: readonly LevelsRow[]) {
  const option = levelsOption(rows, look);
  const series = (option?.series ?? []) as unknown as Bar[];
  return { option, bars: series.filter(({ type }) => type === 'bar'), words: series.at(-1)?.data ?? [] };
}

describe('levels come of printed figures only', () => {
  it('top, the rest of the headline share, and the rest of the base', () => {
    const levels = levelsOf(cell({}));
    expect(levels?.top).toBeCloseTo(0.2);
    expect(levels?.good).toBeCloseTo(0.6);
    expect(levels?.rest).toBeCloseTo(0.2);
  });

  it('none of what is hidden, only a band, or printed without its companions', () => {
    expect(levelsOf(undefined)).toBeNull();
    expect(levelsOf(cell({ satisfaction: null }))).toBeNull();
    expect(levelsOf(cell({ kind: 'hidden' }))).toBeNull();
    expect(levelsOf(cell({ kind: 'banded', value: null }))).toBeNull();
  });

  it('none of other rates: what else is printed of them makes no scale', () => {
    expect(levelsOf(cell({ indicator: 'support' }))).toBeNull();
    expect(levelsOf(cell({ indicator: 'awareness', beside: { codes: ['heardOf'], share: 0.1 } }))).toBeNull();
  });
});

describe('bars of levels', () => {
  const rows: LevelsRow[] = [
    { name: '柳荫', levels: { top: 0.25, good: 0.55, rest: 0.2 }, words: '说不清 3%' },
    { name: '南桥', levels: null, words: '答卷太少' },
    { name: '东园', levels: { top: 0.3, good: 0.66, rest: 0.04 }, words: '' },
  ];

  it('satisfied to the right, the others to the left, in the order they are given', () => {
    const { option, bars } = drawn(rows);
    expect(option?.yAxis).toMatchObject({ inverse: true, data: ['柳荫', '南桥', '东园'] });
    expect(bars.map(({ data }) => data[0]?.value)).toEqual([-0.2, 0.55, 0.25]);
    expect(option?.xAxis).toMatchObject({ min: expect.closeTo(-0.2), max: expect.closeTo(1) });
  });

  it('words in place of a bar where there are no levels', () => {
    const { bars, words } = drawn(rows);
    expect(bars.map(({ data }) => data[1]?.value)).toEqual([null, null, null]);
    expect(words[1]).toMatchObject({ label: { show: true, formatter: '答卷太少' } });
  });

  it('are told apart without colour, and carry their figures where there is room', () => {
    const { option, bars } = drawn(rows);
    expect(option?.aria).toMatchObject({ decal: { show: true } });
    expect(bars.map(({ itemStyle }) => itemStyle.decal.symbol === 'rect')).toEqual([true, false, false]);
    expect(bars[2]?.data[0]?.label).toMatchObject({ show: true, formatter: '25%' });
    expect(bars[0]?.data[2]?.label.show).toBe(false);
  });

  it('are no picture where nothing may be drawn, and take the room of their number', () => {
    expect(levelsOption([], look)).toBeNull();
    expect(levelsOption([{ name: '南桥', levels: null, words: '答卷太少' }], look)).toBeNull();
    expect(levelsHeight(200)).toBeGreaterThan(200 * 24);
  });
});
