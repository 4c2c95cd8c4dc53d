/** The way from a tablet to the server: directly, or over HTTP through our TCP proxy. */
import { request as ask } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { faultHeader, type Served } from '../town/server.ts';
import { faultsOnLine, isServerFault, type Mishap } from './line-faults.ts';

export type Way = 'direct' | 'tcp';

/** A request as it leaves the tablet. */
export type Outgoing = {
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | null;
};

/** What came back: an answer, nothing, or nothing until the tablet gives up. */
export type Incoming = Response | 'broken' | 'silence';

export type Network = {
  /** Delivers a request over a line on which this happens. */
  readonly deliver: (outgoing: Outgoing, mishap: Mishap) => Promise<Incoming>;
  /** A request is on its way while others take their turns, and meets them in the server. */
  readonly overlaps: boolean;
  /** Resolves when nothing is on its way any more. */
  readonly idle: () => Promise<void>;
  /** What the network has held back arrives now. */
  readonly deliverLate: () => Promise<void>;
};

export function networkTo(served: Served, way: Way): Network {
  const late: Outgoing[] = [];
  const underWay = new Set<Promise<unknown>>();
  return {
    overlaps: way === 'tcp',
    deliver: (outgoing, mishap) => {
      const told = withFault(outgoing, mishap);
      const delivery = way === 'tcp' ? overTcp(served, told, mishap) : directly(served, told, mishap, late);
      underWay.add(delivery);
      return delivery.finally(() => underWay.delete(delivery));
    },
    idle: async () => {
      await Promise.allSettled(underWay);
    },
    deliverLate: async () => {
      for (const outgoing of late.splice(0)) await served.answer(requestOf(outgoing));
    },
  };
}

function withFault(outgoing: Outgoing, mishap: Mishap): Outgoing {
  if (mishap === null || !isServerFault(mishap.fault)) return outgoing;
  return { ...outgoing, headers: { ...outgoing.headers, [faultHeader]: mishap.fault } };
}

async function directly(
  served: Served,
  outgoing: Outgoing,
  mishap: Mishap,
  late: Outgoing[],
): Promise<Incoming> {
  switch (mishap?.fault) {
    case 'lostRequest':
      return 'broken';
    case 'late':
      late.push(outgoing);
      return 'broken';
    case 'cutBody': {
      const body = outgoing.body?.slice(0, Math.floor(mishap.at * outgoing.body.length)) ?? null;
      return served.answer(requestOf({ ...outgoing, body }));
    }
    case 'loginPage':
      return new Response('<html>登录</html>', { headers: { 'Content-Type': 'text/html' } });
    case 'twice':
      await served.answer(requestOf(outgoing));
      return served.answer(requestOf(outgoing));
    case 'lostReply':
    case 'silence':
      await (await served.answer(requestOf(outgoing))).text();
      return mishap.fault === 'silence' ? 'silence' : 'broken';
    case 'cutReply': {
      const reply = await served.answer(requestOf(outgoing));
      const text = await reply.text();
      return new Response(text.slice(0, Math.floor(mishap.at * text.length)), reply);
    }
    default:
      return served.answer(requestOf(outgoing));
  }
}

function requestOf({ path, method, headers, body }: Outgoing): Request {
  const bytes = typeof body === 'string' || body === null ? body : new Uint8Array(body);
  return new Request(`http://localhost${path}`, {
    method,
    headers,
    ...(bytes === null ? {} : { body: bytes }),
  });
}

/** Every request has a connection of its own, so that what happens to a connection happens to a request. */
async function overTcp(served: Served, outgoing: Outgoing, mishap: Mishap): Promise<Incoming> {
  const { path, method, body } = outgoing;
  const bytes = Buffer.from(body ?? '');
  const headers = { ...outgoing.headers, ...(body === null ? {} : { 'Content-Length': bytes.length }) };
  served.proxy.onNext((mishap === null ? null : faultsOnLine(mishap, bytes.length + 300)) ?? {});
  try {
    const sent = ask({ host: '127.0.0.1', port: served.proxy.port, method, path, headers, agent: false });
    const answered = once(sent, 'response');
    sent.end(bytes);
    const [incoming] = await answered;
    const text = await buffer(incoming);
    const told = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    return new Response(text, { status: incoming.statusCode, headers: told });
  } catch {
    return mishap?.fault === 'silence' ? 'silence' : 'broken';
  }
}
