/** What the screens show of what was just written, without reading it back: the same as the disk would say. */
import type { RecordSummary, Work } from '@huhudao/outbox';
import type { Draft, HeldWork, LocalPart } from '../local/work.types.ts';
import type { Snapshot } from './snapshot.ts';

/** What is written before anything is frozen. */
type Unfinished = Pick<Snapshot, 'drafts' | 'held' | 'concerns'>;

/** With a draft as it was just written. */
export function withDraft({ drafts }: Unfinished, draft: Draft): Pick<Snapshot, 'drafts'> {
  return { drafts: [...drafts.filter(({ id }) => id !== draft.id), draft].toSorted(byId) };
}

export function withoutDraft({ drafts }: Unfinished, draftId: string): Pick<Snapshot, 'drafts'> {
  return { drafts: drafts.filter(({ id }) => id !== draftId) };
}

/** With work that was just put in the place of what it finishes. */
export function withHeld({ drafts, held, concerns }: Unfinished, work: HeldWork): Unfinished {
  const { finishes, leaves, concern } = work;
  const left = [...drafts.filter(({ id }) => id !== finishes?.id), ...(leaves === null ? [] : [leaves])];
  return {
    drafts: left.toSorted(byId),
    held: [...held.filter(({ id }) => id !== work.id), work],
    concerns: concerns.filter(({ id }) => id !== concern?.id),
  };
}

/** What freezing changes. */
type Frozen = Pick<Snapshot, 'drafts' | 'held' | 'own' | 'records' | 'status'>;

/**
 * With work that was just frozen, and the records it became. Undefined where the disk has to be asked: it also changed
 * photos or a refused record, or it was read meanwhile.
 */
export function withFrozen(
  before: Frozen,
  { local, anonymous, photos = [], corrects }: Work<LocalPart>,
  records: readonly RecordSummary[],
): Frozen | undefined {
  const { drafts, held, own, status } = before;
  const seen = before.records.some(({ id }) => id === records[0]?.id);
  if (seen || photos.length > 0 || corrects !== undefined) return undefined;
  const added = new Set(local.own.map(({ id }) => id));
  return {
    drafts: drafts.filter(({ id }) => !local.draftIds.includes(id)),
    held: held.filter(({ id }) => !local.heldIds.includes(id)),
    own: [...own.filter(({ id }) => !added.has(id)), ...local.own],
    records: [...before.records, ...records],
    status: {
      ...status,
      unsent: status.unsent + records.length,
      anonymousUnsent: status.anonymousUnsent + (anonymous === undefined ? 0 : 1),
    },
  };
}

/** The order in which the disk gives them. */
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
