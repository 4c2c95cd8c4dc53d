import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dayOf, instantOf, partOfDay } from '../calendar.ts';
import { outcomes, type Outcome } from '../vocabulary.ts';
import type { CallbackVisit } from './callbacks.ts';
import { cellOf, contactCells, isAfterWork } from './contact-cells.ts';
import { tallyContacts, type ContactTally } from './contact-times.ts';
import { nextTime } from './next-time.ts';
import { usualWindows } from './slots.ts';

const today = '2026-11-18';
const round = {
  startsOn: '2026-11-10',
  deadline: '2026-11-30',
  windows: [...usualWindows],
  quiet: [],
  attemptsWanted: 5,
};
const place = { householdId: 'door', stairwellId: 'stairwell', communityId: 'community' };
const visit = (outcome: Outcome, day: string, time: string): CallbackVisit => {
  const occurredAt = instantOf(day, time);
  return { id: `${day} ${time}`, outcome, occurredAt, receivedAt: occurredAt, personId: 'li' };
};
const door = (...visits: CallbackVisit[]) => ({ ...place, doNotContact: false, quiet: [], visits });
const next = (of: ReturnType<typeof door>, contacts: ContactTally = tallyContacts([])) =>
  nextTime(of, round, contacts, today);

it('after two empty mornings it is an evening or a weekend, not before tomorrow of the last, with what was tried', () => {
  const found = next(door(visit('notHome', '2026-11-17', '09:30'), visit('notHome', today, '10:00')));
  expect(found).toMatchObject({
    notBefore: '2026-11-19',
    tried: ['weekdayMorning', 'weekdayMorning'],
    best: 'weekdayEvening',
    estimate: undefined,
  });
});

it('is the time at which most were met, with the number of attempts that is known from', () => {
  const seen = (time: string, day: string, outcome: Outcome, count: number) =>
    Array.from({ length: count }, () => ({
      ...place,
      ...visit(outcome, day, time),
      householdId: 'neighbour',
    }));
  const contacts = tallyContacts([
    ...seen('19:00', '2026-11-11', 'notHome', 12),
    ...seen('15:00', '2026-11-14', 'completed', 9),
    ...seen('15:00', '2026-11-14', 'notHome', 3),
  ]);
  const found = next(door(visit('notHome', '2026-11-16', '09:30')), contacts);
  expect(found?.best).toBe('weekendAfternoon');
  expect(found?.estimate).toEqual({
    cell: 'weekendAfternoon',
    level: 'stairwell',
    tries: 12,
    reached: 9,
  });
});

it('says nothing of a door nobody has been to, nor of one where nothing more is tried', () => {
  expect(next(door())).toBeUndefined();
  expect(next(door(visit('completed', '2026-11-16', '09:30')))).toBeUndefined();
  expect(next({ ...door(visit('notHome', '2026-11-16', '09:30')), doNotContact: true })).toBeUndefined();
});

it('names somebody else and seven days of rest after a refusal', () => {
  expect(next(door(visit('refused', '2026-11-17', '09:30')))).toMatchObject({
    cause: 'conversion',
    notBefore: '2026-11-24',
    notBy: ['li'],
  });
});

it('is always a time the round still knocks at, and never before another day', () => {
  const anyVisit = fc.record({
    outcome: fc.constantFrom(...outcomes),
    daysAgo: fc.integer({ min: 0, max: 8 }),
    time: fc.constantFrom('09:30', '15:00', '19:00'),
  });
  fc.assert(
    fc.property(fc.array(anyVisit, { maxLength: 6 }), fc.integer({ min: 0, max: 12 }), (list, daysLeft) => {
      const deadline = addDays(today, daysLeft);
      const visits = list.map(({ outcome, daysAgo, time }) => visit(outcome, addDays(today, -daysAgo), time));
      const found = nextTime(door(...visits), { ...round, deadline }, tallyContacts([]), today);
      if (found === undefined) return;
      const tried = visits.map(({ occurredAt }) => dayOf(occurredAt));
      expect(tried.every((day) => day < found.notBefore)).toBe(true);
      const days = Array.from({ length: 31 }, (_, ahead) => addDays(found.notBefore, ahead));
      const offered = days
        .filter((day) => day <= deadline)
        .flatMap((day) => usualWindows.map(({ from }) => cellOf(day, partOfDay(instantOf(day, from)))));
      if (found.best !== undefined) expect(offered).toContain(found.best);
      else expect(contactCells.some((cell) => offered.includes(cell))).toBe(false);
      if (found.tried.includes('weekdayMorning') && offered.some(isAfterWork))
        expect(found.best).not.toBe('weekdayMorning');
    }),
  );
});
