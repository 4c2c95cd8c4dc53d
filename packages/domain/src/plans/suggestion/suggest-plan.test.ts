import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf } from '../../calendar.ts';
import { must } from '../../must.ts';
import type { Outcome } from '../../vocabulary.ts';
import { tallyContacts } from '../contact-times.ts';
import { usualWindows } from '../slots.ts';
import { faultsOf } from './faults.testing.ts';
import type { SuggestedDoor, SuggestRequest, Suggestion } from './request.ts';
import { suggestPlan } from './suggest-plan.ts';
import { today, worlds } from './worlds.testing.ts';

const plain: SuggestRequest = {
  today,
  firstDay: addDays(today, 1),
  round: {
    id: 'round',
    startsOn: today,
    deadline: addDays(today, 20),
    windows: usualWindows,
    quiet: [],
    attemptsWanted: 3,
  },
  stairwells: [],
  doors: [],
  teams: [],
  people: new Map([
    ['t0', ['zhang', 'li']],
    ['t1', ['wang', 'zhao']],
    ['t2', ['chen']],
  ]),
  standing: [],
  contacts: tallyContacts([]),
};

const doorsOf = (stairwellId: string, count: number): SuggestedDoor[] =>
  Array.from({ length: count }, (_, index) => ({
    householdId: `${stairwellId}-${String(index).padStart(2, '0')}`,
    stairwellId,
    doNotContact: false,
    visits: [],
    quiet: [],
  }));

/** Stairwells of so many doors, walked by so many teams, where nobody has been yet. */
function untouched(loads: readonly number[], teams: number): SuggestRequest {
  const stairwells = loads.map((_, index) => ({ id: `s${index}`, communityId: 'liuyin' }));
  return {
    ...plain,
    stairwells,
    doors: stairwells.flatMap(({ id }, index) => doorsOf(id, must(loads[index], 'load'))),
    teams: Array.from({ length: teams }, (_, index) => ({
      id: `t${index}`,
      communityId: 'liuyin',
      doorsPerHour: 6,
    })),
  };
}

function withVisits(...visits: readonly (readonly [Outcome, string, string])[]): SuggestRequest {
  const request = untouched([1], 2);
  const [only] = request.doors;
  return {
    ...request,
    doors: [
      {
        ...must(only, 'door'),
        visits: visits.map(([outcome, day, time], index) => ({
          id: `v${index}`,
          outcome,
          occurredAt: instantOf(day, time),
          receivedAt: instantOf(day, time),
          personId: 'wang',
        })),
      },
    ],
  };
}

describe('a suggested plan', () => {
  it('has no clash, keeps windows, loses nobody, plans no hard refusal, and holds to every rule of callbacks', () => {
    fc.assert(
      fc.property(worlds, (request) => {
        expect(faultsOf(request, suggestPlan(request))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same for the same request, which it leaves as it was', () => {
    fc.assert(
      fc.property(worlds, (request) => {
        const before = structuredClone(request);
        const first = suggestPlan(request);
        expect(request).toEqual(before);
        expect(suggestPlan(before)).toEqual(first);
      }),
    );
  });

  it('is off the even share of each team by no more than the largest stairwell', () => {
    const loads = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 3 }), (doors, teams) => {
        const { slots, leftOver } = suggestPlan(untouched(doors, teams));
        fc.pre(leftOver.length === 0);
        const total = doors.reduce((a, b) => a + b, 0);
        for (let index = 0; index < teams; index += 1) {
          const own = slots.filter(({ teamId }) => teamId === `t${index}`);
          const mine = own.reduce((sum, { householdIds }) => sum + householdIds.length, 0);
          expect(Math.abs(mine - total / teams)).toBeLessThanOrEqual(Math.max(...doors));
        }
      }),
    );
  });

  it('sends a team to a stairwell only once in a stretch of a day, and as often as its doors need', () => {
    const { slots } = suggestPlan(untouched([50], 1));
    expect(slots.map(({ householdIds }) => householdIds.length)).toEqual([15, 15, 12, 8]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }), (loads) => {
        const plan = suggestPlan(untouched(loads, 2)).slots;
        const stretches = plan.map(({ stairwellId, day, from }) => {
          const window = usualWindows.find((one) => one.from <= from && from < one.until);
          return `${stairwellId} ${day} ${window?.from}`;
        });
        expect(new Set(stretches).size).toBe(stretches.length);
      }),
    );
  });

  it('walks on from one stairwell to the next and says so', () => {
    const { slots } = suggestPlan(untouched([6, 6, 6], 1));
    expect(slots.map(({ stairwellId, from, until }) => [stairwellId, from, until])).toEqual([
      ['s0', '09:00', '10:00'],
      ['s1', '10:00', '11:00'],
      ['s2', '11:00', '11:30'],
      ['s2', '14:30', '15:00'],
    ]);
    expect(slots[1]?.reasons).toContainEqual({ code: 'walkingOrder', after: 's0' });
  });
});

