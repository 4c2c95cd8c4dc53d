import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { StandIn } from './faults.ts';

/** Answers what comes over this connection of a tablet in place of the server. */
export function answersOf(standIn: StandIn, tablet: Socket) {
  const server = createServer((incoming, outgoing) => {
    text(incoming).then(
      (asked) => {
        const { status, headers, body } = standIn({ path: incoming.url ?? '/', body: asked });
        outgoing.writeHead(status, { ...headers }).end(body);
      },
      // The tablet is gone: there is nobody to answer.
      () => outgoing.destroy(),
    );
  });
  // It listens nowhere: the connection is here already.
  server.emit('connection', tablet);
  const reset = (): void => void tablet.resetAndDestroy();
  return { hangUp: reset, reset };
}
