import type { Context } from 'hono';
import type { Env } from '../env.ts';

/** From where a request came. The address is missing where the product calls itself. */
export type Client = { address: string | undefined; secure: boolean };

/**
 * The address and protocol of the caller. Behind a reverse proxy (`TRUST_PROXY`) they are what the proxy says;
 * otherwise nobody is believed.
 */
export function clientOf(context: Context, env: Env): Client {
  const address = socketOf(context)?.remoteAddress;
  if (!env.TRUST_PROXY) return { address, secure: new URL(context.req.url).protocol === 'https:' };
  return {
    // The proxy appends the address it saw; whatever stands before it was sent by the caller.
    address: context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() ?? address,
    secure: context.req.header('X-Forwarded-Proto') === 'https',
  };
}

type Bindings = { incoming?: { socket?: { remoteAddress?: string } } } | undefined;

const socketOf = (context: Context) => (context.env as Bindings)?.incoming?.socket;
