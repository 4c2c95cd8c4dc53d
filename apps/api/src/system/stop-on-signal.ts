import type { Say } from '../http/terminal.ts';
import { announcements } from './announcements.ts';

/**
 * One Ctrl-C arrives several times: from the terminal, from npm, from the program that started us.
 * Milliseconds within which that is still the same request.
 */
const oneRequest = 2_000;

/** Ctrl-C and the service manager's request stop the program cleanly; asked again, it stops at once. */
export function stopOnSignal(close: () => Promise<void>, say: Say): void {
  let asked: number | null = null;
  const stop = async (): Promise<void> => {
    if (asked !== null) return stopAtOnce(asked);
    asked = Date.now();
    say(announcements.stopping);
    await close();
    say(announcements.stopped);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

function stopAtOnce(asked: number): void {
  if (Date.now() - asked > oneRequest) process.exit(1);
}
