import { newId, type SessionView } from '@huhudao/protocol';
import type { AutoLockMinutes, DeviceDatabase, FormerPersonRow, PersonRow } from './device.database.ts';
import type { StoreKey } from './envelope.ts';
import { mostTries } from './pin-tries.ts';
import { vaultOf } from './vault.ts';

/** Who signed in, and what the tablet was given for them. */
export type Profile = {
  session: SessionView;
  /** Null after signing out: the store stays, and signing in again opens it. */
  credential: string | null;
  /** SPKI, base64: responses are sealed to it. */
  sealingKey: string;
};

/** Somebody whose store is open. */
export type Person = {
  key: StoreKey;
  /** The key of version 1 while some of the store is still locked with it. */
  former: StoreKey | null;
  profile: Profile;
  autoLock: AutoLockMinutes;
  /** Signed in on a revoked tablet: to hand over what was not sent, and for nothing else. */
  revoked: boolean;
};

/**
 * Somebody the lock screen offers. `password`: no PIN helps any more, or none was chosen yet. `handOver`: the tablet was
 * taken out of use, and they sign in to hand over what was not sent.
 */
export type KnownPerson = { personId: string; name: string; opensBy: 'pin' | 'password' | 'handOver' };

export const isFormer = (row: PersonRow | FormerPersonRow): row is FormerPersonRow => 'key' in row;

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

/** Who has work on this tablet, by name; somebody who has signed out is not named. */
export async function listPeople(database: DeviceDatabase): Promise<KnownPerson[]> {
  const [rows, revoked] = [await database.people.toArray(), await database.settings.get('revoked')];
  const known = await Promise.all(
    rows.map(async (row) => (isFormer(row) ? formerPerson(row) : knownPerson(row, revoked !== undefined))),
  );
  return known.flatMap((person) => person ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

function knownPerson(row: PersonRow, revoked: boolean): KnownPerson | undefined {
  const { personId, name } = row;
  if (revoked) return { personId, name, opensBy: 'handOver' };
  if (row.tries.failed >= mostTries) return { personId, name, opensBy: 'password' };
  return row.secret === null ? undefined : { personId, name, opensBy: 'pin' };
}

async function formerPerson(row: FormerPersonRow): Promise<KnownPerson | undefined> {
  const key = { keyId: row.keyId, key: row.key };
  const profile = await vaultOf(key).unlock<Profile>('profile', row.personId, row.profile);
  const { personId, name } = profile.session;
  return profile.credential === null ? undefined : { personId, name, opensBy: 'password' };
}

/**
 * Gives up the credential and the tablet's half of the secret. Drafts and confirmed work stay locked on the tablet until
 * this person signs in again.
 */
export async function signOutPerson(database: DeviceDatabase, person: Person): Promise<void> {
  const { personId } = person.profile.session;
  const profile = await vaultOf(person.key).lock('profile', personId, {
    ...person.profile,
    credential: null,
  });
  await database.changePerson(personId, { profile, secret: null });
}

export async function changeAutoLock(
  database: DeviceDatabase,
  personId: string,
  autoLock: AutoLockMinutes,
): Promise<void> {
  await database.changePerson(personId, { autoLock });
}

/** Whether the tablet was switched off in a resident's hands, and on whose behalf. */
export async function readHandedOver(database: DeviceDatabase): Promise<string | null> {
  const row = await database.settings.get('handedOver');
  return row?.name === 'handedOver' ? row.personId : null;
}

export async function noteHandedOver(database: DeviceDatabase, personId: string | null): Promise<void> {
  if (personId === null) await database.settings.delete('handedOver');
  else await database.settings.put({ name: 'handedOver', personId });
}
