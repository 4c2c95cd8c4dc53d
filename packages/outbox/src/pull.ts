import type { PullResponse } from '@huhudao/protocol';
import { ask, bothEnds, failed, fine, type Run, type StepEnd } from './run.ts';

/** A street that changes all the time must not hold a run for ever; the next run goes on at the cursor. */
const mostPages = 20;

/**
 * Fetches what changed in a street until nothing more has. Called only after every queued record was
 * offered, so that nothing is taken off the tablet before the server has had its work.
 */
export async function pullStreet(run: Run, streetId: string): Promise<StepEnd> {
  for (let count = 0; count < mostPages; count += 1) {
    const since = await run.storage.cursor(streetId);
    const answer = await ask(run, (signal) => run.client.pull(streetId, since, signal));
    if (answer.failure !== null) return failed(answer.failure);
    const page = answer.reply;
    const contact = { epoch: page.epoch, receivedAt: page.serverTime, records: [], anonymous: [] };
    // Before the cursor moves on: the first of two teams at one door hears of the other only here, and the second too
    // where the answer to its push was lost. Told again, it changes nothing.
    const told = { ...contact, met: page.parallelVisits };
    // The page of a restored server answers a cursor of the lost time: it is asked for anew, after the push.
    if (await run.storage.settle(told)) return { ...fine, restored: true };
    await run.storage.applyPull(streetId, since, page);
    run.changed();
    if (page.cursor === since || nothingChanged(page)) return fine;
  }
  return fine;
}

/** Fetches the questionnaires and visit forms the pulled rounds name; they never change once they are here. */
export async function pullVersions(run: Run): Promise<StepEnd> {
  let end = fine;
  for (const hash of await run.storage.missingVersions()) {
    const answer = await ask(run, (signal) => run.client.pullVersion(hash, signal));
    if (answer.failure === null) await run.storage.putVersion(answer.reply);
    else end = bothEnds(end, failed(answer.failure));
    if (!end.goOn) return end;
  }
  run.changed();
  return end;
}

/** Rounds, teams and stairwells come whole with every page; these lists hold only what changed. */
function nothingChanged({ households, assignments, plans, revisits, issues }: PullResponse): boolean {
  return [households, assignments, plans, revisits, issues].every((list) => list.length === 0);
}
