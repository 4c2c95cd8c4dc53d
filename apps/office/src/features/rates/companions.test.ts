import { describe, expect, it } from 'vitest';
import type { RateCell } from '@huhudao/protocol';
import { companionsOf } from './companions.ts';

const cell = (change: Partial<RateCell>): RateCell => ({
  areaId: '0190a000-0000-7000-8000-000000000001',
  areaName: '柳荫社区',
  indicator: 'awareness',
  kind: 'shown',
  reason: null,
  n: 120,
  value: 0.8,
  interval: [0.75, 0.85],
  bounds: null,
  band: null,
  satisfaction: null,
  beside: null,
  verdict: null,
  target: null,
  formulaId: 'f1',
  dataTime: '2026-11-20T10:00:00Z',
  release: 1,
  ...change,
});

describe('a printed rate never stands without what completes it, or the reason', () => {
  it('satisfaction with its companions, or that they are held back', () => {
    const figures = { top: 0.2, headline: 0.8, meanScore: 70, dontKnow: 0.03 };
    const satisfaction = { indicator: 'satisfaction' as const };
    expect(companionsOf(cell({ ...satisfaction, satisfaction: figures }))).toEqual({
      kind: 'satisfaction',
      figures,
    });
    expect(companionsOf(cell(satisfaction))).toEqual({ kind: 'satisfactionHeld' });
  });

  it('awareness with who only heard of it, or that they are held back', () => {
    const codes = ['heardOf'];
    expect(companionsOf(cell({ beside: { codes, share: 0.123 } }))).toEqual({
      kind: 'beside',
      codes,
      share: 0.123,
    });
    expect(companionsOf(cell({ beside: { codes, share: null } }))).toEqual({ kind: 'besideHeld', codes });
    expect(companionsOf(cell({ beside: null }))).toBeNull();
  });

  it('nothing beside a rate that is hidden or only a band: the reason stands there already', () => {
    const held = { value: null, beside: { codes: ['heardOf'], share: null } };
    expect(companionsOf(cell({ ...held, kind: 'hidden' }))).toBeNull();
    expect(companionsOf(cell({ ...held, kind: 'banded', indicator: 'satisfaction' }))).toBeNull();
  });
});
