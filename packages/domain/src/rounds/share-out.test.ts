import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOut } from './share-out.ts';

const loads = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 });

describe('sharing stairwells out', () => {
  it('gives every stairwell to exactly one team, in stretches of walking order', () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 6 }), (doors, count) => {
        const stairwells = doors.map((number, index) => ({ stairwellId: `s${index}`, doors: number }));
        const teams = Array.from({ length: count }, (_, index) => `t${index}`);
        const shared = shareOut(stairwells, teams);
        expect(shared.size).toBe(stairwells.length);
        const order = stairwells.map((one) => teams.indexOf(shared.get(one.stairwellId) ?? ''));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is off the even share by no more than the largest stairwell', () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 6 }), (doors, count) => {
        const stairwells = doors.map((number, index) => ({ stairwellId: `s${index}`, doors: number }));
        const teams = Array.from({ length: count }, (_, index) => `t${index}`);
        const shared = shareOut(stairwells, teams);
        const total = doors.reduce((a, b) => a + b, 0);
        for (const team of teams) {
          const mine = stairwells
            .filter((one) => shared.get(one.stairwellId) === team)
            .reduce((sum, one) => sum + one.doors, 0);
          expect(Math.abs(mine - total / count)).toBeLessThanOrEqual(Math.max(...doors));
        }
      }),
    );
  });

  it('gives nothing to nobody', () => {
    expect(shareOut([{ stairwellId: 's', doors: 3 }], []).size).toBe(0);
  });
});
