import { describe, expect, it } from 'vitest';
import type { Tokens } from '../../parts/tokens.ts';
import { differenceHeight, differenceOption } from './difference-option.ts';

const look = {
  tokens: new Proxy({}, { get: () => '#000' }) as Tokens,
  better: '上升',
  worse: '下降',
  tip: () => '',
};
const step = (name: string, value: number) => ({ name, value, lower: value - 0.1, upper: value + 0.1 });

describe('differences of communities', () => {
  it('stand in the order they are given, as far left as right of none', () => {
    const option = differenceOption([step('柳荫', 0.02), step('南桥', 0.18)], look);
    expect(option.xAxis).toMatchObject({ min: -0.3, max: 0.3 });
    expect(option.yAxis).toMatchObject({ inverse: true, data: ['柳荫', '南桥'] });
  });

  it('take the room of their number', () => {
    expect(differenceHeight(200)).toBeGreaterThan(20 * differenceHeight(1) * 0.9);
  });
});
