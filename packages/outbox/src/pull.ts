import type { PullResponse } from '@huhudao/protocol';
import type { RecordChange } from './record.ts';
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
    // The page of a restored server answers a cursor of the lost time: it is asked for anew, after the push.
    if (await settlePage(run, page)) return { ...fine, restored: true };
    await run.storage.applyPull(streetId, since, page);
    run.changed();
    if (page.cursor === since || nothingChanged(page)) return fine;
  }
  return fine;
}

/** Takes in what a page says besides reference data, before the cursor moves on. Whether the server was restored. */
async function settlePage(run: Run, page: PullResponse): Promise<boolean> {
  const contact = { epoch: page.epoch, receivedAt: page.serverTime, records: [], anonymous: [] };
  if (await run.storage.settle(contact)) return true;
  const records = await metByOthers(run, page);
  return records.length > 0 && run.storage.settle({ ...contact, records });
}

/**
 * Records of this tablet whose visits stand beside another team's: the first team hears of it only here, and the second
 * where the answer to its push was lost. Told again, it changes nothing.
 */
async function metByOthers({ storage }: Run, page: PullResponse): Promise<RecordChange[]> {
  const changes: RecordChange[] = [];
  for (const id of page.parallelVisits) {
    const state = (await storage.read(id))?.state;
    if (state === undefined || state === 'parallel') continue;
    changes.push({ id, event: 'acknowledgedParallel', at: page.serverTime });
  }
  return changes;
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
