import type { DeviceDatabase, FormerPersonRow, PersonRow } from './device.database.ts';
import {
  createDataKey,
  importSecret,
  lockByPin,
  lockByRecovery,
  openByRecovery,
  sealedIn,
  type PinLock,
  type Wrapped,
} from './key-wrap.ts';
import { isFormer, type Person, type Profile } from './people.store.ts';
import { mostTries, noTries } from './pin-tries.ts';
import { vaultOf } from './vault.ts';

/** What a sign-in with the password gives: who it is, and both secrets of their store on this tablet (base64). */
export type Given = {
  profile: Profile;
  /** Null where the tablet was revoked. */
  unlockSecret: string | null;
  recoverySecret: string;
  /** The tablet was taken out of use: its person may hand over what was not sent, and nothing else. */
  revoked: boolean;
};

/** The store was locked under the keys of another installation: nothing of it can be opened, and nothing is touched. */
export class ForeignStore extends Error {}

/** Whether this person has to choose a PIN: the first time here, after ten wrong ones, or a store of version 1. */
export async function mustChoosePin(database: DeviceDatabase, personId: string): Promise<boolean> {
  const row = await database.people.get(personId);
  if (row === undefined || isFormer(row)) return true;
  return row.pinLock === null || row.tries.failed >= mostTries;
}

/**
 * Opens the store of somebody who has just signed in, or makes it. Somebody who was here before gets the same store
 * again; a new PIN (null: none was chosen) takes the place of the former one.
 * @throws ForeignStore; Error where a PIN had to be chosen and was not.
 */
export async function enter(database: DeviceDatabase, given: Given, pin: string | null): Promise<Person> {
  const { profile } = given;
  const { personId, name } = profile.session;
  const before = await database.people.get(personId);
  const opened = await openedBy(before, given);
  const { dataKey, keyId, former } = opened;
  const key = { keyId, key: await sealedIn(dataKey) };
  const secret = given.unlockSecret === null ? null : await importSecret(given.unlockSecret);
  const pinLock = await pinLockOf(opened, pin, secret);
  const autoLock = before === undefined || isFormer(before) ? 5 : before.autoLock;
  const row: PersonRow = {
    ...{ personId, name, keyId, pinLock, secret, autoLock, former },
    profile: await vaultOf(key).lock('profile', personId, profile),
    recoveryLock: opened.recoveryLock,
    tries: noTries,
  };
  const kept = await database.transaction('rw', database.people, async () => {
    // Another tab may have made a key meanwhile; what it has locked must stay to be opened.
    const now = await database.people.get(personId);
    if (now?.keyId !== before?.keyId) return false;
    await database.people.put(row);
    return true;
  });
  return kept ? { key, former, profile, autoLock, revoked: given.revoked } : enter(database, given, pin);
}

type Opened = {
  dataKey: CryptoKey;
  recoveryLock: Wrapped;
  /** Null where there is none yet. */
  pinLock: PinLock | null;
} & Pick<PersonRow, 'keyId' | 'former'>;

async function openedBy(
  row: PersonRow | FormerPersonRow | undefined,
  { recoverySecret }: Given,
): Promise<Opened> {
  const recovery = await importSecret(recoverySecret);
  if (row === undefined || isFormer(row)) {
    const [dataKey, keyId] = [await createDataKey(), crypto.randomUUID()];
    const former = row === undefined ? null : { keyId: row.keyId, key: row.key };
    return {
      dataKey,
      keyId,
      former,
      recoveryLock: await lockByRecovery(dataKey, keyId, recovery),
      pinLock: null,
    };
  }
  const { keyId, former, recoveryLock, pinLock } = row;
  const dataKey = await openByRecovery(recoveryLock, keyId, recovery);
  if (dataKey === undefined) throw new ForeignStore();
  return { dataKey, keyId, former, recoveryLock, pinLock };
}

/** On a revoked tablet there is no secret to lock with: what was there stays, and opens nothing any more. */
async function pinLockOf(
  { dataKey, keyId, pinLock }: Opened,
  pin: string | null,
  secret: CryptoKey | null,
): Promise<PinLock | null> {
  if (secret === null) return pinLock;
  if (pin !== null) return lockByPin(dataKey, keyId, pin, secret);
  if (pinLock === null) throw new Error('A PIN has to be chosen');
  return pinLock;
}
