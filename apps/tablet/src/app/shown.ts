/**
 * What the screens show, and how it stays what the disk says: read anew as a whole, or changed at once by what was just
 * written, since a week's records take longer to read than a worker should wait.
 */
export class Shown<T extends object> {
  readonly #read: (before: T) => Promise<T>;
  readonly #listeners = new Set<() => void>();
  #now: T;
  #reading: Promise<void> | null = null;
  #stale = false;
  /** Something was written, and is shown, that the reading under way may have missed. */
  #missed = false;

  /** `read` gives back what it did not read, such as notes, from what it was given. */
  constructor(first: T, read: (before: T) => Promise<T>) {
    this.#now = first;
    this.#read = read;
  }

  readonly now = (): T => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Nobody looks any more. */
  forgetListeners(): void {
    this.#listeners.clear();
  }

  /** Shows what is on the disk as of now. A reading under way that may have missed it is not shown, and another follows. */
  written(change: (before: T) => Partial<T>): void {
    this.#missed = this.#reading !== null;
    this.#show({ ...this.#now, ...change(this.#now) });
  }

  /** Reads anew; calls that come while reading share one further reading. Rejects where the disk cannot be read. */
  async refresh(): Promise<void> {
    this.#stale = true;
    this.#reading ??= this.#readUntilFresh().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  async #readUntilFresh(): Promise<void> {
    while (this.#stale) {
      this.#stale = this.#missed = false;
      const read = await this.#read(this.#now);
      if (this.#missed) this.#stale = true;
      else this.#show(read);
    }
  }

  #show(now: T): void {
    this.#now = now;
    for (const listener of this.#listeners) listener();
  }
}
