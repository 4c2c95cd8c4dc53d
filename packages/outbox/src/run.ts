import { failureOf, unrecognisedReply, type SyncFailure } from './failures.ts';
import type { SyncPolicy } from './policy.ts';
import type { Clock, Random, SyncClient } from './ports.ts';
import type { SyncStorage } from './storage.ts';

/** What lasts from run to run while the app is open; all of it may be lost without harm. */
export type EngineMemory = {
  /** Records in the next push: fewer after a failure, twice as many after a success. */
  pace: number;
  /** Bytes in the next part of a photo: fewer after a silence, twice as many after a success. */
  photoPart: number;
  /** Sequence after which the next push of a street begins, where the records before it keep failing the server. */
  readonly resumeAfter: Map<string, number>;
};

/** One run and all it works with. */
export type Run = {
  readonly storage: SyncStorage;
  readonly client: SyncClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly policy: SyncPolicy;
  readonly signal: AbortSignal;
  readonly memory: EngineMemory;
  /** Whether photos may leave at this moment. */
  readonly mayUpload: () => boolean;
  /** Told after everything that may have changed what the status says. */
  readonly changed: () => void;
};

/** How a step of a run ended. */
export type StepEnd = {
  readonly failure: SyncFailure | null;
  /** False where further requests would fail as well. */
  readonly goOn: boolean;
  /** The server turned out to be restored: what it had confirmed is queued again. */
  readonly restored: boolean;
  /** Something was put off by the server: come back later. */
  readonly deferred: boolean;
  /** Records left, or may have left, the tablet. */
  readonly offered: boolean;
  /** Records were not offered because it is the turn of the anonymous responses. */
  readonly waited: boolean;
};

export const fine: StepEnd = {
  failure: null,
  goOn: true,
  restored: false,
  deferred: false,
  offered: false,
  waited: false,
};

/** Ends a step; only a refusal that concerns one street lets the run go on with the next. */
export function failed(failure: SyncFailure): StepEnd {
  return { ...fine, failure, goOn: failure.kind === 'refused' };
}

export function bothEnds(first: StepEnd, second: StepEnd): StepEnd {
  return {
    failure: second.failure ?? first.failure,
    goOn: first.goOn && second.goOn,
    restored: first.restored || second.restored,
    deferred: first.deferred || second.deferred,
    offered: first.offered || second.offered,
    waited: first.waited || second.waited,
  };
}

export type Answer<T> = { readonly reply: T; readonly failure: null } | { readonly failure: SyncFailure };

/** Makes one request, gives it up after the policy's silence, and classifies whatever goes wrong. */
export async function ask<T>(run: Run, request: (signal: AbortSignal) => Promise<T>): Promise<Answer<T>> {
  const patience = new AbortController();
  const stop = run.clock.after(run.policy.requestTimeoutMs, () => patience.abort());
  try {
    run.signal.throwIfAborted();
    return { reply: await request(AbortSignal.any([run.signal, patience.signal])), failure: null };
  } catch (thrown) {
    return { failure: failureOf(thrown, run.signal.aborted) };
  } finally {
    stop();
  }
}

/** Sends what was offered and makes sure that the reply speaks of exactly that; anything else answers nothing. */
export async function askAbout<T extends { results: readonly { id: string }[] }>(
  run: Run,
  ids: readonly string[],
  request: (signal: AbortSignal) => Promise<T>,
): Promise<Answer<T>> {
  const answer = await ask(run, request);
  if (answer.failure !== null) return answer;
  const answered = new Set(answer.reply.results.map((result) => result.id));
  const exact = answer.reply.results.length === ids.length && ids.every((id) => answered.has(id));
  return exact ? answer : { failure: unrecognisedReply('results') };
}

/** The tablet's clock as the wire has it. */
export function deviceInstant(run: Pick<Run, 'clock'>, laterMs = 0): string {
  return new Date(run.clock.now() + laterMs).toISOString();
}
