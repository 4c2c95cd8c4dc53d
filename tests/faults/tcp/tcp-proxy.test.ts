import { once } from 'node:events';
import { Agent, createServer, request as ask, type IncomingMessage } from 'node:http';
import { createServer as createTcp, connect, type AddressInfo, type Server } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import type { Faults } from './faults.ts';
import { TcpProxy } from './tcp-proxy.ts';

const open: AsyncDisposableStack[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.disposeAsync();
});

/** A server that keeps what it was sent whole, and a proxy before it. */
async function office(status = 200) {
  const stack = new AsyncDisposableStack();
  open.push(stack);
  const received: string[] = [];
  const server = createServer((incoming, response) => {
    text(incoming).then(
      (body) => {
        received.push(body);
        response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`got ${body.length}`);
      },
      // The request was cut: there is nobody to answer.
      () => response.destroy(),
    );
  });
  const proxy = await before(stack, server);
  return { proxy, received };
}

async function before(stack: AsyncDisposableStack, server: Server): Promise<TcpProxy> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(() => new Promise((closed) => server.close(() => closed())));
  const proxy = await TcpProxy.open((server.address() as AddressInfo).port);
  stack.defer(() => proxy.close());
  return proxy;
}

/** What a tablet sees of a request: the answer, or that there was none. */
async function post(proxy: TcpProxy, body: string, agent: Agent | false = false): Promise<string> {
  try {
    const headers = { 'Content-Length': Buffer.byteLength(body) };
    const sent = ask({ host: '127.0.0.1', port: proxy.port, method: 'POST', path: '/push', agent, headers });
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return `${answer.statusCode} ${await text(answer)}`;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
  }
}

const visits = 'v'.repeat(5000);

type Case = { name: string; faults: Faults; seen: RegExp; arrives: boolean };
const cases: Case[] = [
  {
    name: 'reset before the request is through',
    faults: { resetAt: { direction: 'toServer', bytes: 1000 } },
    seen: /ECONNRESET|EPIPE/,
    arrives: false,
  },
  {
    name: 'reset in the middle of the answer',
    faults: { resetAt: { direction: 'toTablet', bytes: 40 } },
    seen: /ECONNRESET/,
    arrives: true,
  },
  {
    name: 'the answer lost after the server has given it',
    faults: { loseReply: true },
    seen: /ECONNRESET/,
    arrives: true,
  },
  {
    name: 'the body of the request cut',
    faults: { cutAt: { direction: 'toServer', bytes: 1000 } },
    seen: /ECONNRESET|EPIPE|400/,
    arrives: false,
  },
  {
    name: 'the body of the answer cut',
    faults: { cutAt: { direction: 'toTablet', bytes: 40 } },
    seen: /ECONNRESET/,
    arrives: true,
  },
];

describe.each(cases)('$name', ({ faults, seen, arrives }) => {
  test('is seen by the tablet, and by the server as far as it is', async () => {
    const { proxy, received } = await office();
    proxy.onNext(faults);
    expect(await post(proxy, visits)).toMatch(seen);
    expect(received).toEqual(arrives ? [visits] : []);
  });

  test('control: without it, and on the connection after it, nothing is seen', async () => {
    const { proxy, received } = await office();
    expect(await post(proxy, visits)).toBe('200 got 5000');
    proxy.onNext(faults);
    await post(proxy, 'x');
    expect(await post(proxy, visits)).toBe('200 got 5000');
    expect(received.filter((one) => one === visits)).toHaveLength(2);
  });
});

describe('time', () => {
  /** How long it takes until all of it came back, milliseconds. */
  async function echoed(faults: Faults, bytes: number): Promise<number> {
    const stack = new AsyncDisposableStack();
    open.push(stack);
    const proxy = await before(
      stack,
      createTcp({ allowHalfOpen: true }, (socket) => socket.pipe(socket)),
    );
    proxy.faults = faults;
    const start = performance.now();
    const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.end(Buffer.alloc(bytes, 'a'));
    expect((await buffer(socket)).length).toBe(bytes);
    return performance.now() - start;
  }

  // The clocks of the machine round: a hundredth less is the same.
  const exact = 0.99;

  test('a byte a second carries two bytes in two seconds', async () => {
    expect(await echoed({ bitsPerSecond: 8 }, 2)).toBeGreaterThanOrEqual(2000 * exact);
  });

  test('1 Mbit/s carries 50 kB in 0.4 seconds', async () => {
    expect(await echoed({ bitsPerSecond: 1_000_000 }, 50_000)).toBeGreaterThanOrEqual(400 * exact);
  });

  test('a delay is waited out each way, and by many pieces at the same time', async () => {
    const took = await echoed({ delayMs: 300 }, 500_000);
    expect(took).toBeGreaterThanOrEqual(600 * exact);
  });

  test('control: a sound line takes less time than any of these', async () => {
    const quickest = Math.min(...[await echoed({}, 2), await echoed({}, 2), await echoed({}, 2)]);
    expect(quickest).toBeLessThan(400);
  });

  test('1 Mbit/s is shared by all connections', async () => {
    const { proxy, received } = await office();
    proxy.faults = { bitsPerSecond: 1_000_000 };
    const start = performance.now();
    await Promise.all([1, 2, 3, 4].map(() => post(proxy, 'v'.repeat(12_500))));
    expect(performance.now() - start).toBeGreaterThanOrEqual(400 * exact);
    expect(received).toHaveLength(4);
  });
});

