import type { Say } from '../http/terminal.ts';
import { announcements } from './announcements.ts';

/** Ctrl-C and the service manager's request stop the program cleanly; a second one stops it at once. */
export function stopOnSignal(close: () => Promise<void>, say: Say): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    say(announcements.stopping);
    await close();
    say(announcements.stopped);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}
