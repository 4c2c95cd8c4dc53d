import { newId } from '@huhudao/protocol';
import { expect, it } from 'vitest';
import type { GoneDoor } from '../local/gone-doors.ts';
import { assigned, noWork, someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { newDraft } from './draft.ts';
import { goneGroups, keptWork } from './gone-doors.ts';
import type { OwnWork } from './own-work.ts';
import { doorRefOf, quickVisits } from './record-visit.ts';
import { roundView, type RoundView } from './round-view.ts';

const round = someRound();
const [first, second] = [someStairwell(), someStairwell({ label: '2单元' })];
const rooms = [someHousehold(first, { room: '902' }), someHousehold(first, { room: '901' })] as const;
const other = someHousehold(second, { room: '101' });
const street = someStreet({
  rounds: [round],
  stairwells: [first, second],
  households: [...rooms, other],
  assignments: [...rooms, other].map((household) => assigned(round, household)),
});
const view = roundView(street, round.id, noWork) as RoundView;

const gone = (household: typeof other, teamName: string | null = '柳荫二组'): GoneDoor => ({
  id: newId(),
  ...doorRefOf(view, household),
  place: { compound: '滨江苑', building: '3栋', stairwell: '1单元', room: household.room },
  teamName,
  at: '2026-11-20T08:00:00.000Z',
});
const named = (doors: readonly GoneDoor[]) => doors.map(({ place }) => place.room);
const { local, mutations } = quickVisits(view, [rooms[0]], { outcome: 'notHome', appointment: null }, 0).work;
const [visit] = local.own;
const [entry] = mutations;
if (visit === undefined || entry === undefined) throw new Error('There is a visit');

it('says it by stairwell and team, in the order of the rooms', () => {
  const groups = goneGroups([gone(rooms[0]), gone(other), gone(rooms[1]), gone(other, null)]);
  expect(groups.map(({ doors, teamName }) => [named(doors), teamName])).toEqual([
    [['101'], '柳荫二组'],
    [['101'], null],
    [['901', '902'], '柳荫二组'],
  ]);
});

it('says of each door what became of the worker’s own work there, and nothing of doors without', () => {
  const doors = [gone(rooms[0]), gone(rooms[1])];
  const state = (work: Partial<OwnWork>) => {
    const kept = keptWork(doors, { ...noWork, ...work });
    return Object.fromEntries(Object.entries(kept).map(([name, some]) => [name, named(some)]));
  };
  const none = { unsent: [], sent: [], parallel: [], draft: [] };
  const confirmed = new Map([[visit.id, '2026-11-20T08:00:00.000Z']]);
  const record = {
    ...entry,
    streetId: street.streetId,
    sequence: 1,
    deviceTime: '2026-11-20T07:00:00.000Z',
    state: 'parallel' as const,
    attempts: 1,
    lastError: null,
    confirmedAt: '2026-11-20T08:00:00.000Z',
    correctedBy: null,
  };
  expect(state({})).toEqual(none);
  expect(state({ own: [visit] })).toEqual({ ...none, unsent: ['902'] });
  expect(state({ own: [visit], confirmed })).toEqual({ ...none, sent: ['902'] });
  expect(state({ own: [visit], confirmed, records: [record] })).toEqual({ ...none, parallel: ['902'] });
  const draft = newDraft(doorRefOf(view, rooms[1]), round, rooms[1], '2026-11-20T07:00:00.000Z');
  expect(state({ drafts: [draft] })).toEqual({ ...none, draft: ['901'] });
});
