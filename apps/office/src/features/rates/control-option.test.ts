import { describe, expect, it } from 'vitest';
import type { Tokens } from '../../parts/tokens.ts';
import { controlOption, type ControlStep } from './control-option.ts';

const tokens = new Proxy({}, { get: (_, name) => String(name) }) as Tokens;
const limits = { centre: 0.8, lower: 0.7, upper: 0.9 };
const step = (value: number, position: 'above' | 'within' | 'below' | null): ControlStep => ({
  label: `${value}`,
  cell: undefined,
  value,
  span: position === null ? null : [limits.lower, limits.upper],
  band: false,
  breakBefore: false,
  control: position === null ? null : { ...limits, position },
});

describe('a control chart', () => {
  it('tells by shape where a round is, and shows one without limits as none of these', () => {
    const option = controlOption(
      [step(0.8, null), step(0.81, 'within'), step(0.95, 'above'), step(0.6, 'below')],
      { tokens, tip: () => '' },
    );
    const line = (
      option.series as { data: { symbol?: string; symbolSize?: number; symbolRotate?: number }[] }[]
    )
      .at(-1)
      ?.data.map(({ symbol, symbolSize, symbolRotate }) => [symbol, symbolSize, symbolRotate]);
    expect(new Set(line?.map((marks) => JSON.stringify(marks))).size).toBe(4);
    expect(line?.[0]).toEqual(['circle', 5, undefined]);
  });
});
