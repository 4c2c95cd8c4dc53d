/**
 * What the screens of tablets have said, kept outside everything that can fail: the only witness of what was called
 * saved, for the app that said it may have been killed since.
 */
import type { IdentityMode, Outcome } from '@huhudao/domain';

/** What a resident answered, as it was chosen on the screen. */
export type Answered = {
  readonly mode: IdentityMode;
  readonly answers: Readonly<Record<string, string>>;
};

export type SavedVisit = {
  readonly person: string;
  readonly room: string;
  /** As the screen named it when it called the visit saved. */
  readonly outcome: Outcome;
  /** The tablet's clock before and after the screen called it saved, milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly answered: Answered | null;
  /** The reason the screen gave for the office not taking it; null where it was to arrive. */
  refused: string | null;
};

export class Ledger {
  readonly visits: SavedVisit[] = [];
  /** Rooms with visits that were begun and not finished, by person. */
  readonly drafts = new Map<string, Set<string>>();

  saved(visit: Omit<SavedVisit, 'refused'>): SavedVisit {
    const entry = { ...visit, refused: null };
    this.visits.push(entry);
    return entry;
  }

  begun(person: string, room: string): void {
    this.drafts.set(person, (this.drafts.get(person) ?? new Set()).add(room));
  }
}
