import { randomInt } from 'node:crypto';
import type { StreetTx } from '../http/transaction.ts';
import type { Checked } from './check-anonymous.ts';
import * as queries from './responses.queries.ts';
import { rollupRows } from './rollup-rows.ts';

/** Writes responses in an order that tells nothing, and counts them. */
export async function storeAnonymous(tx: StreetTx, checked: readonly Checked[]): Promise<void> {
  if (checked.length === 0) return;
  const order = shuffled(checked);
  await queries.insertAnonymous(
    tx.sql,
    tx.streetId,
    order.map((one) => one.response),
  );
  const rows = rollupRows(order.map(({ response, answers, version }) => ({ ...response, answers, version })));
  await queries.addToRollup(tx.sql, tx.streetId, rows);
}

/** Fisher–Yates with the system's randomness: a guessable order would be none. */
export function shuffled<T>(list: readonly T[]): T[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    const kept = copy[last];
    const moved = copy[other];
    if (kept === undefined || moved === undefined) continue;
    copy[last] = moved;
    copy[other] = kept;
  }
  return copy;
}
