/** The line between tablets and the server: a TCP proxy of one fixed port over restarts, on which anything can break. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { Connection, type Line } from './connection.ts';
import { soundLine, type Faults } from './faults.ts';
import { Pace } from './pace.ts';
import { answersOf } from './stand-in.ts';
import type { Ending, Trap } from './traps.ts';

export class TcpProxy {
  readonly port: number;
  /** `http://localhost:…`, which browsers take for secure. */
  readonly origin: string;
  /** What every connection meets that is opened from now on. */
  faults: Faults = soundLine;
  readonly #server: Server;
  readonly #next: Faults[] = [];
  readonly #traps: Trap[] = [];
  readonly #open = new Set<Pick<Connection, 'hangUp' | 'reset'>>();

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
    this.origin = `http://localhost:${port}`;
  }

  /** Stands in front of the server at `port` of this machine, whether or not it runs. */
  static async open(port: number): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
    const proxy = new TcpProxy(server, address.port);
    const line: Line = {
      paces: { toServer: new Pace(), toTablet: new Pace() },
      takeTrap: (chunk) => proxy.#takeTrap(chunk),
      giveBack: (trap) => proxy.#traps.unshift(trap),
    };
    server.on('connection', (tablet) => proxy.#take(tablet, port, line));
    return proxy;
  }

  /** The next connection meets this besides what all meet. Called again, the one after it, and so on. */
  onNext(faults: Faults): void {
    this.#next.push(faults);
  }

  /**
   * The next reply to a POST on this path that succeeds is lost: the server has given it whole, so that its
   * transaction is committed, `meanwhile` happens, and the connection is reset. Resolves with the reply nobody got.
   * `share`: so much of it gets through before, none by default.
   */
  loseNextReply(
    path: string,
    meanwhile: () => Promise<void>,
    { share = 0, ending = 'reset' }: { share?: number; ending?: Ending } = {},
  ): Promise<string> {
    return new Promise((lost) =>
      this.#traps.push({
        of: 'reply',
        line: lineOf(path),
        share,
        ending,
        sprung: async ({ body }) => {
          await meanwhile();
          lost(body);
        },
      }),
    );
  }

  /**
   * The next POST on this path breaks off on its way to the server, after its head and `bodyBytes` of its body; without
   * that nothing of it gets through. While it is held there, `meanwhile` happens. Resolves after that.
   */
  breakNextRequest(
    path: string,
    meanwhile: () => Promise<void>,
    { bodyBytes, ending = 'reset' }: { bodyBytes?: number; ending?: Ending } = {},
  ): Promise<void> {
    return new Promise((broken) =>
      this.#traps.push({
        of: 'request',
        line: lineOf(path),
        bodyBytes,
        ending,
        sprung: async () => {
          await meanwhile();
          broken();
        },
      }),
    );
  }

  /** Resets every connection that is open: those that follow meet the faults of now. */
  hangUp(): void {
    for (const connection of this.#open) connection.hangUp();
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const connection of this.#open) connection.reset();
    await closed;
  }

  #take(tablet: Socket, port: number, line: Line): void {
    const faults = { ...this.faults, ...this.#next.shift() };
    const { standIn } = faults;
    const connection =
      standIn === undefined ? new Connection(tablet, port, faults, line) : answersOf(standIn, tablet);
    this.#open.add(connection);
    tablet.once('close', () => this.#open.delete(connection));
  }

  /** Browsers send a request only when the last one is answered: each begins a chunk of its own. */
  #takeTrap(chunk: Buffer): Trap | undefined {
    const at = this.#traps.findIndex(
      ({ line }) => chunk.subarray(0, line.length).toString('latin1') === line,
    );
    return at < 0 ? undefined : this.#traps.splice(at, 1)[0];
  }
}

const lineOf = (path: string): string => `POST ${path} HTTP/1.1\r\n`;
