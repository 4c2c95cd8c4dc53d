import { must } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import { describe, expect, it } from 'vitest';
import type { Household } from '../local/reference.types.ts';
import type { Draft, OwnRecord } from '../local/work.types.ts';
import {
  assigned,
  noWork,
  someHousehold,
  someRevisit,
  someRound,
  someStairwell,
  someStreet,
} from '../testing/street.ts';
import { newDraft } from './draft.ts';
import type { OwnWork } from './own-work.ts';
import { doorRefOf } from './record-visit.ts';
import { roundView, RoundViews } from './round-view.ts';

const round = someRound();
const stairwell = someStairwell();
const household = someHousehold(stairwell, { room: '902', floor: 9 });
const street = someStreet({
  rounds: [round],
  stairwells: [stairwell],
  households: [household],
  assignments: [assigned(round, household)],
});

function visit(outcome: 'notHome' | 'completed', at: string): OwnRecord {
  const { streetId } = street;
  const door = { streetId, roundId: round.id, stairwellId: stairwell.id, householdId: household.id };
  return { id: newId(), kind: 'visit', ...door, outcome, at, appointment: null };
}

const doorWith = (work: Partial<OwnWork>, reference = street) =>
  roundView(reference, round.id, { ...noWork, ...work })?.stairwells[0]?.doors[0];

describe('doors are listed in walking order', () => {
  const building = (buildingLabel: string, buildingPosition: number, position: number) =>
    someStairwell({ buildingLabel, buildingPosition, label: `${position}单元`, position });
  const stairwells = [building('10栋', 10, 1), building('9栋', 9, 2), building('9栋', 9, 1)];
  const households = stairwells.flatMap((where) => [
    someHousehold(where, { floor: 1, room: '102', position: 2 }),
    someHousehold(where, { floor: 1, room: '101', position: 1 }),
    someHousehold(where, { floor: 11, room: '1101', position: 1 }),
  ]);
  const assignments = households.map((one) => assigned(round, one));
  const view = roundView(
    someStreet({ rounds: [round], stairwells, households, assignments }),
    round.id,
    noWork,
  );

  it('building 9 comes before building 10, and its first stairwell before its second', () => {
    expect(view?.stairwells.map(({ stairwell: { buildingLabel, label } }) => buildingLabel + label)).toEqual([
      '9栋1单元',
      '9栋2单元',
      '10栋1单元',
    ]);
  });

  it('within a stairwell one walks down from the top floor', () => {
    expect(view?.stairwells[0]?.doors.map((door) => door.household.room)).toEqual(['1101', '101', '102']);
  });
});

describe('a visit made here shows at once', () => {
  const mine = visit('notHome', '2026-11-20T09:00:00.000Z');

  it('while it waits to be sent', () => {
    const door = doorWith({ own: [mine] });
    expect(door?.state).toBe('notHome');
    expect(door?.standing.attempts).toBe(1);
  });

  it('and while it can still be taken back', () => {
    const { streetId } = street;
    const held = {
      id: newId(),
      heldAt: 0,
      doors: [],
      outcome: 'notHome' as const,
      finishes: null,
      leaves: null,
      work: { streetId, mutations: [], local: { own: [mine], heldIds: [], draftIds: [] } },
    };
    expect(doorWith({ held: [held] })?.state).toBe('notHome');
  });

  it('is counted once when the office has it and the pull has not told yet', () => {
    const confirmed = new Map([[mine.id, '2026-11-20T08:30:00.000Z']]);
    expect(doorWith({ own: [mine], confirmed })?.standing.attempts).toBe(1);
  });

  it('is counted once when the pull tells it as well', () => {
    const confirmed = new Map([[mine.id, '2026-11-20T07:30:00.000Z']]);
    const told = assigned(round, household, {
      attempts: 1,
      outcome: 'notHome',
      latestOutcome: 'notHome',
      latestAt: '2026-11-20T07:29:00.000Z',
    });
    const door = doorWith({ own: [mine], confirmed }, { ...street, assignments: [told] });
    expect(door?.standing.attempts).toBe(1);
  });

  it('a visit to the same door in another round does not count in this one', () => {
    const elsewhere = { ...mine, roundId: newId() };
    expect(doorWith({ own: [elsewhere] })?.standing.attempts).toBe(0);
  });
});

describe('a time the resident chose with the link on a slip', () => {
  const when = { day: '2026-11-23', from: '18:30', until: '20:30' };
  const told = assigned(round, household, {
    chosen: { ...when, note: '请敲重一点', chosenAt: '2026-11-20T08:00:00.000Z' },
  });
  const withVisit = (...own: OwnRecord[]) => doorWith({ own }, { ...street, assignments: [told] });

  it('is an appointment like any other, at a door nobody was at', () => {
    const door = withVisit();
    expect(door?.state).toBe('appointment');
    expect(door?.standing).toMatchObject({ appointment: when, byResident: { note: '请敲重一点' } });
  });

  it('stays when this tablet passes before the day and meets nobody, and is gone once somebody was met', () => {
    const passed = visit('notHome', '2026-11-21T09:00:00.000Z');
    expect(withVisit(passed)?.standing).toMatchObject({ appointment: when, attempts: 1 });
    const met = withVisit(passed, visit('completed', '2026-11-22T09:00:00.000Z'));
    expect(met?.standing).toMatchObject({ appointment: null, byResident: null, settled: true });
    expect(met?.state).toBe('done');
  });
});

