/**
 * What the outbox needs of a store. The tablet implements it on IndexedDB, one database a signed-in person; tests run
 * the same contract against every implementation (`storage-contract.ts`).
 *
 * Every promise below resolves only after its transaction has been committed with strict durability: what was
 * resolved survives a kill of the browser and a power cut. A promise that rejects has written nothing. Every method is
 * one transaction; where a row has to be encrypted, that happens before the transaction is opened.
 */
import type { PullResponse, ResponseOf, pullVersion } from '@huhudao/protocol';
import type { AnonymousChange, AnonymousItem, AnonymousState } from './anonymous-record.ts';
import type { PhotoChange } from './photo-record.ts';
import type { PhotoStore } from './photo-storage.ts';
import type { FrozenRecord, RecordChange, RecordHead, RecordSummary } from './record.ts';
import type { FrozenState } from './states.ts';

/** A record about to be written: its sequence number is given by the store. */
export type UnnumberedRecord = Omit<FrozenRecord, 'sequence'>;

/** What one act of the worker makes, written together or not at all. */
export type FrozenWork<Local> = {
  /** In the order in which their sequence numbers are given. All `queued`. */
  readonly records: readonly UnnumberedRecord[];
  /** `waiting`, at most one a door; nothing written beside it may name it. */
  readonly anonymous: readonly Extract<AnonymousItem, { state: 'waiting' }>[];
  /** Taken as `remainderDueAt` if none is set; null where there is no anonymous response. */
  readonly remainderDueAt: string | null;
  /** The refused record the first of `records` takes the place of (`correctedHead`); null where it is new work. */
  readonly corrects: string | null;
  /** Ids of the `draft` photos that the records name; they are `waiting` from here on. */
  readonly photos?: readonly string[];
  /** Whatever else the app writes with it: the visit as it shows it, the draft that is done with. */
  readonly local: Local;
};

/** Refused records that were corrected are not counted as `needsAttention` any more. */
export type OutboxCounts = Readonly<Record<FrozenState, number>> & {
  /** Device time of the `queued` record with the lowest sequence number; null where none is queued. */
  readonly oldestQueuedAt: string | null;
};

export type AnonymousCounts = Readonly<Record<AnonymousState, number>>;

/** All instants are ISO 8601. */
export type SyncMarks = {
  /** The server's epoch as of its last reply; null before the first. Sign-in does not set it: only replies do. */
  readonly epoch: string | null;
  /** Server time of the last reply that confirmed a record or response. */
  readonly lastConfirmedAt: string | null;
  /** Server time of the last reply of any kind. */
  readonly lastContactAt: string | null;
  /** Device time before which no anonymous response may leave; null where nothing holds them back. */
  readonly anonymousNotBefore: string | null;
  /** Device time before which no record may leave; null where nothing holds them back. */
  readonly recordsNotBefore: string | null;
  /** Device time before which no photo may leave; null where nothing holds them back. */
  readonly photosNotBefore: string | null;
  /** Device time since when records that stay here have put anonymous responses off; null where they do not. */
  readonly anonymousPutOffSince: string | null;
  /** Device time at which waiting remainders are sealed; null where none wait. */
  readonly remainderDueAt: string | null;
};

/** The moments that keep records and photos apart from anonymous responses. */
export type Holds = Pick<
  SyncMarks,
  'anonymousNotBefore' | 'recordsNotBefore' | 'photosNotBefore' | 'anonymousPutOffSince'
>;

/** What one reply of the server means for the store. */
export type Settlement = {
  readonly epoch: string;
  /** The server's clock. */
  readonly receivedAt: string;
  readonly records: readonly RecordChange[];
  /** Ids of visits that stand beside another team's; those that are not here are left aside. */
  readonly met?: readonly string[];
  readonly anonymous: readonly AnonymousChange[];
  readonly photos?: readonly PhotoChange[];
};

