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
import { pushRecords } from './push-records.ts';
import { pullStreet, pullVersions } from './pull.ts';
import { bothEnds, deviceInstant, fine, type EngineMemory, type Run, type StepEnd } from './run.ts';
import type { SyncStorage } from './storage.ts';
import { statusOf, type SyncStatus } from './sync-status.ts';

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
   * One run: push all queued records, anonymous responses if their moment has come, pull. Never rejects for what
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

export function createSyncEngine(options: SyncEngineOptions): SyncEngine {
  const { storage, client, streetIds, lockName, locks = noLocks } = options;
  const { clock = systemClock, random = cryptoRandom, policy = defaultPolicy } = options;
  const listeners = new Set<() => void>();
  const memory: EngineMemory = { pace: policy.recordsPerPush, resumeAfter: new Map() };
  let current: Promise<RunEnd> | null = null;
  let problem: SyncFailure | null = null;
  let failuresInARow = 0;
  const changed = (): void => listeners.forEach((listener) => listener());

  async function exclusively(signal: AbortSignal): Promise<RunEnd> {
    const run: Run = { storage, client, clock, random, policy, signal, memory, changed };
    const end = await locks.ifFree(lockName, () => runOnce(run, streetIds()));
    if (end === undefined) return { result: 'elsewhere', failure: null, nextInMs: policy.idleMs };
    problem = end.failure;
    const unsettled = end.failure !== null || end.deferred || end.restored;
    failuresInARow = unsettled ? failuresInARow + 1 : 0;
    const result = end.failure === null ? 'done' : 'failed';
    if (unsettled) return { result, failure: end.failure, nextInMs: retryInMs(end.failure) };
    return {
      result,
      failure: null,
      nextInMs: Math.min(policy.idleMs, (await anonymousDueInMs(run)) ?? Infinity),
    };
  }

  function retryInMs(failure: SyncFailure | null): number | null {
    const waitsForSomebody = ['signInNeeded', 'deviceRevoked', 'aborted'];
    if (failure !== null && waitsForSomebody.includes(failure.kind)) return null;
    return backOffMs(failuresInARow, failure, policy.backOff, random);
  }

  function start(signal: AbortSignal = new AbortController().signal): Promise<RunEnd> {
    current ??= exclusively(signal).finally(() => {
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
      const [records, anonymous, marks] = [storage.counts(), storage.anonymousCounts(), storage.marks()];
      return statusOf(await records, await anonymous, await marks, { running: current !== null, problem });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
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
  let end = fine;
  for (const streetId of await run.storage.streetsWithWork()) {
    end = bothEnds(end, await pushRecords(run, streetId));
    if (!end.goOn || end.restored) return end;
  }
  // Never in the run that offered records: what arrives together belongs together.
  if (!end.offered) end = bothEnds(end, await pushAnonymousResponses(run));
  for (const streetId of streetIds) {
    if (!end.goOn || end.restored) return end;
    end = bothEnds(end, await pullStreet(run, streetId));
  }
  if (!end.goOn || end.restored) return end;
  end = bothEnds(end, await pullVersions(run));
  if (end.failure === null) await forgetLongConfirmed(run);
  return end;
}

/** Counted by the server's clock alone, so that no jump of the tablet's can shorten the month. */
async function forgetLongConfirmed({ storage }: Run): Promise<void> {
  const { lastContactAt } = await storage.marks();
  if (lastContactAt === null) return;
  const before = Date.parse(lastContactAt) - keepConfirmedDays * dayMs;
  await storage.forgetConfirmedBefore(new Date(before).toISOString());
}
