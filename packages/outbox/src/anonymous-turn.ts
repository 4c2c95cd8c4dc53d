/**
 * A record that the server neither takes nor refuses is offered in every run, and every push of records puts the
 * anonymous responses off. Where that has gone on for half an hour they get a turn: records wait until the
 * anonymous responses may leave, a minute in which they do, and a gap drawn as any other: both stay as far apart as
 * ever. However the turn ends, the records have theirs after it.
 */
import { anonymousDueInMs, anonymousReady } from './push-anonymous.ts';
import { deviceInstant, type Run } from './run.ts';
import { drawnGapMs, heldForMs, recordsRemain, recordsWaitMs } from './separation.ts';

/** When to run again where records wait, in milliseconds. */
export async function nextInTurnMs(run: Run): Promise<number> {
  const [recordsIn, dueIn] = [await recordsWaitMs(run), (await anonymousDueInMs(run)) ?? Infinity];
  return recordsIn - dueIn >= run.policy.separation.leastMs ? dueIn : recordsIn;
}

/**
 * Called where anonymous responses did not get to leave in a run that reached the server. Begins their turn if they
 * have been put off for long and records are still here, so that the next runs would put them off again.
 */
export async function putOffAnonymous(run: Run): Promise<void> {
  const { anonymousPutOffSince, anonymousNotBefore } = await run.storage.marks();
  if (!(await recordsRemain(run)) || !(await anonymousReady(run))) return;
  if (anonymousPutOffSince === null) return run.storage.hold({ anonymousPutOffSince: deviceInstant(run) });
  const putOffMs = run.clock.now() - Date.parse(anonymousPutOffSince);
  // Less than nothing: the clock was turned back. It must not make them wait longer.
  if (putOffMs >= 0 && putOffMs < run.policy.separation.turnAfterMs) return;
  const waitMs = heldForMs(run, anonymousNotBefore) + run.policy.separation.leastMs + drawnGapMs(run);
  await run.storage.hold({ recordsNotBefore: deviceInstant(run, waitMs), anonymousPutOffSince: null });
}
