/**
 * Locks everything of a store of version 1 anew under the key that takes a PIN. Each row is written for itself and says
 * by its envelope which key it needs, so that it can be broken off anywhere and is gone on with at the next start.
 */
import type { Table } from 'dexie';
import type { DeviceDatabase } from './device.database.ts';
import type { Envelope } from './envelope.ts';
import type { Person } from './people.store.ts';
import { PersonDatabase } from './person.database.ts';
import type { RecordKind } from './record-versions.ts';
import { vaultOf } from './vault.ts';

/** Where envelopes are: the table, the field, and what kind of record it holds. */
type Place = { table: string; field: string; kind: RecordKind };

const places: readonly Place[] = [
  { table: 'records', field: 'label', kind: 'recordLabel' },
  { table: 'records', field: 'payload', kind: 'recordPayload' },
  { table: 'anonymous', field: 'response', kind: 'anonymousResponse' },
  { table: 'reference', field: 'content', kind: 'reference' },
  { table: 'versions', field: 'content', kind: 'version' },
  { table: 'drafts', field: 'content', kind: 'draft' },
  { table: 'held', field: 'content', kind: 'held' },
  { table: 'own', field: 'content', kind: 'own' },
  { table: 'tickets', field: 'content', kind: 'ticket' },
];

/** Does nothing for a store that has one key. Once it resolves, the former key is gone from the tablet. */
export async function finishRekeying(device: DeviceDatabase, person: Person): Promise<Person> {
  if (person.former === null) return person;
  const { personId } = person.profile.session;
  const database = new PersonDatabase(personId);
  try {
    for (const place of places) await rekey(database, person, place);
  } finally {
    database.close();
  }
  await device.changePerson(personId, { former: null });
  return { ...person, former: null };
}

async function rekey(database: PersonDatabase, { key, former }: Person, place: Place): Promise<void> {
  const { field, kind } = place;
  const table: Table<Record<string, unknown>, string> = database.table(place.table);
  const vault = vaultOf(key, former);
  for (const id of await table.toCollection().primaryKeys()) {
    const old = envelopeIn(await table.get(id), field);
    if (old === undefined || old.keyId !== former?.keyId) continue;
    const locked = await vault.lock(kind, id, await vault.unlock(kind, id, old));
    await database.transaction('rw', table, async () => {
      // Another tab may have written the row meanwhile; what it wrote is under the new key.
      const now = envelopeIn(await table.get(id), field);
      if (now?.keyId === old.keyId) await table.update(id, { [field]: locked });
    });
  }
}

function envelopeIn(row: Record<string, unknown> | undefined, field: string): Envelope | undefined {
  const value = row?.[field];
  if (typeof value !== 'object' || value === null || !('keyId' in value)) return undefined;
  // Only `vault.lock` writes this field.
  return value as Envelope;
}
