import { must } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import { expect, it } from 'vitest';
import type { StreetReference } from '../local/reference.types.ts';
import { assigned, noWork, someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { nextTimeAt } from './door-history.ts';
import { roundView } from './round-view.ts';

const today = '2026-11-18';
const me = newId();
const round = someRound({ startsOn: '2026-11-10', deadline: '2026-11-30' });
const stairwell = someStairwell();
const household = someHousehold(stairwell);
const told = { outcome: 'notHome', at: '2026-11-16T01:30:00.000Z', by: newId() } as const;
const assignment = assigned(round, household, {
  outcome: told.outcome,
  attempts: 1,
  latestOutcome: told.outcome,
  latestAt: told.at,
  visits: [told],
});
const street = someStreet({
  rounds: [round],
  stairwells: [stairwell],
  households: [household],
  assignments: [assignment],
});

function nextAt(reference: StreetReference, own: { at: string }[] = []) {
  const visits = own.map(({ at }) => ({
    ...{ id: newId(), kind: 'visit' as const, streetId: street.streetId, roundId: round.id, at },
    stairwellId: stairwell.id,
    ...{ householdId: household.id, outcome: 'notHome' as const, appointment: null },
  }));
  const work = { ...noWork, own: visits };
  const view = must(roundView(reference, round.id, work), 'the round');
  const door = must(view.stairwells[0]?.doors[0], 'the door');
  return nextTimeAt(view, door, { reference, work, me }, today);
}

it('counts what others tried, what was recorded here since, and each of them once', () => {
  expect(nextAt(street)?.tried).toEqual(['weekdayMorning']);
  const both = nextAt(street, [{ at: '2026-11-17T07:00:00.000Z' }]);
  expect(both?.tried).toEqual(['weekdayMorning', 'weekdayAfternoon']);
  expect(both?.best).toBe('weekdayEvening');
});

it('takes what is known of the stairwell, as the office counted it', () => {
  const contacts = [
    { level: 'stairwell', id: stairwell.id, cells: { weekendAfternoon: { tries: 20, reached: 15 } } },
  ] as const;
  const planning = [{ day: today, paces: [], contacts: [...contacts] }];
  const known = nextAt({ ...street, planning });
  expect(known?.estimate).toEqual({ cell: 'weekendAfternoon', level: 'stairwell', tries: 20, reached: 15 });
});
