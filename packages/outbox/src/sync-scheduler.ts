import type { RunEnd, SyncEngine } from './sync-engine.ts';
import { systemClock, type Clock } from './ports.ts';

export type SyncScheduler = {
  /**
   * Something may be sent now: a record was frozen, the network seems to be back, the screen was opened, the browser's
   * sync event came. A hint and no more; it never shortens a wait the server asked for.
   */
  wake(): void;
  /** Somebody asks to send now. Unlike a hint it also ends a wait that was only the tablet's own caution. */
  syncNow(): void;
  endShift(): void;
  /** Somebody signed in again. */
  resume(): void;
  /** Schedules nothing any more; what is going on may end. Resolves when it has. */
  finish(): Promise<void>;
  /** Calls off what is going on and schedules nothing any more. Records stay as they are. */
  stop(): void;
};

export type SchedulerOptions = {
  readonly clock?: Clock;
  /** Told what only a fault of the store or of the program can throw. */
  readonly onError: (error: unknown) => void;
};

/** Even a reply that asks for no wait is not answered by an endless loop of requests. */
const leastGapMs = 1000;
/** After a fault of the store. */
const faultGapMs = 60_000;

/** Runs the engine now, whenever it asks for it, and when woken; waits while the server or a sign-in wants it. */
export function startScheduler(engine: SyncEngine, options: SchedulerOptions): SyncScheduler {
  const runner = new Runner(engine, options);
  runner.run();
  return {
    wake: () => runner.wake(),
    syncNow: () => runner.syncNow(),
    endShift: () => void runner.go((signal) => engine.endShift(signal)),
    resume: () => runner.resume(),
    finish: () => runner.finish(),
    stop: () => runner.stop(),
  };
}

/**
 * `free`: a wake runs at once. `backingOff`: the timer does, or somebody's tap. `askedToWait`: only the timer does.
 * `paused`: nothing does until `resume`.
 */
type Mode = 'free' | 'backingOff' | 'askedToWait' | 'paused';

class Runner {
  readonly #engine: SyncEngine;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  readonly #stopped = new AbortController();
  #mode: Mode = 'free';
  #running = false;
  #finishing = false;
  #ended = Promise.resolve();
  #wokenMeanwhile = false;
  #resumedMeanwhile = false;
  #cancelTimer = (): void => undefined;

  constructor(engine: SyncEngine, { clock = systemClock, onError }: SchedulerOptions) {
    this.#engine = engine;
    this.#clock = clock;
    this.#onError = onError;
  }

  run(): void {
    void this.go((signal) => this.#engine.run(signal));
  }

  wake(): void {
    if (this.#running) this.#wokenMeanwhile = true;
    else if (this.#mode === 'free') this.run();
  }

  syncNow(): void {
    if (!this.#running && this.#mode === 'backingOff') this.run();
    else this.wake();
  }

  resume(): void {
    this.#mode = 'free';
    this.#resumedMeanwhile = true;
    this.wake();
  }

  finish(): Promise<void> {
    this.#finishing = true;
    this.#cancelTimer();
    return this.#ended;
  }

  stop(): void {
    this.#stopped.abort();
    this.#cancelTimer();
  }

  go(start: (signal: AbortSignal) => Promise<RunEnd>): Promise<void> {
    if (this.#stopped.signal.aborted || this.#finishing) return this.#ended;
    this.#ended = this.#runToItsEnd(start);
    return this.#ended;
  }

  async #runToItsEnd(start: (signal: AbortSignal) => Promise<RunEnd>): Promise<void> {
    this.#cancelTimer();
    this.#running = true;
    this.#wokenMeanwhile = false;
    this.#resumedMeanwhile = false;
    const delayMs = await this.#delayAfter(start);
    this.#running = false;
    if (this.#stopped.signal.aborted || this.#finishing || delayMs === null) return;
    const wanted = this.#wokenMeanwhile && this.#mode === 'free' ? 0 : delayMs;
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(Math.max(leastGapMs, wanted), () => this.run());
  }

  /** When to run again after this run, in milliseconds; null where only a wake or a sign-in does it. */
  async #delayAfter(start: (signal: AbortSignal) => Promise<RunEnd>): Promise<number | null> {
    try {
      const end = await start(this.#stopped.signal);
      this.#mode = modeAfter(end);
      // The run that failed for want of a sign-in had begun before it.
      const signedIn = this.#mode === 'paused' && this.#resumedMeanwhile;
      if (signedIn) this.#mode = 'free';
      return signedIn ? 0 : end.nextInMs;
    } catch (error) {
      this.#mode = 'backingOff';
      this.#onError(error);
      return faultGapMs;
    }
  }
}

function modeAfter({ failure, nextInMs }: RunEnd): Mode {
  if (failure === null) return 'free';
  if (nextInMs === null) return failure.kind === 'aborted' ? 'free' : 'paused';
  // With no answer at all nobody asked to wait: the network may be back any moment.
  if (failure.kind === 'noAnswer') return 'free';
  return failure.retryAfterMs === null ? 'backingOff' : 'askedToWait';
}
