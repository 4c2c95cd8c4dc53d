import { memo, Suspense, useEffect, useState } from 'react';
import { useShut } from '../features/lock/use-shut.ts';
import { FirstPull } from '../features/sign-in/first-pull.tsx';
import { useHandedOver } from './handed-over.ts';
import { HandOver } from './later-screens.ts';
import { useLocking } from './locking.tsx';
import { useUnsentLedger } from './lost-records.ts';
import { onNetworkChange } from './photo-sending.ts';
import { askForWake, onWake } from './register-worker.ts';
import { CurrentRound } from './round-context.tsx';
import { Shell } from './shell.tsx';
import { streetsOf } from './open-sources.ts';
import { useSnapshot, useTablet } from './tablet.tsx';
import { useAutoLock } from './use-auto-lock.ts';

/** While a resident is answering, the tablet is not locked before this many minutes without a touch. */
const residentMinutes = 15;

/** One person's work, or the end of it where the office has taken the tablet out of use. */
export function SignedIn() {
  const shut = useShut();
  useOutboxWakes();
  return shut === null ? (
    <Working />
  ) : (
    <Suspense>
      <HandOver shut={shut} />
    </Suspense>
  );
}

/** Before all of the work was pulled, its forms included, one cannot go where there is no network. */
function Working() {
  const { streets, missingVersions, status } = useSnapshot();
  const { autoLock, lock } = useLocking();
  const resident = useHandedOver() !== undefined;
  useUnsentLedger();
  useAutoLock(resident ? Math.max(autoLock, residentMinutes) : autoLock, lock);
  const total = streetsOf(useTablet().person.profile.session).length;
  const [entered, setEntered] = useState(false);
  const complete = streets.length > 0 && streets.length >= total && missingVersions.length === 0;
  // Without a network what is here has to do.
  const asGoodAsItGets = streets.length > 0 && status.problem !== null;
  if (!entered && (complete || asGoodAsItGets)) setEntered(true);
  return entered ? <Entered /> : <FirstPull />;
}

/** Every screen chooses for itself what it is drawn anew for. */
const Entered = memo(function Entered() {
  return (
    <CurrentRound>
      <Shell />
    </CurrentRound>
  );
});

/** Hints that something may be sent now. None of them is believed to mean that something was. */
function useOutboxWakes(): void {
  const store = useTablet();
  const { status } = useSnapshot();
  useEffect(() => store.startSync(), [store]);
  useEffect(() => {
    const wake = () => store.wake();
    const visible = () => {
      if (document.visibilityState === 'visible') wake();
    };
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', visible);
    const stops = [onWake(wake), onNetworkChange(wake)];
    return () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', visible);
      for (const stop of stops) stop();
    };
  }, [store]);
  useEffect(() => {
    if (status.unsent > 0) void askForWake();
  }, [status.unsent]);
}
