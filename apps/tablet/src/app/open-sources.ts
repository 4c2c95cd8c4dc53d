import { createSyncEngine, noLocks, webLocks } from '@huhudao/outbox';
import { allows, type SessionView } from '@huhudao/protocol';
import { concernStore } from '../local/concerns.store.ts';
import type { Person } from '../local/people.store.ts';
import { PersonDatabase } from '../local/person.database.ts';
import { outboxStorage } from '../local/storage.ts';
import { vaultOf } from '../local/vault.ts';
import { workStore } from '../local/work.store.ts';
import type { Office } from './office.ts';
import { makeWayFor } from './outdated.ts';
import type { SnapshotSources } from './snapshot.ts';

/** The streets in which somebody has work for a tablet. */
export function streetsOf(session: SessionView): string[] {
  const grants = session.grants.filter((grant) => allows('sync.pull', [grant.role]));
  return [...new Set(grants.flatMap((grant) => grant.streetId ?? []))];
}

/** One person's database with everything that reads and writes it, and the engine that syncs it. */
export function openSources({ key, former, profile }: Person, office: Office): SnapshotSources {
  const database = new PersonDatabase(profile.session.personId);
  makeWayFor(database);
  const vault = vaultOf(key, former);
  const storage = outboxStorage(database, vault);
  const streetIds = streetsOf(profile.session);
  const engine = createSyncEngine({
    storage,
    client: office.client,
    streetIds: () => streetIds,
    lockName: database.name,
    mayUpload: office.mayUpload,
    locks: 'locks' in navigator ? webLocks(navigator.locks) : noLocks,
  });
  const [work, concerns] = [workStore(database, vault), concernStore(database, vault)];
  return { database, vault, storage, engine, work, concerns };
}
