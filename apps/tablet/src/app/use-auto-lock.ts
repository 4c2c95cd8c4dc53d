import { useEffect, useEffectEvent } from 'react';

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const;
/** How often it is looked whether the time is up: a timer as long as the time itself stands still while a tablet sleeps. */
const lookEveryMs = 1000;

/** Locks after so many minutes without a touch; a tablet that slept longer than that is locked when it wakes. */
export function useAutoLock(minutes: number, lock: () => void): void {
  const lockNow = useEffectEvent(lock);
  useEffect(() => {
    const now = () => ({ clock: Date.now(), running: performance.now() });
    let last = now();
    const touched = () => (last = now());
    const look = () => {
      // A clock that was turned back must not keep it open, nor one that stood still while the tablet slept.
      const idle = Math.max(Date.now() - last.clock, performance.now() - last.running);
      if (idle >= minutes * 60_000) lockNow();
    };
    const timer = setInterval(look, lookEveryMs);
    document.addEventListener('visibilitychange', look);
    for (const touch of touches) window.addEventListener(touch, touched, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const touch of touches) window.removeEventListener(touch, touched, { capture: true });
    };
  }, [minutes]);
}
