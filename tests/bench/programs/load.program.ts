/** The tablets: sends prepared requests, each tablet one at a time, and times them. */
import autocannon from 'autocannon';
import { answer } from './child.ts';
import { batchBody, type Batch } from '../world/push-item.ts';

export type Tablet = {
  credential: string;
  /** One request each. */
  batches: Batch[];
};
export type Sent = {
  seconds: number;
  p50: number;
  p975: number;
  /** Requests that were told to come again: the machine is too busy. */
  refused: number;
};

type Prepared = { credential: string; bodies: Buffer[] };
let prepared: Prepared[] = [];

async function prepare(tablets: Tablet[]): Promise<{ bytes: number }> {
  prepared = tablets.map(({ credential, batches }) => ({
    credential,
    bodies: batches.map((batch) => Buffer.from(JSON.stringify(batchBody(batch)))),
  }));
  return {
    bytes: prepared.reduce((sum, { bodies }) => sum + bodies.reduce((all, one) => all + one.length, 0), 0),
  };
}

/** The prepared requests once; `accepted` is how many results each answer has to say so of, 0 for any answer. */
async function send({ url, accepted }: { url: string; accepted: number }): Promise<Sent> {
  const amount = prepared.reduce((sum, { bodies }) => sum + bodies.length, 0);
  const tablets = prepared.values();
  const started = performance.now();
  let ended = started;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        method: 'POST',
        connections: prepared.length,
        amount,
        setupClient: (client) => follow(client, tablets.next().value),
        // Its types know the method only as one that answers at once.
        verifyBody: (body: unknown) =>
          accepted === 0 || String(body).split('"accepted"').length - 1 === accepted,
      },
      (error: Error | null, sent) => (error === null ? resolve(sent) : reject(error)),
    );
    run.on('response', () => (ended = performance.now()));
  });
  const refused = result.statusCodeStats?.['503']?.count ?? 0;
  const { mismatches, errors } = result;
  if (result['2xx'] + refused !== amount || mismatches > refused || errors > 0) {
    const statuses = JSON.stringify(result.statusCodeStats);
    throw new Error(`of ${amount} requests: ${statuses}, ${mismatches} other results, ${errors} errors`);
  }
  return { seconds: (ended - started) / 1000, p50: result.latency.p50, p975: result.latency.p97_5, refused };
}

/** Gives a connection one tablet's requests, each when the one before it was answered. */
function follow(client: autocannon.Client, tablet: Prepared | undefined): void {
  if (tablet === undefined) throw new Error('more connections than tablets');
  const bodies = tablet.bodies.values();
  const headers = {
    'Content-Type': 'application/json',
    'X-Requested-With': 'huhudao',
    Authorization: `Bearer ${tablet.credential}`,
  };
  client.setHeadersAndBody(headers, bodies.next().value);
  client.on('response', () => {
    const next = bodies.next().value;
    if (next !== undefined) client.setBody(next);
  });
}

answer({ prepare, send });
