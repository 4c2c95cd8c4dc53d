/** The road between people and the server: one fixed origin over restarts, on which a reply can get lost. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Which reply is to be lost, and what happens to the server once it has given it. */
type Loss = { path: string; meanwhile: () => Promise<void>; lost: (body: string) => void };

export class FaultyProxy {
  /** `http://localhost:…`, which browsers take for secure. */
  readonly origin: string;
  readonly #server: http.Server;
  readonly #losses: Loss[] = [];

  private constructor(server: http.Server, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  /** Stands in front of the server at `port` of this machine, whether or not it runs. */
  static async open(port: number): Promise<FaultyProxy> {
    const server = http.createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const own = (server.address() as AddressInfo).port;
    const proxy = new FaultyProxy(server, `http://localhost:${own}`);
    server.on('request', (request, response) => void proxy.#pass(port, request, response));
    return proxy;
  }

  /**
   * The next reply to a POST on this path that succeeds is lost: the server has given it whole, so that its
   * transaction is committed, `meanwhile` happens, and the connection breaks. Resolves with the reply nobody got.
   */
  loseNextReply(path: string, meanwhile: () => Promise<void>): Promise<string> {
    return new Promise((lost) => this.#losses.push({ path, meanwhile, lost }));
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #pass(port: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { method = 'GET', url = '/', headers } = request;
      const asked = http.request({ host: '127.0.0.1', port, method, path: url, headers });
      request.pipe(asked);
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      const done = method === 'POST' && answer.statusCode === 200;
      const loss = done ? this.#takeLoss(url) : undefined;
      if (loss === undefined) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.once('error', () => response.destroy());
        return;
      }
      const body = await buffer(answer);
      await loss.meanwhile();
      response.destroy();
      loss.lost(body.toString());
    } catch {
      // The server is away: for the caller, the line is dead.
      response.destroy();
    }
  }

  #takeLoss(url: string): Loss | undefined {
    const at = this.#losses.findIndex(({ path }) => path === url);
    return at < 0 ? undefined : this.#losses.splice(at, 1)[0];
  }
}
