import { describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { compareInFunnels, screenCommunities } from './compare-communities.ts';
import { cellOf } from './measured-cell.ts';
import type { ReleasedCell } from './released-cells.ts';

/** A community's printed rate: of so many answers, from a frame of so many households. */
function printed(areaId: string, favourable: number, n: number, frameSize: number): ReleasedCell {
  const { effectiveN } = cellOf({ n, favourable, respondents: n, frameSize }, true);
  return {
    roundId: 'round',
    effectiveN: must(effectiveN, 'a precision'),
    cell: {
      areaId,
      areaName: areaId,
      indicator: 'support',
      kind: 'shown',
      reason: null,
      n,
      value: favourable / n,
      interval: null,
      bounds: null,
      band: null,
      satisfaction: null,
      beside: null,
      verdict: null,
      target: null,
      formulaId: 'f1',
      dataTime: '2026-11-20T10:00:00Z',
      release: 1,
    },
  };
}

describe('communities beside each other', () => {
  // Of a large frame, the effective size of a sample is less than its answers by more than half an answer.
  const cells = [printed('large', 40, 50, 5000), printed('small', 60, 80, 1300)];

  it('stand in the funnel with the answers and the rate their page prints, whatever the size of their frames', () => {
    const [funnel] = compareInFunnels(cells);
    const { points, centre } = must(funnel?.drawn, 'a funnel');
    expect(points.map(({ n, value }) => ({ n, value }))).toEqual([
      { n: 50, value: 0.8 },
      { n: 80, value: 0.75 },
    ]);
    expect(centre).toBeCloseTo(100 / 130, 12);
  });

  it('stand so in the screen', () => {
    expect(screenCommunities(cells).map(({ value, rest }) => ({ value, rest }))).toEqual([
      { value: 0.8, rest: 0.75 },
      { value: 0.75, rest: 0.8 },
    ]);
  });
});
