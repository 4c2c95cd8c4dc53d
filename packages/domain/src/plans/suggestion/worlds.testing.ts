import fc from 'fast-check';
import { addDays, instantOf } from '../../calendar.ts';
import type { Outcome } from '../../vocabulary.ts';
import type { CallbackVisit } from '../callbacks.ts';
import { tallyContacts, type ContactVisit } from '../contact-times.ts';
import { usualWindows, type PlannedSlot, type RoundWindow } from '../slots.ts';
import type { SuggestedDoor, SuggestRequest } from './request.ts';

/** A Monday. */
export const today = '2026-11-16';

const past = fc.record({
  daysAgo: fc.integer({ min: 1, max: 10 }),
  time: fc.constantFrom('09:30', '15:00', '19:00'),
  outcome: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Outcome>('notHome') },
    { weight: 2, arbitrary: fc.constant<Outcome>('refused') },
    fc.constantFrom<Outcome>('noAccess', 'refusedHard', 'completed', 'appointment', 'partial'),
  ),
  personId: fc.constantFrom('zhang', 'li', 'wang', 'zhao'),
  inDays: fc.integer({ min: -3, max: 15 }),
  agreed: fc.constantFrom('10:00', '18:45', '13:00', '21:15'),
});

const hourLater = (time: string): string => `${String(Number(time.slice(0, 2)) + 1)}${time.slice(2)}`;

const quietHours = fc.constantFrom(
  [],
  [],
  [],
  [{ from: '18:00', until: '19:00' }],
  [{ from: '09:00', until: '18:00' }],
);

const door = fc.record({
  stairwell: fc.nat(),
  doNotContact: fc.nat(9).map((one) => one === 0),
  visits: fc.oneof(fc.array(past, { maxLength: 0 }), fc.array(past, { maxLength: 4, size: 'max' })),
  quiet: quietHours,
  booked: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.integer({ min: 0, max: 12 })),
});

type DrawnDoor = typeof door extends fc.Arbitrary<infer T> ? T : never;

function doorOf(drawn: DrawnDoor, index: number, stairwells: number): SuggestedDoor {
  const visits = drawn.visits.map((visit, number): CallbackVisit => {
    const occurredAt = instantOf(addDays(today, -visit.daysAgo), visit.time);
    const day = addDays(today, visit.inDays);
    const appointment = { day, from: visit.agreed, until: hourLater(visit.agreed) };
    return {
      id: `v${index}-${number}`,
      outcome: visit.outcome,
      occurredAt,
      receivedAt: occurredAt,
      personId: visit.personId,
      appointment: visit.outcome === 'appointment' ? appointment : undefined,
    };
  });
  const { booked, doNotContact, quiet } = drawn;
  const own =
    booked === undefined ? undefined : { day: addDays(today, booked), from: '10:30', until: '11:00' };
  const stairwellId = `s${drawn.stairwell % stairwells}`;
  return { householdId: `h${index}`, stairwellId, doNotContact, visits, quiet, booked: own };
}

const windows = fc.constantFrom<readonly RoundWindow[]>(
  usualWindows,
  [{ days: 'weekday', from: '09:00', until: '11:00' }],
  [
    { days: 'weekend', from: '10:00', until: '18:20' },
    { days: 'any', from: '18:00', until: '22:00' },
  ],
);

const standing = fc.record({
  stairwell: fc.nat(),
  team: fc.nat(),
  otherRound: fc.boolean(),
  inDays: fc.integer({ min: -2, max: 10 }),
  from: fc.constantFrom('09:00', '15:00', '18:30'),
});

const crews = [['zhang', 'li'], ['wang', 'li'], ['zhao'], ['chen', 'sun']] as const;

/** What former rounds met in the rest of a community: more in the evenings. */
const elsewhere = Array.from({ length: 120 }, (_, index): ContactVisit => {
  const time = ['09:30', '15:00', '19:00'][index % 3] ?? '19:00';
  const met = time === '19:00' || index % 6 === 0;
  return {
    householdId: `other-${index}`,
    stairwellId: 'other',
    communityId: 'liuyin',
    occurredAt: instantOf(addDays(today, -30 - (index % 7)), time),
    outcome: met ? 'visited' : 'notHome',
  };
});

/** Rounds of a small street: every kind of past, quiet hours, people in two teams, plans of this round and another. */
export const worlds: fc.Arbitrary<SuggestRequest> = fc
  .record({
    stairwells: fc.integer({ min: 1, max: 6 }),
    doors: fc.array(door, { maxLength: 40, size: 'max' }),
    attemptsWanted: fc.constantFrom(3, 5),
    known: fc.boolean(),
    teams: fc.integer({ min: 0, max: 4 }),
    pace: fc.constantFrom(4, 6, 9.5),
    days: fc.integer({ min: 0, max: 14 }),
    windows,
    quiet: fc.constantFrom([], [{ from: '10:00', until: '10:30' }]),
    standing: fc.array(standing, { maxLength: 4 }),
  })
  .map((drawn): SuggestRequest => {
    const doors = drawn.doors.map((one, index) => doorOf(one, index, drawn.stairwells));
    const communityOf = (index: number): string => (index % 3 === 2 ? 'nanqiao' : 'liuyin');
    return {
      today,
      firstDay: addDays(today, 1),
      round: {
        id: 'round',
        startsOn: addDays(today, -10),
        deadline: addDays(today, drawn.days),
        windows: drawn.windows,
        quiet: drawn.quiet,
        attemptsWanted: drawn.attemptsWanted,
      },
      stairwells: Array.from({ length: drawn.stairwells }, (_, index) => ({
        id: `s${index}`,
        communityId: communityOf(index),
      })),
      doors,
      teams: Array.from({ length: drawn.teams }, (_, index) => ({
        id: `t${index}`,
        communityId: communityOf(index),
        doorsPerHour: drawn.pace,
      })),
      people: new Map(crews.map((people, index) => [`t${index}`, people])),
      standing: drawn.standing.map((one, index): PlannedSlot => ({
        id: `standing-${index}`,
        roundId: one.otherRound ? 'other' : 'round',
        stairwellId: `s${one.stairwell % drawn.stairwells}`,
        teamId: `t${one.team % crews.length}`,
        day: addDays(today, one.inDays),
        from: one.from,
        until: hourLater(one.from),
      })),
      contacts: tallyContacts(drawn.known ? elsewhere : []),
    };
  });
