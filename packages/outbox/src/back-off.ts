import type { SyncFailure } from './failures.ts';
import type { SyncPolicy } from './policy.ts';
import type { Random } from './ports.ts';

/**
 * How long to wait after this many failures in a row, in milliseconds: exponential with full jitter (M. Brooker,
 * "Exponential Backoff and Jitter", 2015), on top of what the server asked for, so that a whole street of tablets does
 * not come back in the same second.
 */
export function backOffMs(
  failures: number,
  failure: SyncFailure | null,
  { firstMs, mostMs }: SyncPolicy['backOff'],
  random: Random,
): number {
  const longest = Math.min(mostMs, firstMs * 2 ** Math.max(0, failures - 1));
  return (failure?.retryAfterMs ?? 0) + random() * longest;
}
