import type { Logger } from 'pino';
import { describeError } from '../http/describe-error.ts';

/**
 * Does something again and again until it is stopped; a failure is logged, and the next turn comes as usual.
 * A turn that takes longer than the interval is not overtaken by the next.
 */
export function repeat(seconds: number, work: () => Promise<unknown>, log: Logger): () => Promise<void> {
  let timer: NodeJS.Timeout;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const turn = (): void => {
    running = work()
      .catch((error: unknown) => log.error({ error: describeError(error) }, 'recurring work failed'))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, seconds * 1000);
      });
  };
  timer = setTimeout(turn, seconds * 1000);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
