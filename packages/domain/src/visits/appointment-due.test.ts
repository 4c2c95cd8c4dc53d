import { expect, it } from 'vitest';
import { isAppointmentDue } from './appointment-due.ts';

const agreed = { day: '2026-11-12', until: '11:00' };

it.each([
  ['the evening before', '2026-11-11T15:59:00.000Z', false],
  ['before seven in the morning', '2026-11-11T22:59:00.000Z', false],
  ['at seven', '2026-11-11T23:00:00.000Z', true],
  ['while the visitors may be at the door', '2026-11-12T02:59:00.000Z', true],
  ['when it is over', '2026-11-12T03:00:00.000Z', false],
  ['the next morning', '2026-11-12T23:30:00.000Z', false],
])('an appointment of Thursday 9 to 11 is told of %s: %s is %s', (_when, now, due) => {
  expect(isAppointmentDue(agreed, now)).toBe(due);
});
