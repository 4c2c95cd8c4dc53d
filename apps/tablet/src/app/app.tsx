import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { DeviceDatabase } from '../local/device.database.ts';
import type { Person } from '../local/people.store.ts';
import { deletePractice } from '../local/practice.database.ts';
import { finishRekeying } from '../local/rekey.ts';
import { Entrance } from '../features/lock/entrance.tsx';
import { InsecureNotice } from '../features/sign-in/insecure-notice.tsx';
import { LockingProvider, type Covered } from './locking.tsx';
import { comeBack } from './come-back.ts';
import { onLockElsewhere } from './lock-channel.ts';
import { officeOver } from './office.ts';
import { makeWayFor } from './outdated.ts';
import { beginPracticeHistory, leavePracticeHistory, usePracticeHistory } from './practice-history.ts';
import { SignedIn } from './signed-in.tsx';
import { TabletStore } from './tablet-store.ts';
import { Tablet } from './tablet.tsx';
import { transportOf } from './transport.ts';
import { useStoreLocking } from './use-store-locking.ts';

type Session = Covered | TabletStore;

/** The tablet app: refused without a secure context, else locked, one person's work, or practice. */
export function App() {
  return window.isSecureContext ? <SecureApp /> : <InsecureNotice />;
}

/** A file of its own: most never open it. */
const PracticeScreen = lazy(async () => {
  const practice = await import('../features/practice/practice-screen.tsx');
  return { default: practice.PracticeScreen };
});

const device = new DeviceDatabase();
makeWayFor(device);

function SecureApp() {
  const [session, setSession] = useState<Session>('locked');
  const [fault, setFault] = useState<unknown>();
  // Only a fault of the disk or of the program gets here; it is shown, never swallowed.
  if (fault !== undefined) throw fault;

  const open = useCallback(async (person: Person) => {
    await navigator.storage?.persist?.();
    const store = await openStore(person);
    comeBack(person.profile.session.personId);
    setSession(store);
  }, []);
  const cover = useCallback((how: Covered) => {
    if (how === 'practice') beginPracticeHistory();
    setSession(how);
  }, []);
  const stopPractising = useCallback(() => {
    leavePracticeHistory();
    setSession('locked');
  }, []);
  usePracticeHistory(session === 'practice', stopPractising);
  // Of practice that was broken off: the battery ran out, or the page was loaded anew.
  useEffect(() => void deletePractice().catch(setFault), []);

  if (session === 'practice')
    return (
      <Suspense>
        <PracticeScreen onLeave={stopPractising} />
      </Suspense>
    );
  if (!(session instanceof TabletStore))
    return (
      <Entrance
        key={session}
        device={device}
        signIn={session === 'signIn'}
        onOpen={open}
        onPractise={() => cover('practice')}
      />
    );
  return <Opened store={session} onCover={cover} onFault={setFault} />;
}

type OpenedProps = { store: TabletStore; onCover: (how: Covered) => void; onFault: (fault: unknown) => void };

/** One person's store, until it is locked: here, by itself, or in another tab. */
function Opened({ store, onCover, onFault }: OpenedProps) {
  const locking = useStoreLocking(device, store, onCover);
  useEffect(
    () =>
      onLockElsewhere(() => {
        onCover('locked');
        store.leave().catch(onFault);
      }),
    [store, onCover, onFault],
  );
  return (
    <Tablet store={store}>
      <LockingProvider locking={locking}>
        <SignedIn />
      </LockingProvider>
    </Tablet>
  );
}

async function openStore(person: Person): Promise<TabletStore> {
  const office = officeOver(transportOf(person.profile.credential));
  return TabletStore.open(await finishRekeying(device, person), office);
}
