import {
  anonymousBatchMinimum,
  newRandomId,
  type BodyOf,
  type MutationResult,
  type pushSealed,
} from '@huhudao/protocol';
import type { AnonymousChange, AnonymousItem } from './anonymous-record.ts';
import { anonymousBatches, fitting, shuffled } from './batches.ts';
import { dayMs, remainder } from './policy.ts';
import type { RecordError } from './record.ts';
import { askAbout, bothEnds, failed, fine, type Run, type StepEnd } from './run.ts';
import { heldForMs, holdPhotos, mayLeave } from './separation.ts';

type Waiting = Extract<AnonymousItem, { state: 'waiting' }>;
type Batched = Extract<AnonymousItem, { state: 'batched' }>;
type Sealed = Extract<AnonymousItem, { state: 'sealed' }>;

/**
 * Sends what may leave: batches of five or more of one round, and boxes. A batch is written down before it is sent
 * and sent again as the same whole until all of it is settled: a retry joined by newcomers would show which of them
 * are new. In a turn of theirs records wait; outside it, what is sent here waits for every record.
 */
export async function pushAnonymousResponses(run: Run, turn: boolean): Promise<StepEnd> {
  const { anonymousNotBefore, remainderDueAt } = await run.storage.marks();
  if (heldForMs(run, anonymousNotBefore) > 0) return fine;
  await formBatches(run);
  if (remainderDueInMs(run, remainderDueAt) === 0) await sealRemainder(run);
  let end = fine;
  for (const batch of await batches(run)) {
    if (!(await mayLeave(run, turn))) return end;
    end = bothEnds(end, await offerBatch(run, batch));
    if (!end.goOn || end.restored) return end;
  }
  for (const boxes of await boxesToSend(run)) {
    if (!(await mayLeave(run, turn))) return end;
    end = bothEnds(end, await offerBoxes(run, boxes));
    if (!end.goOn || end.restored) return end;
  }
  await run.storage.hold({ anonymousNotBefore: null, anonymousPutOffSince: null });
  return end;
}

type Due = Pick<Run, 'storage' | 'clock' | 'random' | 'policy'>;

/** When anonymous responses next have something to do, in milliseconds from now; null where none are here. */
export async function anonymousDueInMs(run: Due): Promise<number | null> {
  const readyIn = await readyInMs(run);
  if (readyIn === null) return null;
  return Math.max(heldForMs(run, (await run.storage.marks()).anonymousNotBefore), readyIn);
}

/** Whether anonymous responses would leave if nothing held them back. */
export async function anonymousReady(run: Due): Promise<boolean> {
  return (await readyInMs(run)) === 0;
}

async function readyInMs(run: Due): Promise<number | null> {
  const items = await run.storage.anonymousIn(['waiting', 'batched', 'sealed']);
  if (items.length === 0) return null;
  const groups = byRound(items.filter((item) => item.state === 'waiting'));
  const ready =
    items.some((item) => item.state !== 'waiting') ||
    groups.some((group) => group.length >= anonymousBatchMinimum);
  return ready ? 0 : (remainderDueInMs(run, (await run.storage.marks()).remainderDueAt) ?? 0);
}

async function formBatches(run: Run): Promise<void> {
  const limits = { most: run.policy.recordsPerPush, bytes: run.policy.bytesPerPush };
  for (const group of byRound(await waiting(run)))
    for (const batch of anonymousBatches(group, limits, run.random))
      await run.storage.formBatch(
        newRandomId(),
        batch.map(({ id }) => id),
      );
}

async function sealRemainder(run: Run): Promise<void> {
  const left = await waiting(run);
  if (left.length > 0) await run.storage.applyAnonymous(left.map(({ id }) => ({ id, event: 'sealed' })));
}

async function waiting(run: Run): Promise<Waiting[]> {
  return (await run.storage.anonymousIn(['waiting'])).filter((item) => item.state === 'waiting');
}

async function batches(run: Run): Promise<Batched[][]> {
  const items = (await run.storage.anonymousIn(['batched'])).filter((item) => item.state === 'batched');
  const groups = [...Map.groupBy(items, ({ batchId }) => batchId).values()];
  return shuffled(groups, run.random).map((group) => shuffled(group, run.random));
}

