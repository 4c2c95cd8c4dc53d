import { expect, it } from 'vitest';
import { assigned, noWork, someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { appointmentsUntil, countsOf, pick } from './doors-list.ts';
import { roundView, type RoundView } from './round-view.ts';

const round = someRound();
const stairwell = someStairwell();
const zhang = someHousehold(stairwell, { room: '902', floor: 9, residentName: '张建华', initials: 'zjh' });
const li = someHousehold(stairwell, { room: '1104', floor: 11, residentName: '李敏', initials: 'lm' });
const empty = someHousehold(stairwell, { room: '101', floor: 1, residentName: null, initials: null });
const wang = someHousehold(stairwell, { room: '305', floor: 3, residentName: '王军', initials: 'wj' });

const appointment = (day: string, from: string) => ({ day, from, until: '21:00' });
const asked = {
  outcome: 'appointment',
  latestOutcome: 'appointment',
  latestAt: '2026-11-18T03:00:00.000Z',
} as const;
const view = roundView(
  someStreet({
    rounds: [round],
    stairwells: [stairwell],
    households: [zhang, li, empty, wang],
    assignments: [
      assigned(round, zhang, { ...asked, attempts: 1, appointment: appointment('2026-11-20', '19:00') }),
      assigned(round, li, { ...asked, attempts: 1, appointment: appointment('2026-11-19', '20:00') }),
      assigned(round, empty),
      assigned(round, wang, {
        outcome: 'notHome',
        latestOutcome: 'notHome',
        latestAt: '2026-11-18T03:00:00.000Z',
        attempts: 1,
      }),
    ],
  }),
  round.id,
  noWork,
) as RoundView;

const rooms = (...found: Parameters<typeof pick>): string[] =>
  pick(...found).flatMap(({ doors }) => doors.map((door) => door.household.room));

it.each([
  ['zjh', ['902']],
  ['ZJH', ['902']],
  ['张', ['902']],
  ['902', ['902']],
  [' lm ', ['1104']],
  ['10', ['1104', '101']],
  ['nobody', []],
])('searching %s finds by room, name and pinyin initials', (search, found) => {
  expect(rooms(view, 'all', search)).toEqual(found);
});

it('filters show doors not visited, with an appointment, and with attempts left', () => {
  expect(rooms(view, 'open', '')).toEqual(['101']);
  expect(rooms(view, 'appointment', '')).toEqual(['1104', '902']);
  expect(rooms(view, 'attemptsLeft', '')).toEqual(['305']);
});

it('each filter counts what it shows', () => {
  const counts = countsOf(view);
  for (const filter of ['all', 'open', 'appointment', 'revisit', 'attemptsLeft'] as const)
    expect(counts[filter]).toBe(rooms(view, filter, '').length);
});

it('appointments come in the order they are due, those that were missed first; later days are not due', () => {
  const due = (day: string) => appointmentsUntil(view, day).map((entry) => entry.door.household.room);
  expect(due('2026-11-20')).toEqual(['1104', '902']);
  expect(due('2026-11-19')).toEqual(['1104']);
});
