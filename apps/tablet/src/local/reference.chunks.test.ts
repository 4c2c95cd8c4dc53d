import type { PullResponse } from '@huhudao/protocol';
import { newId } from '@huhudao/protocol';
import { describe, expect, it } from 'vitest';
import { assigned, noWork, someHousehold, someRevisit, someRound, someStairwell } from '../testing/street.ts';
import { waitingRevisits } from '../work/revisits.ts';
import { mergePage, referenceOf, type Chunks } from './reference.chunks.ts';

const round = someRound();
const stairwell = someStairwell();
const zhang = someHousehold(stairwell, { room: '902', phone: '19900000001', caution: '有犬' });
const li = someHousehold(stairwell, { room: '901', residentName: '李敏' });

function page(over: Partial<PullResponse>): PullResponse {
  const doors = { households: [], assignments: [], plans: [], revisits: [], issues: [] };
  const empty = { ...doors, busy: [], planning: null, teams: [], parallelVisits: [], notices: [] };
  const whole = { rounds: [round], stairwells: [stairwell] };
  const at = { cursor: '2', reset: false, epoch: newId(), serverTime: '2026-11-20T08:00:00.000Z' };
  return { ...empty, ...whole, ...at, ...over };
}

function apply(current: Chunks, next: PullResponse): Chunks {
  const { write, drop } = mergePage(current, next);
  return new Map([...[...current].filter(([name]) => !drop.includes(name)), ...write]);
}

const at = { streetId: newId(), cursor: '2', serverTime: '2026-11-20T08:00:00.000Z' };
const firstPull = page({
  reset: true,
  households: [zhang, li],
  assignments: [assigned(round, zhang), assigned(round, li)],
  revisits: [someRevisit(zhang)],
});
const first = apply(new Map(), firstPull);

describe('a pull', () => {
  it('comes back as it was told', () => {
    const { households, assignments, revisits } = referenceOf(at, first);
    expect({ households, assignments, revisits }).toEqual({
      households: firstPull.households,
      assignments: firstPull.assignments,
      revisits: firstPull.revisits,
    });
  });

  it('that tells nothing new writes nothing', () => {
    const { write, drop } = mergePage(first, page({}));
    expect([[...write.keys()], drop]).toEqual([[], []]);
  });

  it('changes only the stairwell it speaks of', () => {
    const { write } = mergePage(first, page({ assignments: [assigned(round, li, { attempts: 1 })] }));
    expect([...write.keys()]).toEqual([`assignments:${stairwell.id}`]);
  });

  it('takes what is no longer mine off the tablet, and whoever lives there with it', () => {
    const left = apply(first, page({ assignments: [assigned(round, zhang, { gone: true })] }));
    const { households, assignments } = referenceOf(at, left);
    expect(assignments.map(({ householdId }) => householdId)).toEqual([li.id]);
    const kept = JSON.stringify(households.find(({ id }) => id === zhang.id));
    for (const secret of ['张建华', 'zjh', '19900000001', '有犬']) expect(kept).not.toContain(secret);
  });

  it('without a round any more drops its doors and everybody behind them', () => {
    const closed = apply(first, page({ rounds: [], stairwells: [] }));
    expect(JSON.stringify([...closed])).not.toContain('张建华');
    expect(referenceOf(at, closed).assignments).toEqual([]);
  });

  it('with a reset forgets what it does not tell again', () => {
    const anew = apply(first, page({ reset: true, households: [li], assignments: [assigned(round, li)] }));
    const { households, revisits } = referenceOf(at, anew);
    expect(households.map(({ id }) => id)).toEqual([li.id]);
    expect(revisits).toEqual([]);
  });

  it('takes a revisit that was dealt with off the list', () => {
    const [revisit] = firstPull.revisits;
    if (revisit === undefined) throw new Error('no revisit');
    const done = apply(first, page({ revisits: [{ ...revisit, state: 'resolved', gone: true }] }));
    expect(referenceOf(at, done).revisits).toEqual([]);
  });

  it('keeps the door of a revisit that was given to me, whatever became of the round, and shows it as waiting', () => {
    const own = { ...someRevisit(zhang), own: true };
    const closed = apply(first, page({ reset: true, rounds: [], households: [zhang, li], revisits: [own] }));
    const reference = referenceOf(at, closed);
    expect(reference.households).toEqual([
      zhang,
      { ...li, residentName: null, initials: null, phone: null, caution: null },
    ]);
    expect(waitingRevisits([reference], noWork)).toMatchObject([
      { revisit: own, household: zhang, stairwell, roundId: null },
    ]);
  });

  it('takes the door of a revisit off the tablet when it goes to somebody else', () => {
    const own = { ...someRevisit(zhang), own: true };
    const given = apply(new Map(), page({ reset: true, rounds: [], households: [zhang], revisits: [own] }));
    const gone = { ...own, own: false, gone: true };
    const taken = apply(given, page({ rounds: [], stairwells: [], revisits: [gone] }));
    expect(JSON.stringify([...taken])).not.toContain('张建华');
    expect(waitingRevisits([referenceOf(at, taken)], noWork)).toEqual([]);
  });

  it('takes the revisit off the list with the door it is at', () => {
    const left = apply(first, page({ assignments: [assigned(round, zhang, { gone: true })] }));
    expect(referenceOf(at, left).revisits).toEqual([]);
  });
});
