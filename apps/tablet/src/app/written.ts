/** What the screens show of what was just written, without reading it back: the same as the disk would say. */
import type { Draft, HeldWork } from '../local/work.types.ts';
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

/** The order in which the disk gives them. */
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
