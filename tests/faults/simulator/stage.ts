/**
 * Lets several actors take turns at everything that reaches outside their own memory: a transaction of a tablet's store,
 * a request, an answer. At any time at most one of them goes on; who, is drawn from the seed. The same seed therefore
 * gives the same interleaving, however long the machine takes for each step.
 */
import type { Chance } from './chance.ts';

/** What belongs to one start of an app; it dies as a whole. */
export type Life = object;

type Waiting = { actor: string; life: Life; step: string; goOn: () => void };

export class Stage {
  /** The interleaving: one line a step. */
  readonly steps: string[] = [];
  readonly #chance: Chance;
  readonly #running = new Set<string>();
  #waiting: Waiting[] = [];
  #allWait = Promise.withResolvers<void>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Plays the actors to their ends. What one of them throws ends the play. */
  async play(actors: ReadonlyMap<string, () => Promise<void>>): Promise<void> {
    const failed = Promise.withResolvers<never>();
    for (const name of actors.keys()) this.#running.add(name);
    for (const [name, run] of actors)
      run().then(
        () => this.#stops(name),
        (error: unknown) => failed.reject(error),
      );
    for (;;) {
      await Promise.race([this.#everybodyWaits(), failed.promise]);
      if (this.#waiting.length === 0) return;
      const next = this.#chance.pick(this.#waiting);
      this.#waiting = this.#waiting.filter((one) => one !== next);
      this.#running.add(next.actor);
      this.steps.push(`${next.actor} ${next.step}`);
      next.goOn();
    }
  }

  /** Waits for the actor's turn. */
  turn(actor: string, life: Life, step: string): Promise<void> {
    return new Promise((goOn) => {
      this.#waiting.push({ actor, life, step, goOn });
      this.#stops(actor);
    });
  }

  /** The turns a life waits for never come; its actors go on without it. */
  endLife(life: Life): void {
    for (const { actor } of this.#waiting.filter((one) => one.life === life)) this.#running.add(actor);
    this.#waiting = this.#waiting.filter((one) => one.life !== life);
  }

  #stops(actor: string): void {
    this.#running.delete(actor);
    if (this.#running.size === 0) this.#allWait.resolve();
  }

  async #everybodyWaits(): Promise<void> {
    if (this.#running.size > 0) {
      this.#allWait = Promise.withResolvers();
      await this.#allWait.promise;
    }
  }
}
