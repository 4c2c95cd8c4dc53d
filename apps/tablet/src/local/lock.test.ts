import 'fake-indexeddb/auto';
import { newId } from '@huhudao/protocol';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceDatabase } from './device.database.ts';
import { enter, ForeignStore, mustChoosePin, type Given } from './enter.ts';
import { isFormer, listPeople, signOutPerson } from './people.store.ts';
import { mostTries } from './pin-tries.ts';
import { changePin, checkPin, unlock } from './unlock.ts';

const secret = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)));

function givenFor(name: string, change: Partial<Given> = {}): Given {
  const session = {
    personId: newId(),
    login: name,
    name,
    mustChangePassword: false,
    grants: [],
    demo: false,
  };
  const profile = { session, credential: 'planted-credential', sealingKey: '' };
  return { profile, unlockSecret: secret(1), recoverySecret: secret(2), revoked: false, ...change };
}

let device: DeviceDatabase;
let zhang: Given;
let id: string;
beforeEach(() => {
  device = new DeviceDatabase(`huhudao-${newId()}`);
  zhang = givenFor('zhang');
  id = zhang.profile.session.personId;
});

const rowOf = async (personId: string) => {
  const row = await device.people.get(personId);
  if (row === undefined || isFormer(row)) throw new Error('no such row');
  return row;
};

/** Wrong PINs until no more are taken; the clock goes on over the waits. */
async function tryUntilLockedOut(): Promise<string[]> {
  const clock = vi.spyOn(Date, 'now');
  const results: string[] = [];
  for (let now = Date.now(); results.length < mostTries; now += 10 * 60_000) {
    clock.mockReturnValue(now);
    results.push((await unlock(device, id, '000001')).result);
  }
  clock.mockRestore();
  return results;
}

describe('a locked store', () => {
  it('opens by its PIN without the server, with the key it had', async () => {
    const { key } = await enter(device, zhang, '471902');
    const opened = await unlock(device, id, '471902');
    expect(opened).toMatchObject({
      result: 'open',
      person: { key: { keyId: key.keyId }, profile: zhang.profile },
    });
  });

  it('has no key beside it that could be used or taken out', async () => {
    await enter(device, zhang, '471902');
    const row = await rowOf(id);
    expect(Object.values(row).filter((value) => value instanceof CryptoKey)).toEqual([row.secret]);
    expect(row.secret).toMatchObject({ extractable: false, usages: ['deriveKey'] });
  });

  it('says how many tries are left, makes one wait from the fifth, and does not look at a PIN meanwhile', async () => {
    await enter(device, zhang, '471902');
    for (const left of [9, 8, 7, 6])
      expect(await unlock(device, id, '000001')).toEqual({ result: 'wrong', left, waitMs: 0 });
    const fifth = await unlock(device, id, '000001');
    expect(fifth).toMatchObject({ result: 'wrong', left: 5 });
    expect(await unlock(device, id, '471902')).toMatchObject({ result: 'waiting', left: 5 });
  });

  it('forgets the tries once the right PIN was given', async () => {
    await enter(device, zhang, '471902');
    await unlock(device, id, '000001');
    await unlock(device, id, '471902');
    expect(await checkPin(device, id, '000001')).toMatchObject({ left: 9 });
  });

  it('counts a try before it is looked at: switching off in between takes none back', async () => {
    await enter(device, zhang, '471902');
    const look = crypto.subtle.deriveBits.bind(crypto.subtle);
    const counted: number[] = [];
    const looking = vi.spyOn(crypto.subtle, 'deriveBits').mockImplementation(async (...parameters) => {
      counted.push((await rowOf(id)).tries.failed);
      return look(...parameters);
    });
    await unlock(device, id, '000001');
    looking.mockRestore();
    expect(counted).toEqual([1]);
  });

  it('after ten wrong PINs opens with no PIN any more, and with the password again with all that was in it', async () => {
    const { key } = await enter(device, zhang, '471902');
    expect((await tryUntilLockedOut()).at(-1)).toBe('lockedOut');
    expect((await rowOf(id)).secret).toBeNull();
    expect(await unlock(device, id, '471902')).toEqual({ result: 'lockedOut' });
    expect(await listPeople(device)).toMatchObject([{ opensBy: 'password' }]);
    expect(await mustChoosePin(device, id)).toBe(true);
    expect((await enter(device, zhang, '906317')).key.keyId).toBe(key.keyId);
    expect(await unlock(device, id, '906317')).toMatchObject({ result: 'open' });
  });

  it('has its old PIN again when one signs in after a sign-out, and opens with none before', async () => {
    const person = await enter(device, zhang, '471902');
    await signOutPerson(device, person);
    expect(await unlock(device, id, '471902')).toEqual({ result: 'lockedOut' });
    expect(await mustChoosePin(device, id)).toBe(false);
    await enter(device, zhang, null);
    expect(await unlock(device, id, '471902')).toMatchObject({ result: 'open' });
  });

  it('takes a new PIN for the old one, and only for that', async () => {
    await enter(device, zhang, '471902');
    expect(await changePin(device, id, '000001', '906317')).toMatchObject({ result: 'wrong', left: 9 });
    expect(await changePin(device, id, '471902', '906317')).toEqual({ result: 'changed' });
    expect(await unlock(device, id, '906317')).toMatchObject({ result: 'open' });
    expect(await unlock(device, id, '471902')).toMatchObject({ result: 'wrong' });
  });

  it('of another installation is not touched by signing in to this one', async () => {
    await enter(device, zhang, '471902');
    const elsewhere = { ...zhang, unlockSecret: secret(8), recoverySecret: secret(9) };
    await expect(enter(device, elsewhere, '906317')).rejects.toThrow(ForeignStore);
    expect(await unlock(device, id, '471902')).toMatchObject({ result: 'open' });
  });

  it('keeps two people apart: the PIN of one opens nothing of the other’s', async () => {
    const li = givenFor('li', { unlockSecret: secret(3), recoverySecret: secret(4) });
    await enter(device, zhang, '471902');
    await enter(device, li, '906317');
    expect(await unlock(device, id, '906317')).toMatchObject({ result: 'wrong' });
    expect(await unlock(device, li.profile.session.personId, '906317')).toMatchObject({ result: 'open' });
  });
});
