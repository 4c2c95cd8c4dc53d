import { setTimeout as sleep } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { Sql } from '@huhudao/db';
import { Problem } from '@huhudao/protocol';
import { askDatabase } from './database-watch.queries.ts';

/** A request that takes longer asks whether the database is there at all; in milliseconds. */
const suspicious = 250;
/**
 * A database that does not answer within this time is away. Together the two stay well under a second, and more of it
 * is the database's: on a machine with much else to do it is slow to be heard, and is not away.
 */
const longestAnswer = 400;

/**
 * Notices that the database is away, so that nobody waits for it: a request is told so within a second, and once it
 * is known every further one at once, until the database answers again.
 */
export class DatabaseWatch {
  readonly #open: () => Sql;
  #connection: Sql | undefined;
  #asking: Promise<boolean> | undefined;
  #away = false;
  #closed = false;

  /**
   * `open` opens a connection apart from the pool, which may be full of queries that wait. It is opened at once: the
   * first who is kept waiting asks the database, and not how long a connection takes.
   */
  constructor(open: () => Sql) {
    this.#open = open;
    void this.answers();
  }

  /** Whether the database answers just now. */
  answers(): Promise<boolean> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  /** Put before everything: the API needs the database, pages do not. @throws Problem unavailable */
  guard: MiddlewareHandler = async (context, next) => {
    if (!context.req.path.startsWith('/api/')) return next();
    if (this.#away) throw new Problem('unavailable');
    const done = next().then(() => true);
    // Who was told to come again is gone; what becomes of the work does not concern them.
    done.catch(() => {});
    while (!(await within(done, suspicious))) {
      if (await this.answers()) continue;
      void this.#waitForReturn();
      throw new Problem('unavailable');
    }
  };

  async close(): Promise<void> {
    this.#closed = true;
    await this.#connection?.end({ timeout: 0 });
  }

  async #ask(): Promise<boolean> {
    const connection = (this.#connection ??= this.#open());
    const answered = askDatabase(connection).then(
      () => true,
      () => false,
    );
    if (await within(answered, longestAnswer)) return true;
    // A connection that hangs may never come back: the next question is put on a new one.
    this.#connection = undefined;
    void connection.end({ timeout: 0 }).catch(() => {});
    return false;
  }

  async #waitForReturn(): Promise<void> {
    if (this.#away) return;
    this.#away = true;
    while (!this.#closed && !(await this.answers())) await sleep(longestAnswer);
    this.#away = false;
  }
}

/** What is promised, if it comes true within so many milliseconds; else false. */
async function within(promised: Promise<boolean>, milliseconds: number): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const giveUp = () => late.resolve(false);
  // Where the program itself was busy, an answer may have arrived and not been read: it gets its turn first.
  const waiting = setTimeout(() => setImmediate(giveUp), milliseconds);
  try {
    return await Promise.race([promised, late.promise]);
  } finally {
    clearTimeout(waiting);
  }
}
