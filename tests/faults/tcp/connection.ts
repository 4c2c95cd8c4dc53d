import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Direction, Faults, Place } from './faults.ts';
import type { Pace } from './pace.ts';
import type { Ending, ReplyTrap, RequestTrap, Trap } from './traps.ts';
import { wholeAnswer, type Answer } from './whole-answer.ts';

export type Line = {
  readonly paces: Readonly<Record<Direction, Pace>>;
  /** Asked for each request: whether its answer is waited for. */
  readonly takeTrap: (chunk: Buffer) => Trap | undefined;
  /** The request it was taken for came to nothing. */
  readonly giveBack: (trap: Trap) => void;
};

/** Bytes that may be on their way in one direction before the sender has to wait. */
const mostInFlight = 1_000_000;

/** One connection of a tablet, taken on to the server; over when either side is. */
export class Connection {
  readonly #tablet: Socket;
  readonly #server: Socket;
  readonly #faults: Faults;
  readonly #line: Line;
  readonly #seen: Record<Direction, number> = { toServer: 0, toTablet: 0 };
  #trap: ReplyTrap | undefined;
  /** A request of which only so many bytes still get through. */
  #breaking: { trap: RequestTrap; left: number } | undefined;
  #ended = false;
  #answer: Buffer[] = [];

  constructor(tablet: Socket, port: number, faults: Faults, line: Line) {
    this.#tablet = tablet;
    this.#server = connect({ host: '127.0.0.1', port, allowHalfOpen: true, noDelay: true });
    this.#faults = faults;
    this.#line = line;
    // Whatever breaks on one side breaks on the other.
    for (const socket of [this.#tablet, this.#server]) socket.on('error', () => this.reset());
    void this.#pump('toServer', this.#tablet, this.#server);
    void this.#pump('toTablet', this.#server, this.#tablet);
  }

  /** The line is cut; what was told that this was all has been told so. */
  hangUp(): void {
    if (!this.#ended) this.reset();
  }

  reset(): void {
    if (this.#trap !== undefined) this.#line.giveBack(this.#trap);
    this.#trap = undefined;
    this.#tablet.resetAndDestroy();
    this.#server.resetAndDestroy();
  }

  /** Carries everything of one direction, in order; each chunk is delayed by itself. */
  async #pump(direction: Direction, source: Socket, target: Socket): Promise<void> {
    let tail = Promise.resolve();
    let inFlight = 0;
    source.on('data', (chunk: Buffer) => {
      const arrivedAt = performance.now();
      inFlight += chunk.length;
      if (inFlight > mostInFlight) source.pause();
      tail = tail
        .then(() => this.#carry(direction, chunk, arrivedAt, target))
        .then(() => {
          inFlight -= chunk.length;
          source.resume();
        })
        .catch(() => this.reset());
    });
    try {
      await finished(source, { writable: false });
    } catch {
      return;
    }
    await tail;
    if (direction === 'toTablet' && this.#faults.loseReply === true) this.reset();
    else if (target.writable) target.end();
  }

  async #carry(direction: Direction, chunk: Buffer, arrivedAt: number, target: Socket): Promise<void> {
    const { delayMs = 0, bitsPerSecond } = this.#faults;
    const rest = arrivedAt + delayMs - performance.now();
    if (delayMs > 0 && rest > 0) await wait(rest, undefined, { ref: false });
    if (direction === 'toServer') this.#arm(chunk);
    for await (const piece of this.#line.paces[direction].carry(chunk, bitsPerSecond))
      if (!(await this.#deliver(direction, piece, target))) return;
  }

  #arm(chunk: Buffer): void {
    if (this.#trap !== undefined || this.#breaking !== undefined) return;
    const trap = this.#line.takeTrap(chunk);
    if (trap?.of === 'reply') this.#trap = trap;
    if (trap?.of !== 'request') return;
    const { bodyBytes } = trap;
    const left = bodyBytes === undefined ? 0 : chunk.indexOf('\r\n\r\n') + 4 + bodyBytes;
    this.#breaking = { trap, left };
  }

  /** False where nothing more goes through. */
  async #deliver(direction: Direction, piece: Buffer, target: Socket): Promise<boolean> {
    if (direction === 'toServer' && this.#breaking !== undefined)
      return this.#breakOff(this.#breaking, piece, target);
    const { resetAt, cutAt, loseReply } = this.#faults;
    if (direction === 'toTablet' && (loseReply === true || this.#trap !== undefined)) {
      this.#answer.push(piece);
      const answer = wholeAnswer(Buffer.concat(this.#answer));
      if (answer !== undefined) await this.#answered(answer);
      return true;
    }
    const before = this.#seen[direction];
    this.#seen[direction] += piece.length;
    const left = (place: Place | undefined) =>
      place?.direction === direction ? place.bytes - before : Infinity;
    const through = piece.subarray(0, Math.max(0, Math.min(left(resetAt), left(cutAt))));
    if (through.length > 0 && target.writable) await written(target, through);
    if (piece.length >= left(resetAt)) this.reset();
    else if (piece.length >= left(cutAt) && target.writable) target.end();
    return through.length === piece.length;
  }

  async #answered(answer: Answer): Promise<void> {
    const trap = this.#trap;
    if (this.#faults.loseReply === true) return this.reset();
    if (trap === undefined) return;
    this.#trap = undefined;
    const held = Buffer.concat(this.#answer.splice(0));
    if (answer.status !== 200) {
      // Nothing was committed: it is the next one that is to be lost.
      this.#line.giveBack(trap);
      return written(this.#tablet, held);
    }
    const through = held.subarray(0, Math.floor(held.length * trap.share));
    if (through.length > 0 && this.#tablet.writable) await written(this.#tablet, through);
    await this.#breakUnder(trap.ending, this.#tablet, () => trap.sprung(answer));
  }

  async #breakOff(
    breaking: { trap: RequestTrap; left: number },
    piece: Buffer,
    target: Socket,
  ): Promise<boolean> {
    const through = piece.subarray(0, breaking.left);
    breaking.left -= through.length;
    if (through.length > 0 && target.writable) await written(target, through);
    if (through.length === piece.length) return true;
    await this.#breakUnder(breaking.trap.ending, target, breaking.trap.sprung);
    return false;
  }

  /** What happens meanwhile comes before a reset, which may be what it brings about, and after an end in good order. */
  async #breakUnder(ending: Ending, target: Socket, sprung: () => Promise<void>): Promise<void> {
    this.#ended = ending === 'cut';
    if (this.#ended && target.writable) target.end();
    await sprung();
    if (ending === 'reset') this.reset();
  }
}

async function written(target: Socket, bytes: Buffer): Promise<void> {
  if (!target.write(bytes)) await once(target, 'drain');
}
