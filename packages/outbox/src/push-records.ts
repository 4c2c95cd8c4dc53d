import type { MutationResult } from '@huhudao/protocol';
import { holdAnonymous } from './separation.ts';
import type { SyncFailure } from './failures.ts';
import { fitting } from './batches.ts';
import { namedRecord, toMutation, type FrozenRecord, type RecordChange } from './record.ts';
import { askAbout, bothEnds, deviceInstant, failed, fine, type Run, type StepEnd } from './run.ts';

/** So many records in a row failing the server, each sent alone, and the server is taken to be ill. */
const illAfter = 2;

/**
 * Offers every queued record of a street once, oldest sequence first. Nothing is skipped for good: a record that
 * fails the server even when sent alone stays queued. Where the last run ended at such records, this one begins behind
 * them and comes back to them at its end.
 */
export async function pushRecords(run: Run, streetId: string): Promise<StepEnd> {
  const resumed = run.memory.resumeAfter.get(streetId) ?? 0;
  run.memory.resumeAfter.delete(streetId);
  const behind = await pushStretch(run, streetId, { after: resumed, until: Infinity });
  if (resumed === 0 || !behind.goOn || behind.restored || behind.failure?.kind === 'refused') return behind;
  let end = bothEnds(behind, await pushStretch(run, streetId, { after: 0, until: resumed }));
  // What waited for those that were come back to may go now.
  if (end.goOn && end.failure === null && !end.restored)
    end = bothEnds(end, await pushStretch(run, streetId, { after: resumed, until: Infinity }));
  // That these fail the server again says nothing of the server that was not known: what is pulled is not theirs to hold up.
  return run.memory.resumeAfter.has(streetId) ? { ...end, goOn: true } : end;
}

/** Sequences: the first is not of it, the last is. */
type Stretch = { readonly after: number; readonly until: number };

async function pushStretch(run: Run, streetId: string, stretch: Stretch): Promise<StepEnd> {
  let end = fine;
  let failedAlone = 0;
  let { after } = stretch;
  for (;;) {
    const batch = await nextBatch(run, streetId, { ...stretch, after });
    const last = batch.at(-1);
    if (last === undefined) return end;
    const offered = await offer(run, streetId, batch);
    end = bothEnds({ ...end, offered: true }, offered.end);
    if (offered.end.restored) return end;
    if (!offered.again) after = last.sequence;
    if (!end.goOn || offered.end.failure?.kind === 'refused') return end;
    failedAlone = offered.failedAlone ? failedAlone + 1 : 0;
    if (failedAlone === illAfter) {
      run.memory.resumeAfter.set(streetId, after);
      return { ...end, goOn: false };
    }
  }
}

type Offered = {
  readonly end: StepEnd;
  /** The same records have to be offered once more, fewer at a time. */
  readonly again: boolean;
  readonly failedAlone: boolean;
};

const offeredOnce = { again: false, failedAlone: false };

async function nextBatch(run: Run, streetId: string, { after, until }: Stretch): Promise<FrozenRecord[]> {
  for (let from = after; ;) {
    const queued = await run.storage.queued(streetId, from, run.memory.pace);
    const records = queued.filter(({ sequence }) => sequence <= until);
    const timely = await timelyOf(run, records);
    const last = records.at(-1);
    if (timely.length > 0 || last === undefined)
      return timely.slice(0, fitting(timely.map(toMutation), run.policy.bytesPerPush).length);
    from = last.sequence;
  }
}

/**
 * Without those that name a record the server has not had yet: it would refuse them for good. That record is on its way
 * from another tab, or the server has just failed on it.
 */
async function timelyOf(run: Run, records: readonly FrozenRecord[]): Promise<FrozenRecord[]> {
  const timely = new Map<string, FrozenRecord>();
  for (const record of records) {
    const named = namedRecord(record);
    const waits = named !== null && !timely.has(named) && (await isUnsettled(run, named));
    if (!waits) timely.set(record.id, record);
  }
  return [...timely.values()];
}

async function isUnsettled(run: Run, id: string): Promise<boolean> {
  const state = (await run.storage.read(id))?.state;
  return state === 'queued' || state === 'sending';
}

async function offer(run: Run, streetId: string, batch: readonly FrozenRecord[]): Promise<Offered> {
  // Both are on the disk before the first byte leaves.
  await holdAnonymous(run);
  const picked = await run.storage.apply(batch.map(({ id }) => ({ id, event: 'pick' })));
  const sending = new Set(picked.filter(({ state }) => state === 'sending').map(({ id }) => id));
  const sent = batch.filter(({ id }) => sending.has(id));
  // Another tab has settled all of them meanwhile.
  if (sent.length === 0) return { end: fine, ...offeredOnce };
  run.changed();
  const counts = await run.storage.counts();
  const ids = sent.map(({ id }) => id);
  const answer = await askAbout(run, ids, (signal) =>
    run.client.push(
      {
        streetId,
        sentAt: deviceInstant(run),
        // Anonymous responses are not counted here: a number that grew with a visit would tell what it led to.
        unsent: counts.queued,
        oldestUnsentAt: counts.oldestQueuedAt,
        mutations: sent.map(toMutation),
      },
      signal,
    ),
  );
  if (answer.failure !== null) return unanswered(run, ids, answer.failure);
  const { results, epoch, receivedAt } = answer.reply;
  const records = results.map((result) => changeOf(result, receivedAt));
  const restored = await run.storage.settle({ epoch, receivedAt, records, anonymous: [] });
  run.memory.pace = Math.min(run.policy.recordsPerPush, run.memory.pace * 2);
  run.changed();
  const deferred = results.some(({ result }) => result === 'deferred');
  return { end: { ...fine, restored, deferred }, ...offeredOnce };
}

/** Puts the records back, and decides from the kind of failure whether fewer at a time may get through. */
async function unanswered(run: Run, ids: readonly string[], failure: SyncFailure): Promise<Offered> {
  const { kind, error } = failure;
  const [only, ...others] = ids;
  const alone = only !== undefined && others.length === 0;
  if (kind === 'tooLarge' && alone && error !== null) {
    await run.storage.apply([{ id: only, event: 'rejected', error }]);
    run.changed();
    return { end: fine, ...offeredOnce };
  }
  await run.storage.apply(ids.map((id) => ({ id, event: 'unclear', error })));
  run.changed();
  if (kind !== 'busy' && kind !== 'aborted') run.memory.pace = Math.max(1, Math.floor(ids.length / 2));
  if (kind !== 'tooLarge' && kind !== 'serverError') return { end: failed(failure), ...offeredOnce };
  return alone
    ? { end: { ...fine, failure }, again: false, failedAlone: true }
    : { end: fine, again: true, failedAlone: false };
}

/** What the server's word about a record means for its state. */
function changeOf(result: MutationResult, at: string): RecordChange {
  const { id } = result;
  switch (result.result) {
    case 'accepted':
    case 'alreadyAccepted':
      return { id, event: 'acknowledged', at };
    case 'parallel':
      return { id, event: 'acknowledgedParallel', at };
    case 'rejected':
      return { id, event: 'rejected', error: { code: result.code, details: result.details } };
    case 'deferred':
      return { id, event: 'deferred' };
  }
}
