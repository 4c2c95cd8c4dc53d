import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '@huhudao/protocol';
import { clientOf } from './client.ts';
import type { Deps } from './deps.ts';

/** Where passwords and set-up links are tried: each try costs work, and guessing must be slow. */
const signIns = new Set(['/api/session', '/api/devices/sign-in', '/api/setup']);

/** Limits the requests of one address, and more strictly its attempts to sign in. @throws Problem tooManyRequests */
export function limitRequests(deps: Deps): MiddlewareHandler {
  const requests = new RateLimiterMemory({ points: deps.env.REQUESTS_PER_MINUTE, duration: 60 });
  const attempts = new RateLimiterMemory({ points: deps.env.SIGN_INS_PER_MINUTE, duration: 60 });
  return async (context, next) => {
    const { address } = clientOf(context, deps.env);
    // The product calling itself has no address.
    if (address === undefined) return next();
    await consume(requests, address);
    if (context.req.method === 'POST' && signIns.has(context.req.path)) await consume(attempts, address);
    return next();
  };
}

async function consume(limiter: RateLimiterMemory, address: string): Promise<void> {
  await limiter.consume(address).catch((limit: RateLimiterRes) => {
    throw new Problem('tooManyRequests', { seconds: Math.ceil(limit.msBeforeNext / 1000) });
  });
}
