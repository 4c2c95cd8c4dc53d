import { setTimeout as wait } from 'node:timers/promises';

/** A line is given out in slices of this time, so that connections share it. */
const sliceMs = 50;

/** What one direction of a line carries, at a rate shared by everything that goes through it. */
export class Pace {
  /** When the line is free again, on the monotonic clock. */
  #freeAt = 0;

  /** Cuts a chunk into pieces that fit, and yields each when the line has carried it. */
  async *carry(chunk: Buffer, bitsPerSecond: number | undefined): AsyncGenerator<Buffer> {
    if (bitsPerSecond === undefined) {
      yield chunk;
      return;
    }
    const most = Math.max(1, Math.floor((bitsPerSecond / 8) * (sliceMs / 1000)));
    for (let from = 0; from < chunk.length; from += most) {
      const piece = chunk.subarray(from, from + most);
      this.#freeAt = Math.max(this.#freeAt, performance.now()) + (piece.length * 8000) / bitsPerSecond;
      const ahead = this.#freeAt - performance.now();
      if (ahead > 0) await wait(ahead, undefined, { ref: false });
      yield piece;
    }
  }
}
