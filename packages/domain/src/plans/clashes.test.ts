import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesAlone, clashesAmong, clashesBetween, clashesOf, type ClashFacts } from './clashes.ts';
import { refusePlan } from './plan-stairwell.ts';
import { usualWindows, type PlannedSlot } from './slots.ts';

const slot: PlannedSlot = {
  id: 'a',
  roundId: 'coverage',
  stairwellId: 's1',
  teamId: 't1',
  day: '2026-11-12',
  from: '09:00',
  until: '10:30',
};
const round = { startsOn: '2026-11-10', deadline: '2026-11-30', windows: usualWindows, quiet: [] };
const facts: ClashFacts = {
  teams: new Map([
    ['t1', ['zhang', 'li']],
    ['t2', ['wang', 'li']],
    ['t3', ['chen']],
  ]),
  rounds: new Map([
    ['coverage', round],
    ['hotline', { ...round, quiet: [{ from: '09:00', until: '09:30' }] }],
  ]),
  quietDoors: new Map([['s1', [{ householdId: 'h1', quiet: [{ from: '10:00', until: '12:00' }] }]]]),
};
const elsewhere = { id: 'b', stairwellId: 's2' };

const slots: fc.Arbitrary<PlannedSlot> = fc.record({
  id: fc.uuid(),
  roundId: fc.constantFrom('coverage', 'hotline'),
  stairwellId: fc.constantFrom('s1', 's2'),
  teamId: fc.constantFrom('t1', 't2', 't3'),
  day: fc.constantFrom('2026-11-12', '2026-11-13', '2026-12-01'),
  from: fc.constantFrom('09:00', '10:00', '15:00'),
  until: fc.constantFrom('10:00', '11:30', '16:00'),
  householdIds: fc.constantFrom(undefined, ['h1', 'h2'], ['h2', 'h3']),
  appointmentIds: fc.constantFrom(undefined, [], ['h2']),
});

describe('clashes of two slots', () => {
  it.each([
    ['teamBusy', { ...elsewhere, from: '10:00' }, { teamId: 't1' }],
    ['personBusy', { ...elsewhere, teamId: 't2' }, { personIds: ['li'] }],
    [
      'stairwellTaken',
      { id: 'b', teamId: 't3', from: '14:30', until: '15:00' },
      { teamIds: ['t1', 't3'], stairwellId: 's1' },
    ],
    [
      'otherRound',
      { id: 'b', roundId: 'hotline', teamId: 't3', householdIds: ['h2', 'h1'] },
      { roundIds: ['coverage', 'hotline'], householdIds: ['h1'] },
    ],
  ] as const)('are told: %s', (kind, change, told) => {
    const named = { ...slot, householdIds: ['h1'] };
    expect(clashesBetween(named, { ...named, ...change }, facts)).toEqual([
      expect.objectContaining({ kind, slotIds: ['a', 'b'], ...told }),
    ]);
  });

  it('are the same from both sides', () => {
    fc.assert(
      fc.property(slots, slots, (one, other) => {
        expect(clashesBetween(one, other, facts)).toEqual(clashesBetween(other, one, facts));
      }),
    );
  });

  it('are none on different days, or where one follows the other without a gap', () => {
    expect(clashesBetween(slot, { ...slot, id: 'b', day: '2026-11-13' }, facts)).toEqual([]);
    const next = { ...slot, ...elsewhere, from: '10:30', until: '11:30' };
    expect(clashesBetween(slot, next, facts)).toEqual([]);
  });

  it('hold whatever the door’s plan is refused for: a busy team, a taken stairwell', () => {
    fc.assert(
      fc.property(slots, slots, (one, other) => {
        fc.pre(one.from < one.until && one.id !== other.id && one.roundId === other.roundId);
        const refusal = refusePlan(one, {
          round: { startsOn: one.day, deadline: one.day, open: true },
          teamIds: [one.teamId],
          stairwellIds: [one.stairwellId],
          mine: { stairwellIds: [one.stairwellId], teamIds: [] },
          plans: [other],
        });
        const kinds = clashesBetween(one, other, facts).map(({ kind }) => kind);
        expect(kinds.includes('teamBusy')).toBe(refusal === 'planTeamBusy');
        if (refusal === 'planStairwellBusy') expect(kinds).toContain('stairwellTaken');
      }),
    );
  });
});

describe('clashes of one slot', () => {
  it.each([
    ['outsideRound', { day: '2026-12-01' }, { startsOn: '2026-11-10', deadline: '2026-11-30' }],
    ['outsideWindows', { from: '08:30' }, {}],
    ['outsideWindows', { until: '08:30' }, {}],
    ['quietHours', { roundId: 'hotline' }, { of: 'round', householdIds: [] }],
    ['quietHours', { until: '10:15' }, { of: 'doors', householdIds: ['h1'] }],
  ] as const)('are told: %s', (kind, change, told) => {
    const calm = { ...slot, until: '10:00', ...change };
    expect(clashesAlone(calm, facts)).toContainEqual({ kind, slotIds: ['a'], ...told });
  });

  it('are none for a time the resident chose, but never outside the hours in which anybody may knock', () => {
    const chosen = { ...slot, householdIds: ['h1'], appointmentIds: ['h1'] };
    expect(clashesAlone({ ...chosen, from: '11:00', until: '13:00' }, facts)).toEqual([]);
    expect(clashesAlone({ ...chosen, from: '21:00', until: '22:00' }, facts)).toMatchObject([
      { kind: 'outsideWindows' },
    ]);
  });

  it('leave out quiet doors the slot is not for', () => {
    expect(clashesAlone({ ...slot, householdIds: ['h2'] }, facts)).toEqual([]);
  });
});

it('all clashes among slots are those of each slot, each told once', () => {
  const distinct = fc.uniqueArray(slots, { selector: ({ id }) => id, maxLength: 7 });
  fc.assert(
    fc.property(distinct, (list) => {
      const told = clashesAmong(list, facts).map((one) => JSON.stringify(one));
      const each = list.flatMap((one) => clashesOf(one, list, facts).map((found) => JSON.stringify(found)));
      expect(new Set(told).size).toBe(told.length);
      expect(new Set(told)).toEqual(new Set(each));
    }),
  );
});
