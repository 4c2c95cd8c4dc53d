import { setTimeout as sleep } from 'node:timers/promises';
import { startServer, type ServerConnection, type StartOptions } from './start-server.ts';

/** A packaged server that is started again when it dies. The connection stays the same. */
export type KeptServer = { connection: ServerConnection; pid(): number; stop(): Promise<void> };

export type KeepOptions = StartOptions & {
  /** Called once when PostgreSQL cannot be brought back: the program should end with this error. */
  onGivenUp: (error: unknown) => void;
};

/** Starting again more often than this within a minute means that something is broken for good. */
const mostRestartsAMinute = 10;

/**
 * Like {@link startServer}, and brings PostgreSQL back when it ends without having been asked to
 * (kill -9, out of memory). Its socket keeps its path, so a connection pool recovers by itself.
 */
export async function keepServerRunning(options: KeepOptions): Promise<KeptServer> {
  const log = options.log ?? (() => {});
  const restarts: number[] = [];
  let server = await startServer(options);
  let stopping = false;

  const watch = async (): Promise<void> => {
    while (!stopping) {
      const { code, signal } = await server.exited;
      if (stopping) return;
      log(`PostgreSQL ended (${signal ?? `exit code ${code}`}): starting it again`);
      await pauseIfFrequent(restarts);
      server = await startServer(options);
      if (stopping) await server.stop();
    }
  };
  const watching = watch().catch((error: unknown) => {
    if (!stopping) options.onGivenUp(error);
  });

  return {
    connection: server.connection,
    pid: () => server.pid,
    stop: async () => {
      stopping = true;
      await server.stop();
      await watching;
    },
  };
}

/** The first restart is immediate; frequent ones wait, then give up. */
async function pauseIfFrequent(restarts: number[]): Promise<void> {
  const now = Date.now();
  restarts.push(now);
  const recent = restarts.filter((time) => now - time < 60_000).length;
  if (recent > mostRestartsAMinute) throw new Error(`PostgreSQL ended ${recent} times within a minute`);
  await sleep((recent - 1) * 200);
}
