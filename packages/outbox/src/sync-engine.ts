import { z } from 'zod';
import { backOffMs } from './back-off.ts';
import type { SyncFailure } from './failures.ts';
import { dayMs, defaultPolicy, keepConfirmedDays, type SyncPolicy } from './policy.ts';
import {
  cryptoRandom,
  noLocks,
  systemClock,
  type Clock,
  type Locks,
  type Random,
  type SyncClient,
} from './ports.ts';
import { anonymousDueInMs, pushAnonymousResponses } from './push-anonymous.ts';
import { nextInTurnMs, putOffAnonymous } from './anonymous-turn.ts';
import { pushRecords } from './push-records.ts';
import { pullStreet, pullVersions } from './pull.ts';
import { bothEnds, deviceInstant, fine, type EngineMemory, type Run, type StepEnd } from './run.ts';
import { recordsRemain, recordsWaitMs } from './separation.ts';
import type { SyncStorage } from './storage.ts';
import { statusOf, type SyncStatus } from './sync-status.ts';
import { photosDueInMs, uploadPhotos } from './upload-photos.ts';

export type SyncEngineOptions = {
  readonly storage: SyncStorage;
  readonly client: SyncClient;
  /** The streets the signed-in person works in. */
  readonly streetIds: () => readonly string[];
  /** One name a store: runs of two people's stores do not exclude each other. */
  readonly lockName: string;
  readonly locks?: Locks;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly policy?: SyncPolicy;
  /** Whether photos may leave at this moment: asked before each request for one. Always, where it is not given. */
  readonly mayUpload?: () => boolean;
};

export type RunEnd = {
  /** `elsewhere`: another tab holds the lock. */
  readonly result: 'done' | 'failed' | 'elsewhere';
  readonly failure: SyncFailure | null;
  /** When to run again of one's own accord, in milliseconds; null where only somebody's doing can change anything. */
  readonly nextInMs: number | null;
};

export type SyncEngine = {
  /**
   * One run: push all queued records, anonymous responses if their moment has come, pull, photos. Never rejects for what
   * network or server do. While a run is going on, a second call gets that run.
   */
  run(signal?: AbortSignal): Promise<RunEnd>;
  /** The worker ends the shift: remainders too small for a batch are sealed and sent as soon as they may leave. */
  endShift(signal?: AbortSignal): Promise<RunEnd>;
  status(): Promise<SyncStatus>;
  /** Calls back whenever the status may have changed by a run; returns how to stop. */
  subscribe(listener: () => void): () => void;
};

/** A server whose epoch changes this often within one run is not to be believed. */
const mostRestores = 2;

/** What outlasts a run while the app is open. */
type Lasting = {
  readonly memory: EngineMemory;
  problem: SyncFailure | null;
  failuresInARow: number;
};

