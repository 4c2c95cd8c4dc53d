import { newId } from '@huhudao/protocol';
import { describe, expect, it } from 'vitest';
import { assigned, noWork, someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { concernAt, isBlank, lackOf, newConcern, openIssues, reportedConcern } from './concern.ts';
import { allReached, unsentCount } from './reached.ts';

const round = someRound();
const stairwell = someStairwell();
const zhang = someHousehold(stairwell, { room: '902' });
const li = someHousehold(stairwell, { room: '901' });
const street = someStreet({
  rounds: [round],
  stairwells: [stairwell],
  households: [zhang, li],
  assignments: [assigned(round, zhang), assigned(round, li)],
});
const door = {
  streetId: street.streetId,
  roundId: round.id,
  stairwellId: stairwell.id,
  householdId: zhang.id,
};
const photo = { id: newId(), digest: 'a'.repeat(64), size: 10, type: 'image/jpeg' as const };
const at = Date.parse('2026-11-20T16:30:00.000Z');

describe('an issue that is being written', () => {
  it('needs to be about something, and its own words where the list has none', () => {
    const draft = newConcern(door);
    expect([lackOf(draft), isBlank(draft)]).toEqual(['category', true]);
    expect(lackOf({ ...draft, category: 'lift' })).toBeNull();
    expect(lackOf({ ...draft, category: 'other', note: '  ' })).toBe('note');
    expect(lackOf({ ...draft, category: 'other', note: '长椅' })).toBeNull();
    expect(isBlank({ ...draft, photos: [photo] })).toBe(false);
  });

  it('is found again at its door', () => {
    const draft = newConcern(door);
    expect(concernAt([draft], door)).toBe(draft);
    expect(concernAt([draft], { ...door, householdId: li.id })).toBeUndefined();
  });
});

describe('an issue that is saved', () => {
  const draft = { ...newConcern(door), category: 'lift' as const, note: ' 停运 ', photos: [photo] };
  const held = reportedConcern(draft, at);

  it('names the door and its photos, and nothing of a visit or an answer', () => {
    const { mutations, photos } = held.work;
    expect(mutations).toEqual([
      {
        id: draft.id,
        kind: 'reportIssue',
        label: { roundId: round.id, stairwellId: stairwell.id, householdId: zhang.id },
        payload: {
          roundId: round.id,
          householdId: zhang.id,
          category: 'lift',
          note: '停运',
          mayNameDoor: false,
          photos: [{ digest: photo.digest, size: 10, type: 'image/jpeg' }],
        },
      },
    ]);
    expect(photos).toEqual([photo.id]);
    expect(held.concern).toBe(draft);
  });

  it('is shown at its door at once, and once only when it was pulled as well', () => {
    const work = { ...noWork, held: [held] };
    expect(openIssues(street, work, zhang.id)).toEqual([
      { id: draft.id, category: 'lift', state: 'reported', reportedOn: '2026-11-21', note: '停运' },
    ]);
    expect(openIssues(street, work, li.id)).toEqual([]);
    const pulled = {
      id: draft.id,
      householdId: zhang.id,
      category: 'lift' as const,
      state: 'assigned' as const,
      reportedOn: '2026-11-21',
      note: '停运',
      gone: false,
    };
    expect(openIssues({ ...street, issues: [pulled] }, work, zhang.id)).toMatchObject([
      { state: 'assigned' },
    ]);
  });
});

describe('everything has reached the office', () => {
  const status = {
    running: false,
    unsent: 0,
    sending: 0,
    needsAttention: 0,
    anonymousUnsent: 0,
    photosUnsent: 0,
    lastConfirmedAt: null,
    lastContactAt: null,
    problem: null,
  };

  it('only when the last photo has, and each that has not is counted', () => {
    expect(allReached({ held: [], status })).toBe(true);
    const waiting = { held: [], status: { ...status, photosUnsent: 2 } };
    expect([allReached(waiting), unsentCount(waiting)]).toEqual([false, 2]);
  });
});