export type RecordStore<Local> = {
  /**
   * Writes the records, the anonymous responses and `local` in one transaction and gives the records the next
   * sequence numbers of this store (from 1; gaps are allowed, repetition and going back are not).
   * @throws where an id is already there, a photo is not, the record to be corrected is not refused, or the disk is full: then nothing
   * was written and nothing is shown as saved.
   */
  freeze(work: FrozenWork<Local>): Promise<RecordSummary[]>;
  /** Up to `limit` records of a street in state `queued` with a sequence above `after`, in ascending order. */
  queued(streetId: string, after: number, limit: number): Promise<FrozenRecord[]>;
  /** Streets that have a record `queued` or an anonymous response `waiting`, `batched` or `sealed`. */
  streetsWithWork(): Promise<string[]>;
  /** Records in these states by ascending sequence, without content. */
  list(states: readonly FrozenState[]): Promise<RecordSummary[]>;
  /** One record with its content, for the sync screen; undefined where there is none. */
  read(id: string): Promise<FrozenRecord | undefined>;
  counts(): Promise<OutboxCounts>;
  /**
   * Applies each change to the record as it is inside the transaction (`changedHead`, `contentAfter`), all or none.
   * Resolves with the heads as they are now, in the order of the changes. An id that is not there is left out.
   */
  apply(changes: readonly RecordChange[]): Promise<RecordHead[]>;
  /** `restarted` for every record in `sending` and every photo `uploading`. */
  restart(): Promise<void>;
  /**
   * Drops what was confirmed before `instant`: records and photos by `confirmedAt` in a confirmed state, `kept` responses by
   * `confirmedBy` before its date. The only method that removes work.
   */
  forgetConfirmedBefore(instant: string): Promise<void>;
};

export type AnonymousStore = {
  /** The responses in these states, in no meaningful order. */
  anonymousIn(states: readonly AnonymousState[]): Promise<AnonymousItem[]>;
  anonymousCounts(): Promise<AnonymousCounts>;
  /**
   * Makes these `waiting` responses the members of a batch, all or none: false, and nothing written, where one of them
   * is no longer `waiting` (another run was quicker). Clears `remainderDueAt` where nothing waits any more.
   */
  formBatch(batchId: string, ids: readonly string[]): Promise<boolean>;
  /**
   * Applies each change (`changedItem`) to the row inside the transaction, all or none.
   * Clears `remainderDueAt` where nothing waits any more.
   */
  applyAnonymous(changes: readonly AnonymousChange[]): Promise<void>;
};

export type MarkStore = {
  marks(): Promise<SyncMarks>;
  /** Sets these moments together; null takes one away. */
  hold(moments: Partial<Holds>): Promise<void>;
  /** Sets `remainderDueAt` to this instant if anything waits. */
  dueRemainderAt(instant: string): Promise<void>;
  /**
   * Takes a reply in, in this order and in one transaction:
   * 1. where an epoch is known and the reply's differs, `serverRestored` goes to every record, every anonymous
   *    response and every photo, and all cursors are cleared;
   * 2. epoch and `lastContactAt` are set, and `lastConfirmedAt` where the changes confirm anything;
   * 3. the changes are applied as by `apply` (of them `recordsAfter`), `applyAnonymous` and `applyPhotos`.
   * Resolves with whether the epoch changed.
   */
  settle(settlement: Settlement): Promise<boolean>;
};

export type ReferenceStore = {
  /** The cursor of the last page applied for this street; null before the first or after a restore. */
  cursor(streetId: string): Promise<string | null>;
  /**
   * Applies a page and stores its cursor in one transaction; touches reference data only, never work. Left aside is a
   * page of another epoch than the stored one, or that was asked for at another cursor (`since`) than the stored one.
   */
  applyPull(streetId: string, since: string | null, page: PullResponse): Promise<void>;
  /** Hashes named by the pulled rounds whose definitions are not here yet. */
  missingVersions(): Promise<string[]>;
  /** Stores a definition under its hash. */
  putVersion(version: ResponseOf<typeof pullVersion>): Promise<void>;
};

/** `Local` is the app's own part of what it writes on freezing. */
export type OutboxStorage<Local> = RecordStore<Local> &
  AnonymousStore &
  PhotoStore &
  MarkStore &
  ReferenceStore;

/** What the sync engine uses: everything but freezing, which is the app's. */
export type SyncStorage = Omit<OutboxStorage<never>, 'freeze'>;