export function createSyncEngine(options: SyncEngineOptions): SyncEngine {
  const { storage, policy = defaultPolicy, clock = systemClock, random = cryptoRandom } = options;
  const { mayUpload = () => true } = options;
  const listeners = new Set<() => void>();
  const memory = freshMemory(policy);
  const lasting: Lasting = { memory, problem: null, failuresInARow: 0 };
  let current: Promise<RunEnd> | null = null;
  const changed = (): void => listeners.forEach((listener) => listener());

  function start(signal: AbortSignal = new AbortController().signal): Promise<RunEnd> {
    const run = {
      storage,
      client: options.client,
      clock,
      random,
      policy,
      signal,
      memory,
      changed,
      mayUpload,
    };
    current ??= exclusively(run, options, lasting).finally(() => {
      current = null;
      changed();
    });
    changed();
    return current;
  }

  return {
    run: start,
    endShift: async (signal) => {
      await storage.dueRemainderAt(deviceInstant({ clock }));
      return start(signal);
    },
    status: async () => {
      const counted = await countAll(storage);
      const run = { running: current !== null, problem: lasting.problem };
      return statusOf(counted, await storage.marks(), run);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const freshMemory = ({ recordsPerPush, photoPart }: SyncPolicy): EngineMemory => ({
  pace: recordsPerPush,
  photoPart: photoPart.most,
  resumeAfter: new Map(),
});

async function countAll(storage: SyncStorage) {
  const [records, anonymous, photos] = await Promise.all([
    storage.counts(),
    storage.anonymousCounts(),
    storage.photoCounts(),
  ]);
  return { records, anonymous, photos };
}

async function exclusively(run: Run, options: SyncEngineOptions, lasting: Lasting): Promise<RunEnd> {
  const { lockName, locks = noLocks, streetIds } = options;
  const end = await locks.ifFree(lockName, () => runOnce(run, streetIds()));
  if (end === undefined) return { result: 'elsewhere', failure: null, nextInMs: run.policy.idleMs };
  const { failure } = end;
  // Of records that had to wait nothing new is known.
  lasting.problem = failure ?? (end.waited ? lasting.problem : null);
  const unsettled = failure !== null || end.deferred || end.restored;
  if (unsettled) lasting.failuresInARow += 1;
  else if (!end.waited) lasting.failuresInARow = 0;
  const result = failure === null ? 'done' : 'failed';
  if (failure?.kind === 'deviceRevoked')
    return { result, failure, nextInMs: await handOverInMs(run, lasting.failuresInARow) };
  if (unsettled) return { result, failure, nextInMs: retryInMs(run, failure, lasting.failuresInARow) };
  const wantedIn = end.waited ? await nextInTurnMs(run) : ((await anonymousDueInMs(run)) ?? Infinity);
  const nextInMs = Math.min(run.policy.idleMs, wantedIn, (await photosDueInMs(run)) ?? Infinity);
  return { result, failure, nextInMs };
}

/** A revoked tablet runs on until the office has what it held, then no more; see SPEC.md, "A revoked tablet". */
async function handOverInMs(run: Run, failuresInARow: number): Promise<number | null> {
  const { queued, sending } = await run.storage.counts();
  const anonymous = await anonymousDueInMs(run);
  const { waiting, uploading } = await run.storage.photoCounts();
  const photos = run.mayUpload() ? waiting + uploading : 0;
  if (queued + sending + photos === 0 && anonymous === null) return null;
  return Math.max(anonymous ?? 0, backOffMs(failuresInARow, null, run.policy.backOff, run.random));
}

function retryInMs(run: Run, failure: SyncFailure | null, failuresInARow: number): number | null {
  const waitsForSomebody = ['signInNeeded', 'aborted'];
  if (failure !== null && waitsForSomebody.includes(failure.kind)) return null;
  return backOffMs(failuresInARow, failure, run.policy.backOff, run.random);
}

/** Starts over where the server turns out to be restored, so that nothing is pulled before it has its work back. */
async function runOnce(run: Run, streetIds: readonly string[]): Promise<StepEnd> {
  await run.storage.restart();
  let end = fine;
  for (let restores = 0; restores <= mostRestores; restores += 1) {
    end = await steps(run, streetIds);
    if (!end.restored) return end;
  }
  return end;
}

async function steps(run: Run, streetIds: readonly string[]): Promise<StepEnd> {
  let end = (await recordsWaitMs(run)) > 0 ? await anonymousTurn(run) : await records(run);
  // Nothing is taken off the tablet before the server has had its work.
  if (end.waited) return end;
  for (const streetId of streetIds) {
    if (!end.goOn || end.restored) break;
    end = bothEnds(end, await pullStreet(run, streetId));
  }
  if (end.restored) return end;
  // A revoked tablet hands its photos over as well; nothing else is open to it.
  if (end.failure?.kind === 'deviceRevoked') return handOver(run, end, end.failure);
  if (!end.goOn) return end;
  end = bothEnds(end, await pullVersions(run));
  // Last of all: a picture is never in the way of a record.
  if (end.goOn) end = bothEnds(end, await uploadPhotos(run));
  if (end.failure === null) await forgetLongConfirmed(run);
  return end;
}

/** What is told of a server to a tablet it has shut out. */
const shutOutBy = z.object({ epoch: z.string(), receivedAt: z.string() });

/** Nothing but refusals is heard any more, so that they tell of a restored server, to which everything is offered again. */
async function handOver(run: Run, end: StepEnd, { error }: SyncFailure): Promise<StepEnd> {
  const server = shutOutBy.safeParse(error?.details);
  const told = server.success ? { ...server.data, records: [], anonymous: [] } : null;
  if (told !== null && (await run.storage.settle(told))) return { ...end, restored: true };
  // However the photos fare, that it is out of use is what the tablet has to know.
  return { ...bothEnds(end, await uploadPhotos(run)), failure: end.failure };
}

/** Records wait; all else about them is as it was. */
async function anonymousTurn(run: Run): Promise<StepEnd> {
  const end = await pushAnonymousResponses(run, true);
  return { ...end, waited: await recordsRemain(run) };
}

async function records(run: Run): Promise<StepEnd> {
  let end = fine;
  for (const streetId of await run.storage.streetsWithWork()) {
    end = bothEnds(end, await pushRecords(run, streetId));
    if (!end.goOn || end.restored) break;
  }
  if (end.restored) return end;
  // Never in the run that offered records: what arrives together belongs together.
  if (end.goOn && !end.offered && !(await recordsRemain(run)))
    return bothEnds(end, await pushAnonymousResponses(run, false));
  // Where nobody answers, it is not the records that are in the way.
  if (end.goOn || end.failure?.kind === 'serverError') await putOffAnonymous(run);
  return end;
}

/** Counted by the server's clock alone, so that no jump of the tablet's can shorten the month. */
async function forgetLongConfirmed({ storage }: Run): Promise<void> {
  const { lastContactAt } = await storage.marks();
  if (lastContactAt === null) return;
  const before = Date.parse(lastContactAt) - keepConfirmedDays * dayMs;
  await storage.forgetConfirmedBefore(new Date(before).toISOString());
}