describe('a suggested callback', () => {
  it('after an empty weekday morning is in the evening or at a weekend, with the reason', () => {
    const { slots } = suggestPlan(withVisits(['notHome', '2026-11-13', '09:30']));
    expect(slots).toMatchObject([
      { day: '2026-11-17', from: '18:30', reasons: [{ code: 'emptyWeekdayMornings', doors: 1 }] },
    ]);
  });

  it('after an empty morning and evening is on a weekend afternoon', () => {
    const { slots } = suggestPlan(
      withVisits(['notHome', '2026-11-12', '09:30'], ['notHome', '2026-11-13', '19:00']),
    );
    expect(slots).toMatchObject([{ day: '2026-11-21', from: '14:30' }]);
  });

  it('after a soft refusal is by somebody else, of another team where need be, after seven days', () => {
    const request = withVisits(['refused', '2026-11-15', '09:30']);
    expect(suggestPlan(request).slots).toMatchObject([
      { day: '2026-11-22', teamId: 't1', reasons: [{ code: 'conversion' }] },
    ]);
    const alone = { ...request, people: new Map([...plain.people, ['t1', ['wang']]]) };
    const { slots } = suggestPlan(alone);
    expect(slots).toMatchObject([{ day: '2026-11-22', teamId: 't0' }]);
    expect(slots[0]?.reasons).toContainEqual({ code: 'helping', teamId: 't1' });
  });

  it('goes to a free time of the day that is known to be better, and shows from how many attempts', () => {
    const attempts = (time: string, outcome: Outcome) =>
      Array.from({ length: 30 }, (_, index) => ({
        householdId: `other-${index}`,
        stairwellId: 'other',
        communityId: 'liuyin',
        occurredAt: instantOf('2026-11-12', time),
        outcome,
      }));
    const contacts = tallyContacts([...attempts('15:00', 'notHome'), ...attempts('10:00', 'completed')]);
    const { slots } = suggestPlan({ ...withVisits(['notHome', '2026-11-13', '19:00']), contacts });
    expect(slots).toMatchObject([{ day: '2026-11-17', from: '09:00' }]);
    expect(slots[0]?.reasons).toContainEqual({
      code: 'timeOfDay',
      estimate: { cell: 'weekdayMorning', level: 'community', tries: 30, reached: 30 },
    });
  });
});

describe('what is left over', () => {
  it('says why: no team, too late, nobody else, no window, no time', () => {
    const reasonOf = (request: SuggestRequest) => suggestPlan(request).leftOver.map(({ reason }) => reason);
    const refused = withVisits(['refused', '2026-11-15', '09:30']);
    const { round } = plain;
    expect(reasonOf({ ...untouched([1], 1), teams: [] })).toEqual(['noTeam']);
    expect(reasonOf({ ...refused, round: { ...round, deadline: '2026-11-20' } })).toEqual(['tooLate']);
    const wang = new Map([...plain.people].map(([id]) => [id, ['wang']]));
    expect(reasonOf({ ...refused, people: wang })).toEqual(['nobodyElse']);
    expect(reasonOf({ ...untouched([1], 1), round: { ...round, windows: [] } })).toEqual(['noWindow']);
    const oneEvening = { ...round, deadline: '2026-11-17', windows: usualWindows.slice(2) };
    expect(reasonOf({ ...untouched([13], 1), round: oneEvening })).toEqual(['noTime']);
  });
});

