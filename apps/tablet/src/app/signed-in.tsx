import { useEffect } from 'react';
import { FirstPull } from '../features/sign-in/first-pull.tsx';
import { askForWake, onWake } from './register-worker.ts';
import { CurrentRound } from './round-context.tsx';
import { Shell } from './shell.tsx';
import { useSnapshot, useTablet } from './tablet.tsx';

/** One person's work. Before anything was pulled there is nothing to work on. */
export function SignedIn({ onSignOut }: { onSignOut: () => Promise<void> }) {
  const { streets } = useSnapshot();
  useOutboxWakes();
  if (streets.length === 0) return <FirstPull onSignOut={onSignOut} />;
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
