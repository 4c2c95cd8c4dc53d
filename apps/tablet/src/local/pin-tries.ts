/**
 * How often a PIN may be tried. A try is counted on the disk before it is checked, so that switching the tablet off in
 * between makes none undone; the right PIN sets the count back to nothing.
 */

/** `waitsUntil`: device time in milliseconds before which no further PIN is looked at. */
export type Tries = { failed: number; waitsUntil: number };

/** After so many wrong PINs the tablet forgets its half of the secret, and only the password helps. */
export const mostTries = 10;
/** From this wrong PIN on one has to wait, each time twice as long. */
const firstWaitAt = 5;
const firstWaitMs = 30_000;

export const noTries: Tries = { failed: 0, waitsUntil: 0 };

/** The count once another PIN was given. */
export function counted({ failed }: Tries, now: number): Tries {
  const next = failed + 1;
  return { failed: next, waitsUntil: now + waitAfter(next) };
}

export const triesLeft = ({ failed }: Tries): number => Math.max(0, mostTries - failed);

/** How long no PIN is looked at, in milliseconds. A clock turned back makes the wait no longer than it began. */
export function waitLeft({ failed, waitsUntil }: Tries, now: number): number {
  return Math.min(waitAfter(failed), Math.max(0, waitsUntil - now));
}

/** How long one waits after so many wrong PINs, in milliseconds. */
export function waitAfter(failed: number): number {
  return failed < firstWaitAt || failed >= mostTries ? 0 : firstWaitMs * 2 ** (failed - firstWaitAt);
}