/** A sound suggestion for a small round, to be spoilt. */
const request = { ...untouched([6, 6], 2) };
const sound = suggestPlan(request);
const spoil = (change: (slot: Suggestion['slots'][number]) => object): Suggestion => ({
  ...sound,
  slots: sound.slots.map((slot, index) => (index === 0 ? { ...slot, ...change(slot) } : slot)),
});
const refusedRequest: SuggestRequest = {
  ...request,
  doors: request.doors.map((door, index) =>
    index === 0
      ? { ...door, visits: must(withVisits(['refusedHard', '2026-11-13', '09:30']).doors[0], 'd').visits }
      : door,
  ),
};
const triedRequest: SuggestRequest = {
  ...request,
  doors: request.doors.map((door, index) =>
    index === 0
      ? { ...door, visits: must(withVisits(['notHome', '2026-11-13', '09:30']).doors[0], 'd').visits }
      : door,
  ),
};

describe('the checker of suggestions', () => {
  it('finds nothing in a sound one', () => {
    expect(sound.slots).toHaveLength(2);
    expect(faultsOf(request, sound)).toEqual([]);
  });

  it.each([
    ['teamBusy', request, spoil(() => ({ teamId: 't1' }))],
    ['stairwellTaken', request, spoil(() => ({ stairwellId: 's1' }))],
    ['outsideWindows', request, spoil(() => ({ from: '12:00', until: '13:00' }))],
    ['outsideRound', request, spoil(() => ({ day: '2026-12-30' }))],
    ['lost', request, spoil((slot) => ({ householdIds: slot.householdIds.slice(1) }))],
    ['twice', request, spoil((slot) => ({ householdIds: [...slot.householdIds, 's1-00'] }))],
    ['overfull', request, spoil(() => ({ until: '09:30' }))],
    ['unexplained', request, spoil(() => ({ reasons: [] }))],
    ['early', request, spoil(() => ({ day: today }))],
    ['closedWrongly', refusedRequest, sound],
    ['samePart', triedRequest, sound],
    ['tooSoon', withVisits(['refused', '2026-11-15', '09:30']), suggestPlan(withVisits())],
    ['personBusy', { ...request, people: new Map([...plain.people, ['t1', ['li']]]) }, sound],
  ])('finds the planted fault: %s', (fault, asked, spoilt) => {
    expect(faultsOf(asked, spoilt).join(', ')).toContain(fault);
  });
});

it('the rounds these guarantees are tried on hold every reason of a slot, and every reason to be left over or closed', () => {
  const seen = new Set<string>();
  for (const world of fc.sample(worlds, { numRuns: 600, seed: 4 })) {
    const { slots, leftOver, closed, covered } = suggestPlan(world);
    for (const { code } of slots.flatMap(({ reasons }) => reasons)) seen.add(code);
    for (const { reason } of [...leftOver, ...closed]) seen.add(reason);
    if (covered.length > 0) seen.add('covered');
  }
  expect([...seen].toSorted()).toEqual(
    [
      ...['appointment', 'first', 'again', 'conversion', 'finish', 'missedAppointment'],
      ...['emptyWeekdayMornings', 'timeOfDay', 'walkingOrder', 'helping', 'covered'],
      ...['noTeam', 'tooLate', 'noWindow', 'appointmentOutside', 'noTime', 'nobodyElse'],
      ...['doNotContact', 'refusedHard', 'refusedTwice', 'settled'],
    ].toSorted(),
  );
});
