import type {
  FrozenState,
  OutboxStorage,
  PhotoState,
  PhotoSummary,
  RecordError,
  SyncEngine,
  SyncStatus,
} from '@huhudao/outbox';
import type { ConcernStore } from '../local/concerns.store.ts';
import { confirmations } from '../local/outbox-records.store.ts';
import type { GoneDoor } from '../local/gone-doors.ts';
import { readGoneDoors } from '../local/gone-doors.store.ts';
import { loadNotices, type TabletNotice } from '../local/notices.store.ts';
import type { PersonDatabase } from '../local/person.database.ts';
import { loadReference } from '../local/reference.store.ts';
import type { StreetReference } from '../local/reference.types.ts';
import type { Vault } from '../local/vault.ts';
import type { WorkStore } from '../local/work.store.ts';
import type { ConcernDraft, LocalPart, OwnRecord } from '../local/work.types.ts';
import type { OwnWork } from '../work/own-work.ts';

/** What the screens show: read from the disk, and replaced as a whole when something was written. */
export type Snapshot = OwnWork & {
  streets: readonly StreetReference[];
  status: SyncStatus;
  /** Issues that are still being written. */
  concerns: readonly ConcernDraft[];
  /** Photos the office does not have, and those it refused. */
  photos: readonly PhotoSummary[];
  /** Doors that went to another team, and of which the worker has not read it yet. */
  goneDoors: readonly GoneDoor[];
  /** The latest first. */
  notices: readonly TabletNotice[];
  /** Hashes of the questionnaires and visit forms the rounds name that have not been pulled yet. */
  missingVersions: readonly string[];
  /** Why anonymous responses were refused, one reason a response: more is not known of them. */
  refusedAnonymous: readonly RecordError[];
  /** The store or the program itself failed while syncing; sending is tried again. */
  fault: boolean;
  /** What was last to be saved could not be written: nothing of it may look as if it had been. */
  notSaved: boolean;
};

/** States a screen names the door of; confirmed records are only counted. */
const named: readonly FrozenState[] = ['queued', 'sending', 'needsAttention', 'parallel'];

/** Photos a screen names the door of. */
const namedPhotos: readonly PhotoState[] = ['waiting', 'uploading', 'refused'];

/** What is read from: one person's store and its engine. */
export type SnapshotSources = {
  database: PersonDatabase;
  vault: Vault;
  work: WorkStore;
  concerns: ConcernStore;
  storage: OutboxStorage<LocalPart>;
  engine: SyncEngine;
};

export async function readSnapshot(sources: SnapshotSources, before: Snapshot | null): Promise<Snapshot> {
  const { database, work, storage, engine } = sources;
  const [
    streets,
    drafts,
    held,
    own,
    records,
    confirmed,
    status,
    missingVersions,
    refused,
    concerns,
    photos,
    gone,
    notices,
  ] = await Promise.all([
    readStreets(sources, before),
    work.drafts(),
    work.held(),
    readOwn(work, before),
    storage.list(named),
    confirmations(database),
    engine.status(),
    storage.missingVersions(),
    storage.anonymousIn(['refused']),
    sources.concerns.concerns(),
    storage.photosIn(namedPhotos),
    readGoneDoors(database, sources.vault, before?.goneDoors ?? []),
    loadNotices(database, sources.vault),
  ]);
  const refusedAnonymous = refused.flatMap((item) => (item.state === 'refused' ? [item.error] : []));
  return {
    streets,
    drafts: asBefore(before?.drafts, drafts),
    held: asBefore(before?.held, held),
    own,
    records: asBefore(before?.records, records),
    confirmed: asBefore(before?.confirmed, confirmed),
    status: asBefore(before?.status, status),
    concerns: asBefore(before?.concerns, concerns),
    photos: asBefore(before?.photos, photos),
    goneDoors: gone,
    notices: asBefore(before?.notices, notices),
    missingVersions,
    refusedAnonymous,
    fault: before?.fault ?? false,
    notSaved: before?.notSaved ?? false,
  };
}

/** What reads as it did before stays the same object: a screen that shows nothing else is not drawn anew. */
function asBefore<T>(before: T | undefined, now: T): T {
  return before !== undefined && textOf(before) === textOf(now) ? before : now;
}

const textOf = (value: unknown): string => JSON.stringify(value instanceof Map ? [...value] : value);

/** Opens the reference envelopes again only where a pull has moved a cursor. */
async function readStreets({ database, vault }: SnapshotSources, before: Snapshot | null) {
  if (before === null) return loadReference(database, vault);
  const cursors = await database.cursors.toArray();
  const known = new Map(before.streets.map((street) => [street.streetId, street]));
  const still = cursors.flatMap(({ streetId, cursor, serverTime }) => {
    const street = known.get(streetId);
    if (street?.cursor !== cursor) return [];
    return [street.serverTime === serverTime ? street : { ...street, serverTime }];
  });
  if (still.length !== cursors.length) return loadReference(database, vault);
  const same = known.size === still.length && still.every((street) => before.streets.includes(street));
  return same ? before.streets : still;
}

/** A record never changes once it is written: only new ones are opened. */
async function readOwn(work: WorkStore, before: Snapshot | null): Promise<readonly OwnRecord[]> {
  const known = before?.own ?? [];
  const added = await work.ownBeside(new Set(known.map((record) => record.id)));
  return added.length === 0 ? known : [...known, ...added];
}
