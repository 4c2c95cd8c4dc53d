import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, instantOf } from '../calendar.ts';
import { outcomes, type Outcome } from '../vocabulary.ts';
import { nextAttempt, type CallbackVisit, type DoorHistory } from './callbacks.ts';

const today = '2026-11-16';

function visit(outcome: Outcome, day: string, time = '09:30', appointmentOn?: string): CallbackVisit {
  const occurredAt = instantOf(day, time);
  const appointment =
    appointmentOn === undefined ? undefined : { day: appointmentOn, from: '18:30', until: '19:00' };
  return {
    id: `${day} ${time} ${outcome}`,
    outcome,
    occurredAt,
    receivedAt: occurredAt,
    personId: 'zhang',
    appointment,
  };
}
const next = (visits: readonly CallbackVisit[], more: Partial<DoorHistory> = {}) =>
  nextAttempt({ doNotContact: false, visits, ...more }, today, 3);

const anyVisits = fc.array(
  fc
    .record({
      outcome: fc.constantFrom(...outcomes),
      daysAgo: fc.integer({ min: 0, max: 12 }),
      time: fc.constantFrom('09:30', '15:00', '19:00'),
      inDays: fc.integer({ min: -2, max: 5 }),
    })
    .map(({ outcome, daysAgo, time, inDays }) =>
      visit(
        outcome,
        addDays(today, -daysAgo),
        time,
        outcome === 'appointment' ? addDays(today, inDays) : undefined,
      ),
    ),
  { maxLength: 5 },
);

describe('what is next at a door', () => {
  it('is a first attempt where nobody has been', () => {
    expect(next([])).toEqual({ state: 'due', cause: 'first', notBefore: today, notBy: [], tried: [] });
  });

  it('is three attempts on three days: the next is after the day of the last, with the times that failed', () => {
    const twice = [visit('notHome', '2026-11-15', '10:00'), visit('noAccess', today, '19:00')];
    expect(next(twice)).toEqual({
      state: 'due',
      cause: 'again',
      notBefore: '2026-11-17',
      notBy: [],
      tried: ['weekendMorning', 'weekdayEvening'],
    });
    expect(next([...twice, visit('notHome', '2026-11-13')])).toEqual({ state: 'closed', reason: 'settled' });
  });

  it('after a soft refusal is one conversion by somebody else after seven days, and no second', () => {
    const refused = visit('refused', '2026-11-14');
    expect(next([refused])).toMatchObject({
      cause: 'conversion',
      notBefore: '2026-11-21',
      notBy: ['zhang'],
    });
    expect(next([refused, visit('notHome', '2026-11-15')])).toMatchObject({
      cause: 'conversion',
      notBefore: '2026-11-21',
      notBy: ['zhang'],
    });
    expect(next([visit('refused', '2026-11-05'), refused]).state).toBe('closed');
  });

  it('is the appointment until its day is over, then another attempt', () => {
    const agreed = visit('appointment', '2026-11-14', '10:00', today);
    const appointment = { day: today, from: '18:30', until: '19:00' };
    expect(next([agreed])).toEqual({ state: 'appointment', appointment });
    expect(nextAttempt({ doNotContact: false, visits: [agreed] }, '2026-11-17', 3)).toMatchObject({
      state: 'due',
      cause: 'missedAppointment',
    });
  });

  it('is what the resident booked by the slip, also after the last attempt, unless an earlier one stands', () => {
    const booked = { day: '2026-11-18', from: '10:00', until: '11:00' };
    const empty = ['2026-11-12', '2026-11-13', '2026-11-14'].map((day) => visit('notHome', day));
    expect(next(empty, { booked })).toEqual({ state: 'appointment', appointment: booked });
    expect(next([visit('completed', '2026-11-12')], { booked }).state).toBe('closed');
    expect(next([visit('appointment', '2026-11-14', '10:00', today)], { booked })).toMatchObject({
      appointment: { day: today },
    });
  });

  it('is nothing after a hard refusal or at a door that is not to be contacted, whatever else was recorded', () => {
    const booked = { day: '2026-11-18', from: '10:00', until: '11:00' };
    const hardly = fc.constantFrom(...outcomes.filter((outcome) => outcome !== 'appointment'));
    fc.assert(
      fc.property(anyVisits, hardly, (visits, last) => {
        const hard = [...visits, visit('refusedHard', '2026-11-15', '20:00'), visit(last, today, '20:30')];
        expect(next(hard, { booked }).state).toBe('closed');
        expect(next(visits, { doNotContact: true, booked }).state).toBe('closed');
      }),
    );
  });

  it('after a hard refusal is only a time the resident chose later', () => {
    const hard = visit('refusedHard', '2026-11-12');
    const changed = visit('appointment', '2026-11-14', '10:00', '2026-11-18');
    expect(next([hard, changed]).state).toBe('appointment');
    expect(next([{ ...changed, occurredAt: instantOf('2026-11-11', '10:00') }, hard]).state).toBe('closed');
  });

  it('is never on a day the door was already visited, nor in the past, and does not depend on order', () => {
    fc.assert(
      fc.property(anyVisits, (visits) => {
        const found = next(visits);
        expect(next(visits.toReversed())).toEqual(found);
        if (found.state === 'appointment') expect(found.appointment.day >= today).toBe(true);
        if (found.state !== 'due') return;
        expect(found.notBefore >= today).toBe(true);
        expect(visits.every((one) => dayOf(one.occurredAt) < found.notBefore)).toBe(true);
      }),
    );
  });
});
