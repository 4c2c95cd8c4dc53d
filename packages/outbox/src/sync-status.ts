import type { SyncFailure } from './failures.ts';
import type { PhotoCounts } from './photo-storage.ts';
import type { AnonymousCounts, OutboxCounts, SyncMarks } from './storage.ts';

/** What the screens may say. Every number is counted in the store at the time of asking; none is guessed. */
export type SyncStatus = {
  /** A run is going on in this tab. */
  readonly running: boolean;
  /** Records the server has not confirmed and not refused: `queued` and `sending`. */
  readonly unsent: number;
  /** Those of them whose bytes may be on the way. */
  readonly sending: number;
  /** Records, anonymous responses and photos the server refused; kept here. */
  readonly needsAttention: number;
  /** Anonymous responses the server has not confirmed. They leave apart from visits, some minutes later. */
  readonly anonymousUnsent: number;
  /** Photos the server has not confirmed by their digest. */
  readonly photosUnsent: number;
  /** Server time, ISO 8601. */
  readonly lastConfirmedAt: string | null;
  readonly lastContactAt: string | null;
  /** Why the last run did not get through; null when it did. */
  readonly problem: SyncFailure | null;
};

/** What is counted in the store. */
type Counted = {
  readonly records: OutboxCounts;
  readonly anonymous: AnonymousCounts;
  readonly photos: PhotoCounts;
};

export function statusOf(
  { records, anonymous, photos }: Counted,
  marks: SyncMarks,
  run: { readonly running: boolean; readonly problem: SyncFailure | null },
): SyncStatus {
  return {
    running: run.running,
    unsent: records.queued + records.sending,
    sending: records.sending,
    needsAttention: records.needsAttention + anonymous.refused + photos.refused,
    anonymousUnsent: anonymous.waiting + anonymous.batched + anonymous.sealed,
    photosUnsent: photos.waiting + photos.uploading,
    lastConfirmedAt: marks.lastConfirmedAt,
    lastContactAt: marks.lastContactAt,
    problem: run.problem,
  };
}

/** "Everything on this tablet has reached the office": refused records are kept there too, but not yet settled. */
export function everythingReached(status: SyncStatus): boolean {
  const { unsent, anonymousUnsent, photosUnsent, needsAttention } = status;
  return unsent === 0 && anonymousUnsent === 0 && photosUnsent === 0 && needsAttention === 0;
}
