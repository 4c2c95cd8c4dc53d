import { describe, expect, it } from 'vitest';
import type { Tokens } from '../../parts/tokens.ts';
import { funnelOption, type FunnelPoint } from './funnel-option.ts';

const look = {
  tokens: new Proxy({}, { get: () => '#000' }) as Tokens,
  names: { centre: '合计', inner: '95%', outer: '99.8%', answers: 'n' },
  tip: () => '',
};
const point = (index: number, group: FunnelPoint['group'] = 'within'): FunnelPoint => ({
  areaId: `${index}`,
  areaName: `第${index}社区`,
  n: 100 + index,
  value: 0.8,
  group,
  inner: [0.7, 0.9],
  outer: [0.65, 0.95],
});

function drawn(points: FunnelPoint[]) {
  const limits = [90, 330].map((n) => ({ n, inner: [0.7, 0.9], outer: [0.65, 0.95] })) as never;
  const option = funnelOption({ centre: 0.8, factor: 1, overdispersed: false, limits, points }, look);
  const series = option.series as {
    type: string;
    data: { symbol: string; label: { show: boolean; position: string } }[];
  }[];
  return { option, points: series.find(({ type }) => type === 'scatter')?.data ?? [] };
}

describe('a funnel', () => {
  it('tells by shape who is outside, and names all of a few, of many only those outside', () => {
    const few = drawn([point(1), point(80, 'above'), point(160, 'below')]).points;
    expect(few.map(({ symbol }) => symbol)).toEqual(['circle', 'triangle', 'triangle']);
    expect(few.every(({ label }) => label.show)).toBe(true);
    const many = drawn(
      Array.from({ length: 200 }, (_, index) => point(index, index === 7 ? 'below' : 'within')),
    );
    expect(many.points.filter(({ label }) => label.show)).toHaveLength(1);
  });

  it('names two that lie side by side on different sides', () => {
    const sides = drawn([point(80), point(84)]).points.map(({ label }) => label.position);
    expect(sides).toEqual(['top', 'bottom']);
  });

  it('has room for every community and its limits, in whole steps', () => {
    expect(drawn([point(1)]).option.yAxis).toMatchObject({
      min: expect.closeTo(0.6),
      max: expect.closeTo(1),
    });
  });
});