async function boxesToSend(run: Run): Promise<Sealed[][]> {
  const items = (await run.storage.anonymousIn(['sealed'])).filter((item) => item.state === 'sealed');
  const pieces: Sealed[][] = [];
  for (const group of Map.groupBy(items, ({ streetId }) => streetId).values()) {
    let left = shuffled(group, run.random);
    while (left.length > 0) {
      const piece = fitting(left.slice(0, run.memory.pace), run.policy.bytesPerPush);
      pieces.push(piece);
      left = left.slice(piece.length);
    }
  }
  return pieces;
}

function offerBatch(run: Run, batch: readonly Batched[]): Promise<StepEnd> {
  const responses = batch.map(({ response }) => response);
  return offer(run, batch, (streetId, signal) => run.client.pushAnonymous({ streetId, responses }, signal));
}

function offerBoxes(run: Run, boxes: readonly Sealed[]): Promise<StepEnd> {
  const sealed = boxes.map(({ id, roundId, box }): BodyOf<typeof pushSealed>['sealed'][number] => ({
    id,
    roundId,
    box,
  }));
  return offer(run, boxes, (streetId, signal) => run.client.pushSealed({ streetId, sealed }, signal));
}

type Reply = { results: MutationResult[]; epoch: string; receivedAt: string };

async function offer(
  run: Run,
  items: readonly (Batched | Sealed)[],
  request: (streetId: string, signal: AbortSignal) => Promise<Reply>,
): Promise<StepEnd> {
  const [first] = items;
  if (first === undefined) return fine;
  await holdPhotos(run);
  const ids = items.map(({ id }) => id);
  const answer = await askAbout(run, ids, (signal) => request(first.streetId, signal));
  if (answer.failure !== null) {
    const { kind, error } = answer.failure;
    const wrongSize = kind === 'tooLarge' || error?.code === 'batchTooSmall';
    // Of a revoked tablet the office takes boxes, and looks into none.
    const revoked = kind === 'deviceRevoked' && first.state === 'batched';
    if (!(wrongSize || revoked) || error === null) return failed(answer.failure);
    await run.storage.applyAnonymous(ids.map((id) => resized(id, items.length, first.state, error)));
    run.memory.pace = Math.max(1, Math.floor(items.length / 2));
    return { ...fine, deferred: true };
  }
  const { results, epoch, receivedAt } = answer.reply;
  const deferred = results.some(({ result }) => result === 'deferred');
  // Of a batch that was put off in part nothing is settled: it has to stay whole to be sent again.
  const anonymous = deferred ? [] : results.map((result) => changeOf(result, receivedAt));
  const restored = await run.storage.settle({ epoch, receivedAt, records: [], anonymous });
  run.changed();
  return { ...fine, restored, deferred };
}

/** A batch the server does not take as it is goes as boxes; a single box that is too large is refused for good. */
function resized(
  id: string,
  count: number,
  state: 'batched' | 'sealed',
  error: RecordError,
): AnonymousChange {
  return state === 'sealed' && count === 1 ? { id, event: 'rejected', error } : { id, event: 'sealed' };
}

function changeOf(result: MutationResult, receivedAt: string): AnonymousChange {
  const { id } = result;
  return result.result === 'rejected'
    ? { id, event: 'rejected', error: { code: result.code, details: result.details } }
    : { id, event: 'acknowledged', confirmedBy: sundayOf(receivedAt) };
}

/** The Sunday that ends the week of an instant, in UTC: a week is all that is remembered of a confirmation. */
function sundayOf(instant: string): string {
  const at = Date.parse(instant);
  const daysLeft = (7 - new Date(at).getUTCDay()) % 7;
  return new Date(at + daysLeft * dayMs).toISOString().slice(0, 10);
}

/** 0 where the remainder is due; null where nothing waits. */
function remainderDueInMs(run: Pick<Run, 'clock'>, dueAt: string | null): number | null {
  if (dueAt === null) return null;
  const ahead = Date.parse(dueAt) - run.clock.now();
  // Further ahead than it can have been set: the clock was turned back.
  return ahead > remainder.mostMs ? 0 : Math.max(0, ahead);
}

/** Batches are of one round; a street is part of the key because a request names one. */
function byRound(items: readonly Waiting[]): Waiting[][] {
  return [...Map.groupBy(items, ({ streetId, roundId }) => `${streetId} ${roundId}`).values()];
}
