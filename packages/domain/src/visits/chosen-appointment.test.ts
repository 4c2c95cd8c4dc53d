import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWindows } from '../plans/slots.ts';
import { endsChosen, freeWindows } from './chosen-appointment.ts';

const round = { startsOn: '2026-11-01', deadline: '2026-11-30' };
/** A Tuesday, ten in the morning in Shanghai. */
const now = '2026-11-10T02:00:00.000Z';
const asked = { now, round, windows: usualWindows, quiet: [], taken: [] };

describe('the windows a resident chooses from', () => {
  it('are those of the coming fortnight, with two hours of notice', () => {
    const days = freeWindows(asked);
    expect(days).toHaveLength(14);
    expect(days[0]).toEqual({
      day: '2026-11-10',
      windows: [
        { from: '14:30', until: '17:00' },
        { from: '18:30', until: '20:30' },
      ],
    });
    expect(days[1]?.windows).toHaveLength(3);
  });

  it('begin with the round and end with its deadline', () => {
    expect(freeWindows({ ...asked, round: { ...round, deadline: '2026-11-12' } }).at(-1)?.day).toBe(
      '2026-11-12',
    );
    expect(freeWindows({ ...asked, round: { ...round, startsOn: '2026-11-15' } })[0]?.day).toBe('2026-11-15');
    expect(freeWindows({ ...asked, round: { ...round, deadline: '2026-11-09' } })).toEqual([]);
  });

  it('leave out quiet hours, days of the other kind, and what is full', () => {
    const quiet = [{ from: '12:30', until: '15:00' }];
    expect(freeWindows({ ...asked, quiet })[1]?.windows.map(({ from }) => from)).toEqual(['09:00', '18:30']);
    const windows = [{ days: 'weekend' as const, from: '09:00', until: '11:30' }];
    expect(freeWindows({ ...asked, windows }).map(({ day }) => day)).toEqual([
      '2026-11-14',
      '2026-11-15',
      '2026-11-21',
      '2026-11-22',
    ]);
    const taken = Array.from({ length: 6 }, () => ({ day: '2026-11-11', from: '09:00' }));
    const [, next] = freeWindows({ ...asked, taken });
    expect(next?.windows.map(({ from }) => from)).toEqual(['14:30', '18:30']);
    expect(freeWindows({ ...asked, taken: taken.slice(1) })[1]?.windows).toHaveLength(3);
  });

  it('never begin before now or end after the deadline, whenever one looks', () => {
    const instants = fc.date({
      min: new Date('2026-10-20'),
      max: new Date('2026-12-10'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        for (const { day, windows } of freeWindows({ ...asked, now: at.toISOString() })) {
          expect(day >= round.startsOn && day <= round.deadline).toBe(true);
          for (const { from } of windows)
            expect(Date.parse(`${day}T${from}:00+08:00`)).toBeGreaterThan(at.getTime());
        }
      }),
    );
  });
});

describe('what a resident chose', () => {
  const chosen = { day: '2026-11-13', chosenAt: now };
  const visit = (outcome: 'notHome' | 'refused' | 'completed', occurredAt: string) =>
    endsChosen({ outcome, occurredAt }, chosen);

  it('ends when somebody is met after it, whenever that is', () => {
    expect(visit('completed', '2026-11-11T02:00:00.000Z')).toBe(true);
    expect(visit('refused', '2026-11-10T02:00:01.000Z')).toBe(true);
    expect(visit('completed', '2026-11-10T01:00:00.000Z')).toBe(false);
  });

  it('outlives a team that meets nobody before the day, and not one that comes on it', () => {
    expect(visit('notHome', '2026-11-12T15:59:00.000Z')).toBe(false);
    expect(visit('notHome', '2026-11-12T16:00:00.000Z')).toBe(true);
  });
});
