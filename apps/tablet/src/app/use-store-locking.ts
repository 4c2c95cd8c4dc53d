import { useMemo, useState } from 'react';
import { call, signOutDevice } from '@huhudao/protocol';
import type { DeviceDatabase } from '../local/device.database.ts';
import { changeAutoLock, noteHandedOver, signOutPerson } from '../local/people.store.ts';
import { countUnsent } from '../local/unsent.ts';
import { changePin, checkPin, type Refusal } from '../local/unlock.ts';
import { shutTablet, wipePerson } from '../local/wipe.ts';
import { forgetWhoWasHere } from './come-back.ts';
import { tellLocked } from './lock-channel.ts';
import type { Covered, Locking } from './locking.tsx';
import type { TabletStore } from './tablet-store.ts';
import { transportOf } from './transport.ts';

/** The lock around an open store. The screen is covered first; what is being written or sent may end behind it. */
export function useStoreLocking(
  device: DeviceDatabase,
  store: TabletStore,
  onCover: (how: Covered) => void,
): Locking {
  const [autoLock, setAutoLock] = useState(store.person.autoLock);
  const acts = useMemo(() => actsOf(device, store, onCover), [device, store, onCover]);
  return useMemo(
    () => ({
      ...acts,
      autoLock,
      changeAutoLock: async (minutes) => {
        await changeAutoLock(device, store.person.profile.session.personId, minutes);
        setAutoLock(minutes);
      },
    }),
    [acts, autoLock, device, store],
  );
}

function actsOf(
  device: DeviceDatabase,
  store: TabletStore,
  onCover: (how: Covered) => void,
): Omit<Locking, 'autoLock' | 'changeAutoLock'> {
  const { session, credential } = store.person.profile;
  const { personId } = session;
  const cover = (how: Covered) => {
    onCover(how);
    tellLocked();
    void store.leave();
  };
  const refused = (tried: { result: string } | Refusal): Refusal | null => {
    if (!isRefusal(tried)) return null;
    if (tried.result === 'lockedOut') cover('locked');
    return tried;
  };
  return {
    lock: () => cover('locked'),
    signInAgain: () => cover('signIn'),
    practise: () => cover('practice'),
    signOut: async () => {
      // Without a network the server is not told, and the credential ends by its age.
      void call(transportOf(credential), signOutDevice, {}).catch(() => undefined);
      await signOutPerson(device, store.person);
      store.close();
      tellLocked();
      onCover('locked');
    },
    checkPin: async (pin) => refused(await checkPin(device, personId, pin)),
    changePin: async (pin, next) => refused(await changePin(device, personId, pin, next)),
    noteHandedOver: (handedOver) => noteHandedOver(device, handedOver ? personId : null),
    shutTablet: () => shutTablet(device, personId),
    wipe: async (what) => {
      // Something was finished in the very moment in which the screen was covered: it is handed over first.
      if ((await countUnsent(personId)) > 0) return;
      const records = await store.countHandedOver();
      tellLocked();
      store.close();
      await wipePerson(device, personId, { what, records });
      forgetWhoWasHere();
      onCover('locked');
    },
  };
}

const isRefusal = (tried: { result: string } | Refusal): tried is Refusal =>
  ['wrong', 'waiting', 'lockedOut'].includes(tried.result);
