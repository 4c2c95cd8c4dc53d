import type { RunEnd, SyncEngine } from './sync-engine.ts';
import { systemClock, type Clock } from './ports.ts';

export type SyncScheduler = {
  /**
   * Something may be sent now: a record was frozen, the network seems to be back, the screen was opened, the browser's
   * sync event came. A hint and no more; it never shortens a wait the server asked for.
   */
  wake(): void;
  endShift(): void;
  /** Somebody signed in again. */
  resume(): void;
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
  const { clock = systemClock, onError } = options;
  const stopped = new AbortController();
  let running = false;
  let wokenMeanwhile = false;
  let resumedMeanwhile = false;
  /** `free`: a wake runs at once. `waiting`: only the timer does. `paused`: nothing does until `resume`. */
  let mode: 'free' | 'waiting' | 'paused' = 'free';
  let cancelTimer = (): void => undefined;

  async function go(start: (signal: AbortSignal) => Promise<RunEnd>): Promise<void> {
    if (stopped.signal.aborted) return;
    cancelTimer();
    running = true;
    wokenMeanwhile = false;
    resumedMeanwhile = false;
    let delayMs: number | null = faultGapMs;
    try {
      const end = await start(stopped.signal);
      mode = modeAfter(end);
      delayMs = end.nextInMs;
      // The run that failed for want of a sign-in had begun before it.
      if (mode === 'paused' && resumedMeanwhile) [mode, delayMs] = ['free', 0];
    } catch (error) {
      mode = 'waiting';
      onError(error);
    } finally {
      running = false;
    }
    if (stopped.signal.aborted || delayMs === null) return;
    const wanted = wokenMeanwhile && mode === 'free' ? 0 : delayMs;
    cancelTimer();
    cancelTimer = clock.after(Math.max(leastGapMs, wanted), run);
  }

  const run = (): void => void go((signal) => engine.run(signal));

  function wake(): void {
    if (running) wokenMeanwhile = true;
    else if (mode === 'free') run();
  }

  run();
  return {
    wake,
    endShift: () => void go((signal) => engine.endShift(signal)),
    resume: () => {
      mode = 'free';
      resumedMeanwhile = true;
      wake();
    },
    stop: () => {
      stopped.abort();
      cancelTimer();
    },
  };
}

function modeAfter({ failure, nextInMs }: RunEnd): 'free' | 'waiting' | 'paused' {
  if (failure === null) return 'free';
  if (nextInMs === null) return failure.kind === 'aborted' ? 'free' : 'paused';
  // With no answer at all nobody asked to wait: the network may be back any moment.
  return failure.kind === 'noAnswer' ? 'free' : 'waiting';
}
