import { useEffect, useState } from 'react';
import { FirstPull } from '../features/sign-in/first-pull.tsx';
import { askForWake, onWake } from './register-worker.ts';
import { CurrentRound } from './round-context.tsx';
import { Shell } from './shell.tsx';
import { streetsOf } from './tablet-store.ts';
import { useSnapshot, useTablet } from './tablet.tsx';

/** One person's work. Before all of it was pulled, its forms included, one cannot go where there is no network. */
export function SignedIn({ onSignOut }: { onSignOut: () => Promise<void> }) {
  const { streets, missingVersions, status } = useSnapshot();
  const total = streetsOf(useTablet().person.profile.session).length;
  const [entered, setEntered] = useState(false);
  useOutboxWakes();
  const complete = streets.length > 0 && streets.length >= total && missingVersions.length === 0;
  // Without a network what is here has to do.
  const asGoodAsItGets = streets.length > 0 && status.problem !== null;
  if (!entered && (complete || asGoodAsItGets)) setEntered(true);
  if (!entered) return <FirstPull onSignOut={onSignOut} />;
  return (
    <CurrentRound>
      <Shell onSignOut={onSignOut} />
    </CurrentRound>
  );
}

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
    const stop = onWake(wake);
    return () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', visible);
      stop();
    };
  }, [store]);
  useEffect(() => {
    if (status.unsent > 0) void askForWake();
  }, [status.unsent]);
}
