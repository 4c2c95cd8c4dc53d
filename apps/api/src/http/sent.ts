/**
 * Writes on their way to the database. They leave one after the other without waiting for answers, and whoever
 * commits waits for them all.
 */
export class Sent {
  readonly #writes: Promise<unknown>[] = [];

  send = (write: PromiseLike<unknown>): void => {
    // A query leaves when it is first listened to; who commits hears of a failure.
    const sent = Promise.resolve(write);
    sent.catch(() => {});
    this.#writes.push(sent);
  };

  /** @throws the first failure; what was sent after it failed with it. */
  async arrived(): Promise<void> {
    await together(this.#writes);
  }
}

/**
 * Waits for all, then fails with the first failure: when the caller rolls back, none of them will begin another
 * statement.
 */
export async function together<T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const all = Promise.all(work);
  // The first to fail is what went wrong; the others fail for the transaction that was aborted by it.
  all.catch(() => {});
  await Promise.allSettled(work);
  return all;
}
