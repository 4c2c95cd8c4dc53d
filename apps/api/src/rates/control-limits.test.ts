import { expect, test } from 'vitest';
import type { RateCell } from '@huhudao/protocol';
import { controlLimits } from './control-limits.ts';
import type { ReleasedCell } from './released-cells.ts';

const cell: RateCell = {
  areaId: 'liuyin',
  areaName: '柳荫社区',
  indicator: 'support',
  kind: 'shown',
  reason: null,
  n: 200,
  value: 0.8,
  interval: null,
  bounds: null,
  band: null,
  satisfaction: null,
  beside: null,
  verdict: null,
  target: null,
  formulaId: 'one',
  dataTime: '2026-11-01T00:00:00.000Z',
  release: 1,
};
const round = (changes: Partial<RateCell>): ReleasedCell => ({
  roundId: 'round',
  effectiveN: 200,
  cell: { ...cell, ...changes },
});
const shares = [0.8, 0.81, 0.79, 0.8, 0.6];
const positions = (rounds: readonly ReleasedCell[]) => {
  const limits = controlLimits(rounds);
  return rounds.map((one) => limits.get(one)?.position);
};

test('a round more than three standard deviations below the others is named, the limits go by its own size', () => {
  const rounds = shares.map((value) => round({ value }));
  expect(positions(rounds)).toEqual(['within', 'within', 'within', 'within', 'below']);
  const limits = controlLimits([...rounds.slice(0, 4), round({ value: 0.76, n: 50 })]);
  const widths = [...limits.values()].map(({ lower, upper }) => upper - lower);
  expect((widths[4] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(2, 2);
});

test('fewer than five rounds have no limits, and a new definition begins anew', () => {
  expect(positions(shares.slice(1).map((value) => round({ value })))).toEqual(Array(4).fill(undefined));
  const changed = [...shares, ...shares].map((value, index) =>
    round({ value, formulaId: index < 3 ? 'one' : 'other' }),
  );
  expect(positions(changed).slice(0, 3)).toEqual([undefined, undefined, undefined]);
  expect(
    positions(changed)
      .slice(3)
      .every((position) => position !== undefined),
  ).toBe(true);
});

test('a hidden or banded round has no part in the limits of the others', () => {
  const rounds = shares.map((value) => round({ value }));
  const hidden = round({ kind: 'hidden', value: null, n: null, reason: 'minority' });
  const banded = round({ kind: 'banded', value: null, band: { direction: 'atLeast', value: 0.95 } });
  const among = [rounds[0], hidden, ...rounds.slice(1), banded].filter((one) => one !== undefined);
  expect([...controlLimits(among).values()]).toEqual([...controlLimits(rounds).values()]);
  expect(controlLimits(among).has(hidden) || controlLimits(among).has(banded)).toBe(false);
});
