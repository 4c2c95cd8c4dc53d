import type { Deps } from '../http/deps.ts';
import { markProgress } from './imports.queries.ts';

/** Milliseconds between two writes: often enough for a bar that moves, seldom enough to cost nothing. */
const every = 300;

/** Tells how far an import is, outside the transaction that does the work. */
export class Progress {
  readonly #deps: Deps;
  readonly #streetId: string;
  readonly #importId: string;
  #toldAt = 0;
  #telling: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps, streetId: string, importId: string) {
    this.#deps = deps;
    this.#streetId = streetId;
    this.#importId = importId;
  }

  /** Only a figure on a screen: one that cannot be written is left out. */
  tell(done: number, total: number): void {
    if (performance.now() - this.#toldAt < every) return;
    this.#toldAt = performance.now();
    this.#telling = this.#telling
      .then(() => markProgress(this.#deps.sql, this.#streetId, this.#importId, done, total))
      .catch(() => {});
  }

  /** Settles when nothing is being written any more. */
  async told(): Promise<void> {
    await this.#telling;
  }
}
