import {
  beginPhoto,
  call,
  pull,
  pullVersion,
  push,
  pushAnonymous,
  pushSealed,
  sendPhotoPart,
  type Transport,
} from '@huhudao/protocol';
import type { SyncClient } from './ports.ts';

/** The sync endpoints over HTTP; the transport adds the device's credential. */
export function httpSyncClient(transport: Transport): SyncClient {
  return {
    push: (body, signal) => call(transport, push, { body }, signal),
    pushAnonymous: (body, signal) => call(transport, pushAnonymous, { body }, signal),
    pushSealed: (body, signal) => call(transport, pushSealed, { body }, signal),
    pull: (streetId, since, signal) =>
      call(transport, pull, { query: { streetId, ...(since === null ? {} : { since }) } }, signal),
    beginPhoto: (body, signal) => call(transport, beginPhoto, { body }, signal),
    sendPhotoPart: ({ streetId, digest, offset, bytes }, signal) => {
      const body = { name: 'part', type: 'application/octet-stream', bytes };
      return call(
        transport,
        sendPhotoPart,
        { params: { digest }, query: { streetId, offset }, body },
        signal,
      );
    },
    pullVersion: (hash, signal) => call(transport, pullVersion, { params: { hash } }, signal),
  };
}
