import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, timeAt } from '../calendar.ts';
import { must } from '../must.ts';
import {
  defaultDoorsPerHour,
  doorsIn,
  doorsThatFit,
  minutesFor,
  teamPaces,
  type PaceVisit,
} from './capacity.ts';

/** A team at the doors of a stairwell, one every so many minutes from nine o'clock on. */
const occasion = (teamId: string, day: string, minutes: number, doors = 6): PaceVisit[] =>
  Array.from({ length: doors }, (_, index) => ({
    teamId,
    stairwellId: 's1',
    householdId: `h${index}`,
    occurredAt: instantOf(day, timeAt(9 * 60 + index * minutes)),
  }));
const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}`;
const days = (teamId: string, minutes: readonly number[]): PaceVisit[] =>
  minutes.flatMap((each, index) => occasion(teamId, day(index + 1), each));

const paceOf = (visits: readonly PaceVisit[], teamId: string) =>
  must(teamPaces(visits, [teamId]).get(teamId), 'pace');

describe('the pace of a team', () => {
  it('is the median of its occasions, with their number: one that is far off does not move it', () => {
    expect(paceOf(days('t1', [10, 10, 10, 10, 40]), 't1')).toEqual({
      doorsPerHour: 6,
      occasions: 5,
      from: 'team',
    });
  });

  it('is that of everyone where the team has too little past, and the stated default where all have', () => {
    const others = days('t2', [6, 6, 6, 6, 6]);
    expect(paceOf([...others, ...days('t1', [20])], 't1')).toEqual({
      doorsPerHour: 10,
      occasions: 6,
      from: 'everyone',
    });
    expect(paceOf(days('t1', [20]), 't1')).toEqual({
      doorsPerHour: defaultDoorsPerHour,
      occasions: 0,
      from: 'default',
    });
  });

  it('leaves out a whole landing entered at one tap, a second record of a door, and breaks', () => {
    const steady = days('t1', [10, 10, 10, 10, 10]);
    const landing = occasion('t1', day(20), 0);
    const again = steady.map((visit) => ({ ...visit, occurredAt: visit.occurredAt.replace(':00.', ':30.') }));
    const afterLunch = occasion('t1', day(1), 10).map((visit, index) => ({
      ...visit,
      householdId: `later${index}`,
      occurredAt: instantOf(day(1), timeAt(14 * 60 + index * 10)),
    }));
    const { doorsPerHour, occasions } = paceOf([...steady, ...landing, ...again, ...afterLunch], 't1');
    expect({ doorsPerHour, occasions }).toEqual({ doorsPerHour: 6, occasions: 6 });
  });

  it('does not depend on the order in which visits arrive', () => {
    const visits = days('t1', [7, 12, 9, 15, 20, 11]);
    fc.assert(
      fc.property(fc.shuffledSubarray(visits, { minLength: visits.length }), (shuffled) => {
        expect(paceOf(shuffled, 't1')).toEqual(paceOf(visits, 't1'));
      }),
    );
  });
});

describe('what fits a window', () => {
  it('is pace times hours, whole doors', () => {
    expect(doorsThatFit(6, { from: '09:00', until: '11:30' })).toBe(15);
    expect(doorsThatFit(5.9, { from: '09:00', until: '10:00' })).toBe(5);
  });

  it('takes no longer than the window, to the next quarter of an hour', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 30, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (pace, quarters) => {
          const doors = doorsIn(pace, quarters * 15);
          expect(minutesFor(pace, doors)).toBeLessThanOrEqual(quarters * 15);
          expect(minutesFor(pace, doors + 1)).toBeGreaterThan(quarters * 15);
        },
      ),
    );
  });
});
