/**
 * What was said to the workers, kept apart from everything that can fail. What was called saved has to reach the
 * office once; where an app died before it could say anything, either is right.
 */
import type { MutationEntry, Work } from '@huhudao/outbox';
import type { LocalPart } from '../../../apps/tablet/src/local/work.types.ts';

export type Word =
  /** The worker was told that it is saved. */
  | 'saved'
  /** Nothing was said: the app died, or is still at it. */
  | 'open'
  /** The worker took it back, and was told so. */
  | 'takenBack';

export type RecordEntry = {
  readonly tablet: string;
  readonly streetId: string;
  readonly entry: MutationEntry;
  word: Word;
};
/** An anonymous response is known by a mark in its answers; nothing else tells one from another. */
export type AnonymousEntry = {
  readonly tablet: string;
  readonly streetId: string;
  readonly roundId: string;
  word: Word;
};
export type DraftEntry = { saved: number | null; latest: number };

/** Photos of issues, by the photo's id. */
export type PhotoEntry = {
  readonly tablet: string;
  readonly recordId: string;
  readonly digest: string;
  /** `saved`: it was shown as kept, and nobody has taken it out since. */
  word: Word;
};

export class Ledger {
  readonly records = new Map<string, RecordEntry>();
  readonly anonymous = new Map<string, AnonymousEntry>();
  /** Edits of drafts: a tablet and a door with the number of the edit that was called saved, and the last one made. */
  readonly drafts = new Map<string, DraftEntry>();
  /** Issues that were written down, saved in the end or not, by the id of their record. */
  readonly issues = new Map<string, { readonly tablet: string; readonly word: Word }>();
  readonly photos = new Map<string, PhotoEntry>();
  readonly batches: { readonly tablet: string; readonly ids: readonly string[] }[] = [];

  begin(tablet: string, { streetId, mutations, anonymous }: Work<LocalPart>): void {
    for (const entry of mutations) this.records.set(entry.id, { tablet, streetId, entry, word: 'open' });
    const mark = markOf(anonymous?.answers);
    if (anonymous !== undefined && mark !== null)
      this.anonymous.set(mark, { tablet, streetId, roundId: anonymous.roundId, word: 'open' });
  }

  say({ mutations, anonymous }: Work<LocalPart>, word: Word): void {
    for (const { id } of mutations) this.#say(this.records.get(id), word);
    const mark = markOf(anonymous?.answers);
    if (mark !== null) this.#say(this.anonymous.get(mark), word);
  }

  #say(entry: { word: Word } | undefined, word: Word): void {
    if (entry !== undefined) entry.word = word;
  }
}

/** The mark of a response's answers; null where they have none. */
export function markOf(answers: unknown): string | null {
  if (typeof answers !== 'object' || answers === null || !('otherTopic' in answers)) return null;
  return typeof answers.otherTopic === 'string' ? answers.otherTopic : null;
}