it('an answered door is not opened again by somebody who found nobody home later', () => {
  const own = [visit('completed', '2026-11-20T09:00:00.000Z'), visit('notHome', '2026-11-21T09:00:00.000Z')];
  const door = doorWith({ own });
  expect(door?.standing).toMatchObject({ outcome: 'completed', settled: true, attempts: 2 });
});

it('a door shows the revisit that waits there, and no reason for it', () => {
  const door = doorWith({}, { ...street, revisits: [someRevisit(household)] });
  expect(door?.state).toBe('revisit');
  expect(Object.keys(door?.revisit ?? {})).not.toContain('reason');
});

it('doors of the stairwell that the round does not visit are drawn and not listed', () => {
  const other = someHousehold(stairwell, { room: '901', floor: 9, position: 0 });
  const view = roundView({ ...street, households: [household, other] }, round.id, noWork);
  expect(view?.stairwells[0]?.doors).toHaveLength(1);
  expect(view?.stairwells[0]?.others.map(({ room }) => room)).toEqual(['901']);
});

describe('what is worked out again after something was recorded', () => {
  const other = someStairwell({ label: '2单元', position: 2 });
  const neighbour = someHousehold(stairwell, { room: '901' });
  const neighbours = [household, neighbour, someHousehold(other, {})];
  const reference = someStreet({
    streetId: street.streetId,
    rounds: [round],
    stairwells: [stairwell, other],
    households: neighbours,
    assignments: neighbours.map((one) => assigned(round, one)),
  });
  const begun = (at: Household): Draft => {
    const door = doorRefOf({ streetId: street.streetId, round, stairwells: [] }, at);
    return newDraft(door, round, at, '2026-11-20T09:00:00.000Z');
  };
  const visits = ['notHome', 'notHome', 'completed'].map((outcome, day) =>
    visit(outcome === 'completed' ? 'completed' : 'notHome', `2026-11-1${day}T02:00:00.000Z`),
  );
  const stairwellsOf = (views: RoundViews, work: OwnWork, of = reference) =>
    must(views.of(of, round.id, work), 'the round').stairwells;

  it('is the door it was recorded at; the others, and the other stairwells, stay the same objects', () => {
    const views = new RoundViews();
    const before = stairwellsOf(views, noWork);
    const after = stairwellsOf(views, { ...noWork, own: [visit('notHome', '2026-11-10T02:00:00.000Z')] });
    const doorsOf = (stairwells: typeof before) => stairwells.flatMap(({ doors }) => doors);
    const changed = doorsOf(after).filter((door, index) => door !== doorsOf(before)[index]);
    expect(changed).toMatchObject([{ household: { room: '902' }, standing: { outcome: 'notHome' } }]);
    expect(after.map((one, index) => one === before[index])).toEqual([false, true]);
  });

  it('is nothing at an answer: the draft at the door was there before', () => {
    const views = new RoundViews();
    const draft = begun(household);
    const before = views.of(reference, round.id, { ...noWork, drafts: [draft] });
    const answered = { ...draft, topics: ['lift' as const] };
    expect(views.of(reference, round.id, { ...noWork, drafts: [answered] })).toBe(before);
    expect(views.of(reference, round.id, { ...noWork, drafts: [draft, begun(neighbour)] })).not.toBe(before);
  });

  it('is everything after a pull', () => {
    const views = new RoundViews();
    const before = stairwellsOf(views, noWork);
    const moved = { ...reference, households: neighbours.map((one) => ({ ...one, caution: '有犬' })) };
    const after = stairwellsOf(views, noWork, moved);
    expect(after.flatMap(({ doors }) => doors.map((door) => door.household.caution))).toEqual(
      neighbours.map(() => '有犬'),
    );
    expect(after.some((one) => before.includes(one))).toBe(false);
  });

  it.each<[string, OwnWork[]]>([
    ['visits, one after the other', [1, 2, 3].map((count) => ({ ...noWork, own: visits.slice(0, count) }))],
    ['a visit that is taken back', [{ ...noWork, own: visits.slice(0, 1) }, noWork]],
    [
      'a visit the office confirms',
      [
        { ...noWork, own: visits.slice(0, 1) },
        {
          ...noWork,
          own: visits.slice(0, 1),
          confirmed: new Map(visits.map(({ id }) => [id, reference.serverTime])),
        },
      ],
    ],
    [
      'a draft that is begun, and thrown away',
      [noWork, { ...noWork, drafts: [begun(household)] }, { ...noWork, drafts: [begun(neighbour)] }, noWork],
    ],
  ])('is what working it out anew gives: %s', (_, steps) => {
    const views = new RoundViews();
    for (const work of steps)
      expect(views.of(reference, round.id, work)).toEqual(roundView(reference, round.id, work));
  });
});
