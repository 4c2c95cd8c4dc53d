import type { FrozenState, OutboxStorage, RecordError, SyncEngine, SyncStatus } from '@huhudao/outbox';
import { confirmations } from '../local/outbox-records.store.ts';
import type { PersonDatabase } from '../local/person.database.ts';
import { loadReference } from '../local/reference.store.ts';
import type { StreetReference } from '../local/reference.types.ts';
import type { Vault } from '../local/vault.ts';
import type { WorkStore } from '../local/work.store.ts';
import type { LocalPart, OwnRecord } from '../local/work.types.ts';
import type { OwnWork } from '../work/own-work.ts';

/** What the screens show: read from the disk, and replaced as a whole when something was written. */
export type Snapshot = OwnWork & {
  streets: readonly StreetReference[];
  status: SyncStatus;
  /** Hashes of the questionnaires and visit forms the rounds name that have not been pulled yet. */
  missingVersions: readonly string[];
  /** Why anonymous responses were refused, one reason a response: more is not known of them. */
  refusedAnonymous: readonly RecordError[];
  /** The store or the program itself failed while syncing; sending is tried again. */
  fault: boolean;
};

/** States a screen names the door of; confirmed records are only counted. */
const named: readonly FrozenState[] = ['queued', 'sending', 'needsAttention', 'parallel'];

/** What is read from: one person's store and its engine. */
export type SnapshotSources = {
  database: PersonDatabase;
  vault: Vault;
  work: WorkStore;
  storage: OutboxStorage<LocalPart>;
  engine: SyncEngine;
};

export async function readSnapshot(sources: SnapshotSources, before: Snapshot | null): Promise<Snapshot> {
  const { database, work, storage, engine } = sources;
  const [streets, drafts, held, own, records, confirmed, status, missingVersions, refused] =
    await Promise.all([
      readStreets(sources, before),
      work.drafts(),
      work.held(),
      readOwn(work, before),
      storage.list(named),
      confirmations(database),
      engine.status(),
      storage.missingVersions(),
      storage.anonymousIn(['refused']),
    ]);
  const refusedAnonymous = refused.flatMap((item) => (item.state === 'refused' ? [item.error] : []));
  const fault = before?.fault ?? false;
  return {
    streets,
    drafts,
    held,
    own,
    records,
    confirmed,
    status,
    missingVersions,
    refusedAnonymous,
    fault,
  };
}

/** Opens the reference envelopes again only where a pull has moved a cursor. */
async function readStreets({ database, vault }: SnapshotSources, before: Snapshot | null) {
  const cursors = await database.cursors.toArray();
  const known = new Map(before?.streets.map((street) => [street.streetId, street]));
  const still = cursors.flatMap(({ streetId, cursor, serverTime }) => {
    const street = known.get(streetId);
    return street?.cursor === cursor ? [{ ...street, serverTime }] : [];
  });
  return still.length === cursors.length ? still : loadReference(database, vault);
}

/** A record never changes once it is written: only new ones are opened. */
async function readOwn(work: WorkStore, before: Snapshot | null): Promise<readonly OwnRecord[]> {
  const known = before?.own ?? [];
  const added = await work.ownBeside(new Set(known.map((record) => record.id)));
  return added.length === 0 ? known : [...known, ...added];
}
