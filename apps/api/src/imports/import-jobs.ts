/** Reads and applies imports behind the requests that asked for it. */
import { setTimeout } from 'node:timers/promises';
import type { Deps } from '../http/deps.ts';
import { toProblem } from '../http/problems.ts';
import { markFailed } from './imports.queries.ts';

export type ImportName = { streetId: string; importId: string };

/** A database that was away is back within seconds; should it not be, the next start finds the import. */
const attempts = 5;
const between = 2000;

/** One after another: a large file takes a hundred megabytes while it is read. */
export class ImportJobs {
  #last: Promise<unknown> = Promise.resolve();

  /** Does something when its turn comes. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    // The next one's turn comes whatever became of this one.
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Goes on in the background; an import that cannot be finished is marked as failed. */
  start(deps: Deps, name: ImportName, work: () => Promise<void>): void {
    void this.inTurn(async () => {
      try {
        await work();
      } catch (error) {
        await giveUp(deps, name, error);
      }
    });
  }
}

async function giveUp(deps: Deps, { streetId, importId }: ImportName, error: unknown): Promise<void> {
  const { code, details } = toProblem(error, deps);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      await markFailed(deps.sql, streetId, importId, { code, details });
      return;
    } catch {
      // A program that is stopping does not wait for this.
      await setTimeout(between, undefined, { ref: false });
    }
  }
  deps.log.error({ importId }, 'a failed import could not be marked as such');
}
