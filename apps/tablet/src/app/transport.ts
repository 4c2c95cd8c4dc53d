import type { Transport } from '@huhudao/protocol';

/** Requests from this tablet to the server it came from, with its own credential where it has one. */
export function transportOf(credential: string | null): Transport {
  return {
    origin: '',
    fetch: (input, init) => fetch(input, init),
    ...(credential === null ? {} : { headers: () => ({ Authorization: `Bearer ${credential}` }) }),
  };
}
