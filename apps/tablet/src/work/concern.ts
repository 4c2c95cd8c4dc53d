import type { IssueCategory, IssueState } from '@huhudao/domain';
import { dayOf, must } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import type { StreetReference } from '../local/reference.types.ts';
import type { ConcernDraft, DoorRef, HeldWork } from '../local/work.types.ts';
import { doorOf } from './finish-visit.ts';
import { notYetPulled, type OwnWork } from './own-work.ts';

export function newConcern(door: DoorRef): ConcernDraft {
  return { id: newId(), ...door, category: null, note: '', mayNameDoor: false, photos: [] };
}

/** The issue that is being written at a door. */
export const concernAt = (
  concerns: readonly ConcernDraft[],
  { roundId, householdId }: Pick<DoorRef, 'roundId' | 'householdId'>,
): ConcernDraft | undefined =>
  concerns.find((one) => one.roundId === roundId && one.householdId === householdId);

/** True where nothing was written down that would be lost. */
export const isBlank = ({ category, note, photos }: ConcernDraft): boolean =>
  category === null && note.trim() === '' && photos.length === 0;

/** What is still missing: what it is about, or, where the list has no word for it, the worker's own. */
export function lackOf({ category, note }: ConcernDraft): 'category' | 'note' | null {
  if (category === null) return 'category';
  return category === 'other' && note.trim() === '' ? 'note' : null;
}

/** The issue as it is saved; it can be taken back for a few seconds. `at`: device time, milliseconds. */
export function reportedConcern(draft: ConcernDraft, at: number): HeldWork {
  const heldId = newId();
  const { id, photos, mayNameDoor } = draft;
  const door = doorOf(draft);
  const category = must(draft.category, 'what the issue is about');
  const note = draft.note.trim();
  const { roundId, stairwellId, householdId } = door;
  const payload = {
    roundId,
    householdId,
    category,
    note,
    mayNameDoor,
    photos: photos.map(({ digest, size, type }) => ({ digest, size, type })),
  };
  return {
    id: heldId,
    heldAt: at,
    doors: [door],
    outcome: null,
    finishes: null,
    leaves: null,
    concern: draft,
    work: {
      streetId: door.streetId,
      mutations: [{ id, kind: 'reportIssue', payload, label: { roundId, stairwellId, householdId } }],
      photos: photos.map((photo) => photo.id),
      local: {
        own: [{ id, kind: 'issue', ...door, category, note, at: new Date(at).toISOString() }],
        heldIds: [heldId],
        draftIds: [],
      },
    },
  };
}

/** An issue that waits to be put right, as a door shows it. */
export type OpenIssue = {
  id: string;
  category: IssueCategory;
  state: IssueState;
  /** Date in Asia/Shanghai. */
  reportedOn: string;
  note: string;
};

/** The open issues of a door, the latest first: what was pulled, and what was reported here since. */
export function openIssues(reference: StreetReference, work: OwnWork, householdId: string): OpenIssue[] {
  const pulled = reference.issues.filter((issue) => issue.householdId === householdId);
  const known = new Set(pulled.map(({ id }) => id));
  const own = notYetPulled('issue', reference, work).filter(
    (issue) => issue.householdId === householdId && !known.has(issue.id),
  );
  const here = own.map(({ id, category, note, at }) => ({
    id,
    category,
    state: 'reported' as const,
    reportedOn: dayOf(at),
    note,
  }));
  // What is made later has the greater id (UUIDv7).
  return [...pulled, ...here].toSorted((a, b) => (a.id < b.id ? 1 : -1));
}
