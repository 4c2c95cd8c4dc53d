import { addDays, clashesAmong, dayOf, defaultDoorsPerHour, must } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import { describe, expect, it } from 'vitest';
import type { StreetReference } from '../local/reference.types.ts';
import type { OwnVisit } from '../local/work.types.ts';
import {
  assigned,
  noWork,
  someHousehold,
  someRound,
  someStairwell,
  someStreet,
  someTeam,
} from '../testing/street.ts';
import { planBook, type PlanBook } from './plan-book.ts';
import { roundView } from './round-view.ts';
import { suggestInSteps, type SuggestedPlan } from './suggested-plan.ts';

const today = '2026-11-16';
const me = newId();
const round = someRound({ startsOn: '2026-11-10', deadline: '2026-11-30' });
const communityId = newId();
const li = newId();
const crew = (name: string) =>
  someTeam(round, { communityId, name, mine: false, members: [{ id: li, name: '李敏' }] });
const [first, second] = [crew('柳荫一组'), crew('柳荫二组')];
const stairwells = [1, 2].map((position) =>
  someStairwell({ communityId, mine: true, position, label: `${position}单元` }),
);
const doors = stairwells.flatMap((stairwell) =>
  Array.from({ length: 8 }, (_, index) =>
    someHousehold(stairwell, { room: `${index + 1}01`, floor: index + 1 }),
  ),
);
const holderOf = (stairwellId: string) => (stairwellId === stairwells[0]?.id ? first.id : second.id);
const street = someStreet({
  rounds: [round],
  teams: [first, second],
  stairwells,
  households: doors,
  assignments: doors.map((door) => assigned(round, door, { teamId: holderOf(door.stairwellId) })),
});

function bookOf(reference: StreetReference, own: OwnVisit[] = []): PlanBook {
  const work = { ...noWork, own: own.map((visit) => ({ id: newId(), ...visit })) };
  return planBook(must(roundView(reference, round.id, work), 'the round'), reference, work, me);
}

function suggestedPlan(book: PlanBook): SuggestedPlan {
  const steps = suggestInSteps(book, today);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('a plan suggested on the tablet', () => {
  const { slots, leftOver } = suggestedPlan(bookOf(street));

  it('sends to a stairwell the team that holds its doors, and loses nobody', () => {
    expect(slots.map(({ stairwellId, teamId }) => holderOf(stairwellId) === teamId)).toEqual(
      slots.map(() => true),
    );
    const planned = slots.flatMap(({ householdIds }) => householdIds);
    expect([...planned, ...leftOver.map(({ householdId }) => householdId)].toSorted()).toEqual(
      doors.map(({ id }) => id).toSorted(),
    );
  });

  it('asks nobody to be in two places, though the teams share a person', () => {
    expect(clashesAmong(slots, bookOf(street).facts)).toEqual([]);
    expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
  });

  it('begins tomorrow, and goes around hours in which a team is elsewhere', () => {
    expect(slots[0]?.day).toBe(addDays(today, 1));
    const allDay = { from: '08:00', until: '21:00', cancelled: false };
    const busy = [{ id: newId(), teamId: first.id, personIds: [li], day: addDays(today, 1), ...allDay }];
    const around = suggestedPlan(bookOf({ ...street, busy })).slots;
    expect(around.some(({ day }) => day === addDays(today, 1))).toBe(false);
  });

  it('knows what was recorded here a moment ago, and what the office told of the door', () => {
    const [one, other] = [must(doors[0], 'a door'), must(doors[1], 'a door')];
    const { id: householdId, stairwellId } = one;
    const at = `${today}T09:30:00+08:00`;
    const visit: OwnVisit = {
      ...{ kind: 'visit', streetId: street.streetId, roundId: round.id, stairwellId, householdId },
      ...{ outcome: 'notHome', at, appointment: null },
    };
    const refused = { outcome: 'refused' as const, at, by: li };
    const assignments = street.assignments.map((assignment) =>
      assignment.householdId === other.id
        ? { ...assignment, attempts: 1, outcome: 'refused' as const, latestAt: at, visits: [refused] }
        : assignment,
    );
    const planned = suggestedPlan(bookOf({ ...street, assignments }, [visit])).slots;
    const slotAt = (id: string) => planned.find(({ householdIds }) => householdIds.includes(id));
    // Empty on a weekday morning: an evening or a weekend.
    const again = must(slotAt(one.id), 'a slot of the door that was empty');
    expect(again.reasons.map(({ code }) => code)).toContain('emptyWeekdayMornings');
    expect(must(slotAt(other.id), 'a slot of the door that refused').day >= addDays(dayOf(at), 7)).toBe(true);
  });

  it('keeps an appointment at its time, however it was made', () => {
    const door = must(doors[2], 'a door');
    const appointment = { day: addDays(today, 3), from: '18:45', until: '19:15' };
    const made = { outcome: 'appointment' as const, at: `${today}T09:30:00+08:00`, by: null };
    const told = { attempts: 1, outcome: made.outcome, latestAt: made.at, appointment, visits: [made] };
    const assignments = street.assignments.map((one) =>
      one.householdId === door.id ? { ...one, ...told } : one,
    );
    const planned = suggestedPlan(bookOf({ ...street, assignments })).slots;
    expect(planned.find(({ appointmentIds }) => appointmentIds.includes(door.id))).toMatchObject(appointment);
  });
});

it('a team nothing is known of has the default pace, and says so', () => {
  expect(bookOf(street).paceOf(first.id)).toEqual({
    doorsPerHour: defaultDoorsPerHour,
    occasions: 0,
    from: 'default',
  });
  const paces = [{ teamId: first.id, doorsPerHour: 9, occasions: 12, from: 'team' as const }];
  const planning = [{ day: today, paces, contacts: [] }];
  expect(bookOf({ ...street, planning }).paceOf(first.id)).toMatchObject({ doorsPerHour: 9, occasions: 12 });
});
