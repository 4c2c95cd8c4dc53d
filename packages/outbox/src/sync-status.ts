import type { SyncFailure } from './failures.ts';
import type { AnonymousCounts, OutboxCounts, SyncMarks } from './storage.ts';

/** What the screens may say. Every number is counted in the store at the time of asking; none is guessed. */
export type SyncStatus = {
  /** A run is going on in this tab. */
  readonly running: boolean;
  /** Records the server has not confirmed and not refused: `queued` and `sending`. */
  readonly unsent: number;
  /** Those of them whose bytes may be on the way. */
  readonly sending: number;
  /** Records and anonymous responses the server refused; kept here. */
  readonly needsAttention: number;
  /** Anonymous responses the server has not confirmed. They leave apart from visits, some minutes later. */
  readonly anonymousUnsent: number;
  /** Server time, ISO 8601. */
  readonly lastConfirmedAt: string | null;
  readonly lastContactAt: string | null;
  /** Why the last run did not get through; null when it did. */
  readonly problem: SyncFailure | null;
};

export function statusOf(
  records: OutboxCounts,
  anonymous: AnonymousCounts,
  marks: SyncMarks,
  run: { readonly running: boolean; readonly problem: SyncFailure | null },
): SyncStatus {
  return {
    running: run.running,
    unsent: records.queued + records.sending,
    sending: records.sending,
    needsAttention: records.needsAttention + anonymous.refused,
    anonymousUnsent: anonymous.waiting + anonymous.batched + anonymous.sealed,
    lastConfirmedAt: marks.lastConfirmedAt,
    lastContactAt: marks.lastContactAt,
    problem: run.problem,
  };
}

/** "Everything on this tablet has reached the office": refused records are kept there too, but not yet settled. */
export function everythingReached(status: SyncStatus): boolean {
  return status.unsent === 0 && status.anonymousUnsent === 0 && status.needsAttention === 0;
}
