import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOf } from '../calendar.ts';
import { holdsStairwell, type LeasedSlot } from './plan-lease.ts';

const slot: LeasedSlot = {
  stairwellId: 's1',
  teamId: 't1',
  day: '2026-11-12',
  from: '09:00',
  until: '11:00',
  visited: false,
};
const at = (day: string, time: string) => instantOf(day, time);

it.each([
  ['the day before', '2026-11-11', '23:59', true],
  ['until its last minute', '2026-11-12', '10:59', true],
  ['not once its hours are over', '2026-11-12', '11:00', false],
  ['not the day after', '2026-11-13', '00:00', false],
])('a slot without a visit holds its stairwell: %s', (_when, day, time, holds) => {
  expect(holdsStairwell(slot, at(day, time))).toBe(holds);
});

it('a slot with a visit holds its stairwell whatever the hour', () => {
  expect(holdsStairwell({ ...slot, visited: true }, at('2026-11-12', '20:00'))).toBe(true);
});

it('a lease that has returned stays returned, as long as nobody visits', () => {
  const instant = fc.date({ min: new Date('2026-11-11'), max: new Date('2026-11-14'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.nat(86_400_000), (now, later) => {
      const then = new Date(now.getTime() + later).toISOString();
      if (!holdsStairwell(slot, now.toISOString())) expect(holdsStairwell(slot, then)).toBe(false);
    }),
  );
});
