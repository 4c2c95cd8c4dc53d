import type { DeviceDatabase, PersonRow } from './device.database.ts';
import { lockByPin, openByPin, sealedIn, type PinLock } from './key-wrap.ts';
import { isFormer, type Person, type Profile } from './people.store.ts';
import { counted, mostTries, noTries, triesLeft, waitLeft } from './pin-tries.ts';
import { vaultOf } from './vault.ts';

/** Why a PIN opened nothing. `left`: further tries; `waitMs`: before the next one. */
export type Refusal =
  | { result: 'wrong'; left: number; waitMs: number }
  /** Too early: this PIN was not looked at and not counted. */
  | { result: 'waiting'; left: number; waitMs: number }
  /** The password is needed. Nothing was deleted. */
  | { result: 'lockedOut' };

/** Opens a person's store by their PIN, without a network. */
export async function unlock(
  database: DeviceDatabase,
  personId: string,
  pin: string,
): Promise<{ result: 'open'; person: Person } | Refusal> {
  const tried = await tryPin(database, personId, pin);
  if (tried.result !== 'right') return tried;
  const { row, dataKey } = tried;
  const { keyId, former, autoLock } = row;
  const key = { keyId, key: await sealedIn(dataKey) };
  const profile = await vaultOf(key).unlock<Profile>('profile', personId, row.profile);
  return { result: 'open', person: { key, former, profile, autoLock, revoked: false } };
}

/** Whether the PIN is this person's; wrong ones count as they do on the lock screen. */
export async function checkPin(
  database: DeviceDatabase,
  personId: string,
  pin: string,
): Promise<{ result: 'right' } | Refusal> {
  const tried = await tryPin(database, personId, pin);
  return tried.result === 'right' ? { result: 'right' } : tried;
}

/** Puts another PIN in the place of this one. The store stays as it is: only its key is wrapped anew. */
export async function changePin(
  database: DeviceDatabase,
  personId: string,
  pin: string,
  next: string,
): Promise<{ result: 'changed' } | Refusal> {
  const tried = await tryPin(database, personId, pin);
  if (tried.result !== 'right') return tried;
  const pinLock = await lockByPin(tried.dataKey, tried.row.keyId, next, tried.secret);
  await database.changePerson(personId, { pinLock });
  return { result: 'changed' };
}

type Counted = { row: PersonRow; secret: CryptoKey; pinLock: PinLock };
type Right = { result: 'right'; row: PersonRow; secret: CryptoKey; dataKey: CryptoKey };

async function tryPin(database: DeviceDatabase, personId: string, pin: string): Promise<Right | Refusal> {
  const counting = await countTry(database, personId);
  if (counting.result !== 'counted') return counting;
  const { row, secret, pinLock } = counting;
  const dataKey = await openByPin(pinLock, row.keyId, pin, secret);
  if (dataKey !== undefined) {
    await database.changePerson(personId, { tries: noTries });
    return { result: 'right', row, secret, dataKey };
  }
  const left = triesLeft(row.tries);
  if (left > 0) return { result: 'wrong', left, waitMs: waitLeft(row.tries, Date.now()) };
  await database.changePerson(personId, { secret: null });
  return { result: 'lockedOut' };
}

/** Counted before it is looked at: switching the tablet off in between takes no try back. */
function countTry(
  database: DeviceDatabase,
  personId: string,
): Promise<({ result: 'counted' } & Counted) | Refusal> {
  return database.transaction('rw', database.people, async () => {
    const row = await database.people.get(personId);
    if (row === undefined || isFormer(row)) return { result: 'lockedOut' };
    const { secret, pinLock } = row;
    if (secret === null || pinLock === null) return { result: 'lockedOut' };
    if (row.tries.failed >= mostTries) {
      await database.people.put({ ...row, secret: null });
      return { result: 'lockedOut' };
    }
    const waitMs = waitLeft(row.tries, Date.now());
    if (waitMs > 0) return { result: 'waiting', left: triesLeft(row.tries), waitMs };
    const tried = { ...row, tries: counted(row.tries, Date.now()) };
    await database.people.put(tried);
    return { result: 'counted', row: tried, secret, pinLock };
  });
}

/** How things stand before the first digit is typed: somebody may have tried before. */
export async function readTries(
  database: DeviceDatabase,
  personId: string,
): Promise<{ left: number; waitMs: number } | undefined> {
  const row = await database.people.get(personId);
  if (row === undefined || isFormer(row)) return undefined;
  return { left: triesLeft(row.tries), waitMs: waitLeft(row.tries, Date.now()) };
}
