import type { Clock } from '../ports.ts';

/** A clock that a test moves by hand. */
export function manualClock(start: number) {
  let now = start;
  const timers = new Set<{ at: number; callBack: () => void }>();

  /** Lets so much time pass, calling back what falls due on the way. */
  async function pass(ms: number): Promise<void> {
    const end = now + ms;
    for (;;) {
      await settled();
      const due = [...timers].toSorted((a, b) => a.at - b.at).find(({ at }) => at <= end);
      if (due === undefined) break;
      timers.delete(due);
      now = Math.max(now, due.at);
      due.callBack();
    }
    now = end;
  }

  const clock: Clock & { set: (ms: number) => void; pass: typeof pass; waiting: () => number } = {
    now: () => now,
    after: (ms, callBack) => {
      const timer = { at: now + ms, callBack };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    /** Moves what the clock shows; what waits goes on waiting as long as before. */
    set: (ms) => {
      for (const timer of timers) timer.at += ms - now;
      now = ms;
    },
    pass,
    waiting: () => timers.size,
  };
  return clock;
}

/** Everything that can go on without time passing has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
