import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar.ts';
import { isImplausible, isImplausibleAppointment, occurrenceOf } from './occurrence.ts';

const receivedAt = '2026-11-10T12:00:00.000Z';
const shift = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

describe('the time of a record', () => {
  it('is right however far a steady clock is off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -7 * 86_400_000, max: 7 * 86_400_000 }),
        fc.integer({ min: 0, max: 7 * 86_400_000 }),
        (skew, age) => {
          const truth = shift(receivedAt, -age);
          const clock = { deviceTime: shift(truth, skew), sentAt: shift(receivedAt, skew), receivedAt };
          expect(occurrenceOf(clock)).toMatchObject({
            occurredAt: truth,
            visitedOn: dayOf(truth),
            skewMs: -skew + 0,
          });
        },
      ),
    );
  });

  it('is never after its arrival, and says so', () => {
    const ahead = occurrenceOf({ deviceTime: '2026-11-11T00:00:00.000Z', sentAt: receivedAt, receivedAt });
    expect(ahead).toMatchObject({ occurredAt: receivedAt, skewDoubtful: true });
  });

  it('falls on the Shanghai date', () => {
    const late = { deviceTime: '2026-11-09T16:30:00.000Z', sentAt: receivedAt, receivedAt };
    expect(occurrenceOf(late).visitedOn).toBe('2026-11-10');
  });

  it('of 1970 or 2100 is not plausible; one that a clock a week off could write is', () => {
    const opened = '2026-11-08T00:00:00.000Z';
    const at = (deviceTime: string) => isImplausible({ deviceTime, sentAt: receivedAt, receivedAt }, opened);
    expect(at('1970-01-01T00:00:00.000Z')).toBe(true);
    expect(at('2100-01-01T00:00:00.000Z')).toBe(true);
    expect(at('2026-11-02T00:00:00.000Z')).toBe(false);
    expect(at('2026-11-16T00:00:00.000Z')).toBe(false);
  });
});

describe('the day of an appointment', () => {
  it.each([
    ['0000-01-01', true],
    ['1970-01-01', true],
    ['2026-11-02', true],
    ['2026-11-03', false],
    ['2026-11-10', false],
    ['2027-11-11', false],
    ['2027-11-12', true],
    ['2100-01-01', true],
  ])('%s, agreed on 10 November 2026, is implausible: %s', (day, implausible) => {
    expect(isImplausibleAppointment(day, '2026-11-10')).toBe(implausible);
  });
});
