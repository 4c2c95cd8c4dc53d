import { newId, type SessionView } from '@huhudao/protocol';
import type { DeviceDatabase } from './device.database.ts';
import { createStoreKey, type StoreKey } from './envelope.ts';
import { vaultOf } from './vault.ts';

/** Who signed in, and what the tablet was given for them. */
export type Profile = {
  session: SessionView;
  /** Null after signing out: the store stays, and signing in again opens it. */
  credential: string | null;
  /** SPKI, base64: responses are sealed to it. */
  sealingKey: string;
};
export type Person = { key: StoreKey; profile: Profile };

/** This tablet's own id and name; made once. */
export async function readDevice(
  database: DeviceDatabase,
): Promise<{ deviceId: string; deviceName: string } | undefined> {
  const row = await database.settings.get('device');
  return row?.name === 'device' ? { deviceId: row.deviceId, deviceName: row.deviceName } : undefined;
}

export async function nameDevice(database: DeviceDatabase, deviceName: string): Promise<string> {
  const deviceId = (await readDevice(database))?.deviceId ?? newId();
  await database.settings.put({ name: 'device', deviceId, deviceName });
  return deviceId;
}

/** The person who is signed in on this tablet; undefined where nobody is. */
export async function readCurrentPerson(database: DeviceDatabase): Promise<Person | undefined> {
  const current = await database.settings.get('current');
  if (current?.name !== 'current') return undefined;
  const row = await database.people.get(current.personId);
  if (row === undefined) return undefined;
  const key = { keyId: row.keyId, key: row.key };
  const profile = await vaultOf(key).unlock<Profile>('profile', row.personId, row.profile);
  return profile.credential === null ? undefined : { key, profile };
}

/** Keeps what a sign-in gave. Somebody who was here before gets their own store again. */
export async function keepPerson(database: DeviceDatabase, profile: Profile): Promise<Person> {
  const { personId } = profile.session;
  const known = await database.people.get(personId);
  const key = known === undefined ? await createStoreKey() : { keyId: known.keyId, key: known.key };
  const locked = await vaultOf(key).lock('profile', personId, profile);
  const kept = await database.transaction('rw', [database.people, database.settings], async () => {
    // Another tab may have made a key meanwhile; what it has locked must stay to be opened.
    const now = await database.people.get(personId);
    if (now !== undefined && now.keyId !== key.keyId) return false;
    await database.people.put({ personId, ...key, profile: locked });
    await database.settings.put({ name: 'current', personId });
    return true;
  });
  return kept ? { key, profile } : keepPerson(database, profile);
}

/** Gives the credential up. Drafts and confirmed work stay locked on the tablet until this person signs in again. */
export async function forgetCredential(database: DeviceDatabase, person: Person): Promise<void> {
  const { personId } = person.profile.session;
  const locked = await vaultOf(person.key).lock('profile', personId, { ...person.profile, credential: null });
  await database.transaction('rw', [database.people, database.settings], async () => {
    await database.people.put({ personId, ...person.key, profile: locked });
    await database.settings.delete('current');
  });
}
