import {
  call,
  changePassword,
  signIn,
  signInDevice,
  signOut,
  Problem,
  type Transport,
} from '@huhudao/protocol';
import { checkSealingKey } from '@huhudao/outbox';
import type { DeviceDatabase } from '../../local/device.database.ts';
import type { Given } from '../../local/enter.ts';
import { nameDevice } from '../../local/people.store.ts';

export type SignInInput = { login: string; password: string; deviceName: string };

/**
 * Asks the server for a credential of this tablet and the secrets that open the person's store on it.
 * @throws what `call` throws, or a key nothing can be sealed to; `deviceRevoked` where somebody has nothing to hand over.
 */
export async function signInOnTablet(
  transport: Transport,
  database: DeviceDatabase,
  { login, password, deviceName }: SignInInput,
): Promise<Given> {
  const deviceId = await nameDevice(database, deviceName);
  const given = await call(transport, signInDevice, { body: { login, password, deviceId, deviceName } });
  await checkSealingKey(given.sealingKey);
  const { person, credential, sealingKey, unlockSecret, recoverySecret, revoked } = given;
  if (revoked && (await database.people.get(person.personId)) === undefined)
    throw new Problem('deviceRevoked');
  return { profile: { session: person, credential, sealingKey }, unlockSecret, recoverySecret, revoked };
}

/** A first sign-in: the initial password is changed in a session of its own, which ends at once. */
export async function replaceInitialPassword(
  transport: Transport,
  { login, password }: SignInInput,
  next: string,
): Promise<void> {
  await call(transport, signIn, { body: { login, password } });
  await call(transport, changePassword, { body: { current: password, next } });
  await call(transport, signOut, {});
}

export function isProblem(error: unknown, code: Problem['code']): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