describe('a reply that is to be lost', () => {
  test('is the next success on that path, also on a connection that is kept, and is told to the test', async () => {
    const { proxy, received } = await office();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await post(proxy, 'first', agent)).toBe('200 got 5');
    const happened: string[] = [];
    const lost = proxy.loseNextReply('/push', async () => void happened.push(...received));
    expect(await post(proxy, 'second', agent)).toBe('ECONNRESET');
    expect(await lost).toBe('got 6');
    expect(happened).toEqual(['first', 'second']);
    expect(await post(proxy, 'third', agent)).toBe('200 got 5');
    agent.destroy();
  });

  test('is not one by which the server refused', async () => {
    const { proxy } = await office(422);
    let lost = false;
    void proxy.loseNextReply('/push', async () => void (lost = true));
    expect(await post(proxy, visits)).toBe('422 got 5000');
    expect(lost).toBe(false);
  });

  test('is not one on another path', async () => {
    const { proxy } = await office();
    let lost = false;
    void proxy.loseNextReply('/pull', async () => void (lost = true));
    expect(await post(proxy, visits)).toBe('200 got 5000');
    expect(lost).toBe(false);
  });
});

test('a server that is away is a dead line, and the same port works once it is back', async () => {
  const stack = new AsyncDisposableStack();
  open.push(stack);
  const away = createServer((_incoming, response) => response.end('back'));
  away.listen(0, '127.0.0.1');
  await once(away, 'listening');
  const { port } = away.address() as AddressInfo;
  await new Promise((closed) => away.close(closed));
  const proxy = await TcpProxy.open(port);
  stack.defer(() => proxy.close());
  expect(await post(proxy, visits)).toMatch(/ECONNRESET|EPIPE/);
  away.listen(port, '127.0.0.1');
  await once(away, 'listening');
  stack.defer(() => new Promise((closed) => away.close(() => closed())));
  expect(await post(proxy, visits)).toBe('200 back');
});

describe('a request that is to break', () => {
  test('is held before its first byte while something happens, and the server hears nothing of it', async () => {
    const { proxy, received } = await office();
    const happened: string[] = [];
    const broken = proxy.breakNextRequest('/push', async () => void happened.push(`${received.length}`));
    expect(await post(proxy, visits)).toMatch(/ECONNRESET|EPIPE/);
    await broken;
    expect([happened, received]).toEqual([['0'], []]);
    expect(await post(proxy, visits)).toBe('200 got 5000');
  });

  test.each(['reset', 'cut'] as const)('%s in the middle of its body, it is no request', async (ending) => {
    const { proxy, received } = await office();
    void proxy.breakNextRequest('/push', async () => {}, { bodyBytes: 100, ending });
    expect(await post(proxy, visits)).toMatch(/ECONNRESET|EPIPE|400/);
    expect(received).toEqual([]);
    expect(await post(proxy, visits)).toBe('200 got 5000');
  });
});

test.each(['reset', 'cut'] as const)(
  'a reply %s half way is none, and the server has given it',
  async (ending) => {
    const { proxy, received } = await office();
    const lost = proxy.loseNextReply('/push', async () => {}, { share: 0.5, ending });
    expect(await post(proxy, visits)).toMatch(/ECONNRESET/);
    expect(await lost).toBe('got 5000');
    expect(received).toEqual([visits]);
  },
);

test('somebody in between answers in place of the server, until the connections are hung up', async () => {
  const { proxy, received } = await office();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const page = { status: 200, headers: { 'Content-Type': 'text/html' } };
  proxy.faults = { standIn: ({ path, body }) => ({ ...page, body: `${path} ${body.length}` }) };
  expect(await post(proxy, visits, agent)).toBe('200 /push 5000');
  proxy.faults = {};
  expect(await post(proxy, visits, agent)).toBe('200 /push 5000');
  proxy.hangUp();
  expect(await post(proxy, visits)).toBe('200 got 5000');
  expect(received).toEqual([visits]);
  agent.destroy();
});
