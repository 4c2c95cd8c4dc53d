/**
 * Keeps anonymous responses apart in time from the visits they belong to.
 *
 * Before a push of records the moment is written down before which no anonymous response may leave: drawn evenly from
 * one to five minutes ahead at the first push, and moved on where a later push would come closer than one minute.
 * A run that offered records sends no anonymous responses at all.
 *
 * Photos are held apart in the same way: before one is sent the anonymous responses are held back as before a push, and
 * before anonymous responses are sent the photos are.
 *
 * In a turn of the anonymous responses (`anonymous-turn.ts`) records wait, and the last minute belongs to nobody.
 */
import { deviceInstant, type Run } from './run.ts';

type Held = Pick<Run, 'storage' | 'clock' | 'random' | 'policy'>;

/** Called before records are sent. */
export async function holdAnonymous(run: Held): Promise<void> {
  const { leastMs } = run.policy.separation;
  const { anonymousNotBefore } = await run.storage.marks();
  const waiting = heldForMs(run, anonymousNotBefore);
  const wanted = waiting > 0 ? Math.max(waiting, leastMs) : drawnGapMs(run);
  if (wanted !== waiting) await run.storage.hold({ anonymousNotBefore: deviceInstant(run, wanted) });
}

/** Records are here that have not left, or whose end is unknown. */
export async function recordsRemain({ storage }: Held): Promise<boolean> {
  const { queued, sending } = await storage.counts();
  return queued + sending > 0;
}

/** Whether a request with anonymous responses may leave now, as far as records are concerned. */
export async function mayLeave(run: Held, turn: boolean): Promise<boolean> {
  if (turn) return (await recordsWaitMs(run)) >= run.policy.separation.leastMs;
  // A visit may be finished while this goes on: its answers must not arrive beside it.
  return !(await recordsRemain(run));
}

/** Evenly from one to five minutes. */
export function drawnGapMs({ random, policy }: Held): number {
  const { leastMs, mostMs } = policy.separation;
  return leastMs + random() * (mostMs - leastMs);
}

/** How long anonymous responses are still held back, in milliseconds; 0 where they may leave. */
export function heldForMs(run: Held, notBefore: string | null): number {
  return aheadMs(run, notBefore, run.policy.separation.mostMs);
}

/** How long records wait because it is the turn of the anonymous responses, in milliseconds; 0 where it is not. */
export async function recordsWaitMs(run: Held): Promise<number> {
  const { leastMs, mostMs } = run.policy.separation;
  // As long as the anonymous responses were held back, the minute in which they may leave, and a gap.
  return aheadMs(run, (await run.storage.marks()).recordsNotBefore, mostMs + leastMs + mostMs);
}

/** Called before anonymous responses are sent: a photo names its tablet, and must not arrive beside them. */
export async function holdPhotos(run: Held): Promise<void> {
  await run.storage.hold({ photosNotBefore: deviceInstant(run, drawnGapMs(run)) });
}

/** How long photos are still held back, in milliseconds; 0 where they may leave. */
export async function photosWaitMs(run: Held): Promise<number> {
  return aheadMs(run, (await run.storage.marks()).photosNotBefore, run.policy.separation.mostMs);
}

function aheadMs({ clock }: Held, notBefore: string | null, mostMs: number): number {
  if (notBefore === null) return 0;
  const ahead = Date.parse(notBefore) - clock.now();
  // Further ahead than it can have been set: the clock was turned back, and the moment says nothing any more.
  return ahead > mostMs ? 0 : Math.max(0, ahead);
}
