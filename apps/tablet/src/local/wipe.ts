/**
 * What happens to a tablet that was taken out of use. The office must have confirmed everything before it is deleted;
 * what cannot be offered yet stays locked, without the secret that a PIN would open it with.
 */
import { Dexie } from 'dexie';
import type { DeviceDatabase, Wiped } from './device.database.ts';
import { isFormer } from './people.store.ts';
import { PersonDatabase } from './person.database.ts';
import { countUnsent } from './unsent.ts';

/**
 * The tablet itself was revoked: from now on no PIN opens anything on it. Whoever is not in the middle of handing over
 * and has nothing unsent is wiped at once; of the others all goes that the office has, and what it has not stays locked
 * until they sign in to hand it over.
 */
export async function shutTablet(device: DeviceDatabase, handingOver: string): Promise<void> {
  await device.transaction('rw', [device.people, device.settings], async () => {
    await device.settings.put({ name: 'revoked' });
    for (const row of await device.people.toArray())
      if (!isFormer(row)) await device.people.put({ ...row, secret: null });
  });
  for (const { personId } of await device.people.toArray()) {
    if (personId === handingOver) continue;
    if ((await countUnsent(personId)) === 0)
      await wipePerson(device, personId, { what: 'tablet', records: 0 });
    else await dropWhatTheOfficeHas(personId);
  }
}

/** Deletes a person's store, their keys and their name; with the last of them, the tablet's own id as well. */
export async function wipePerson(device: DeviceDatabase, personId: string, done: Wiped): Promise<void> {
  await Dexie.delete(new PersonDatabase(personId).name);
  await device.transaction('rw', [device.people, device.settings], async () => {
    await device.people.delete(personId);
    const wiped = await device.settings.get('wiped');
    const before = wiped?.name === 'wiped' ? wiped.records : 0;
    await device.settings.put({ name: 'wiped', what: done.what, records: before + done.records });
    await device.settings.delete('handedOver');
    if ((await device.people.count()) > 0) return;
    // Signing in on it again makes it another tablet.
    await device.settings.bulkDelete(['device', 'revoked']);
  });
}

async function dropWhatTheOfficeHas(personId: string): Promise<void> {
  const database = new PersonDatabase(personId);
  try {
    await database.transaction('rw', [database.reference, database.cursors, database.own], async () => {
      await database.reference.clear();
      await database.cursors.clear();
      await database.own.clear();
    });
  } finally {
    database.close();
  }
}

/** Whether this tablet was wiped and nobody has read that yet. */
export async function readWiped(device: DeviceDatabase): Promise<Wiped | null> {
  const row = await device.settings.get('wiped');
  return row?.name === 'wiped' ? { what: row.what, records: row.records } : null;
}

export async function forgetWiped(device: DeviceDatabase): Promise<void> {
  await device.settings.delete('wiped');
}
