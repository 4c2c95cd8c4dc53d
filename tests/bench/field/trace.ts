/** What Chromium's own trace says of taps and frames. Times are milliseconds on the trace's clock. */
import type { CDPSession, Page } from 'playwright-core';
import { must } from '@huhudao/domain';

type TraceEvent = { name: string; ph: string; ts: number; args?: unknown };

const categories = [
  'blink.user_timing',
  'benchmark',
  'cc',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];

/** Traces what happens meanwhile. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Trace> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = { recordMode: 'recordUntilFull', includedCategories: categories } as const;
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  try {
    await work();
  } finally {
    await ended(session);
  }
  return new Trace(events);
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
}

export type Frames = {
  /** Pictures that were due, one a sixtieth of a second while something moved. */
  due: number;
  /** Of them, those that were not shown. */
  dropped: number;
  /** Between two pictures that were shown one after the other. */
  intervals: number[];
};

export class Trace {
  readonly #events: readonly TraceEvent[];

  constructor(events: readonly TraceEvent[]) {
    this.#events = events.toSorted((a, b) => a.ts - b.ts);
  }

  /**
   * From each mark `input` to the first picture that shows what was there at the mark `shown` after it: the first frame
   * that the page's thread has begun since then, once the compositor has taken it over and drawn it.
   */
  responses(): number[] {
    const inputs = this.#named('input');
    return this.#named('shown').map((shown) => {
      const input = must(
        inputs.findLast((ts) => ts <= shown),
        'the touch before it',
      );
      const drawn = ['BeginMainThreadFrame', 'ActivateLayerTree', 'DrawFrame'].reduce((after, name) => {
        const next = this.#named(name).find((ts) => ts >= after);
        return must(next, `${name} after a change`);
      }, shown);
      return drawn - input;
    });
  }

  /** The frames while something was being scrolled. */
  scrolling(): Frames {
    const shown = new Map<number, boolean>();
    for (const { name, ph, args } of this.#events) {
      if (name !== 'PipelineReporter' || ph !== 'b') continue;
      const { frame_reporter: frame } = args as { frame_reporter: Reporter };
      if (frame.scroll_state === 'SCROLL_NONE' || frame.state === 'STATE_NO_UPDATE_DESIRED') continue;
      const before = shown.get(frame.frame_sequence) ?? false;
      shown.set(frame.frame_sequence, before || frame.state.startsWith('STATE_PRESENTED'));
    }
    const dropped = [...shown.values()].filter((one) => !one).length;
    return { due: shown.size, dropped, intervals: this.intervals() };
  }

  /** Milliseconds between two pictures. Pauses between two movements of the finger are no slow frames. */
  intervals(): number[] {
    const drawn = this.#named('DrawFrame');
    const pauses = 200;
    return drawn.flatMap((ts, index) => {
      const next = drawn[index + 1];
      return next === undefined || next - ts > pauses ? [] : [next - ts];
    });
  }

  #named(name: string): number[] {
    return this.#events.flatMap((event) => (event.name === name ? [event.ts / 1000] : []));
  }
}

/** One of the ways a frame may have taken: the compositor's, and the page's own that comes later. */
type Reporter = { frame_sequence: number; state: string; scroll_state: string };
