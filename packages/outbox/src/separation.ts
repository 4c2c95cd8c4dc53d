/**
 * Keeps anonymous responses apart in time from the visits they belong to.
 *
 * Before a push of records the moment is written down before which no anonymous response may leave: drawn evenly from
 * one to five minutes ahead at the first push, and moved on where a later push would come closer than one minute.
 * A run that offered records sends no anonymous responses at all.
 */
import { deviceInstant, type Run } from './run.ts';

type Held = Pick<Run, 'storage' | 'clock' | 'random' | 'policy'>;

/** Called before records are sent. */
export async function holdAnonymous(run: Held): Promise<void> {
  const { leastMs, mostMs } = run.policy.separation;
  const { anonymousNotBefore } = await run.storage.marks();
  const waiting = heldForMs(run, anonymousNotBefore);
  const drawn = leastMs + run.random() * (mostMs - leastMs);
  const wanted = waiting > 0 ? Math.max(waiting, leastMs) : drawn;
  if (wanted !== waiting) await run.storage.holdAnonymousUntil(deviceInstant(run, wanted));
}

/** How long anonymous responses are still held back, in milliseconds; 0 where they may leave. */
export function heldForMs({ clock, policy }: Held, notBefore: string | null): number {
  if (notBefore === null) return 0;
  const ahead = Date.parse(notBefore) - clock.now();
  // Further ahead than it can have been set: the clock was turned back, and the moment says nothing any more.
  return ahead > policy.separation.mostMs ? 0 : Math.max(0, ahead);
}
