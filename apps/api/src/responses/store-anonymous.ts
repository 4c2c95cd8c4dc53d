import type { StreetTx } from '../http/transaction.ts';
import type { Checked } from './check-anonymous.ts';
import * as queries from './responses.queries.ts';
import { rollupRows } from './rollup-rows.ts';

/**
 * So many of the responses that are there already are written anew with those that come: a crowd large enough, and the
 * most that one arrival may cost.
 */
const mixedWith = 1000;

/**
 * Writes responses and their claims so that neither order nor transaction tells which came together, and counts them
 * (docs/decisions/019-anonymous-responses-are-mixed.md).
 */
export async function storeAnonymous(tx: StreetTx, checked: readonly Checked[]): Promise<void> {
  if (checked.length === 0) return;
  const rows = checked.map((one) => one.response);
  const written = await queries.insertAnonymousMixed(tx.sql, tx.streetId, rows, mixedWith);
  await queries.mixAnonymousClaims(
    tx.sql,
    tx.streetId,
    written.map(({ id }) => id),
  );
  const counts = rollupRows(
    checked.map(({ response, answers, version }) => ({ ...response, answers, version })),
  );
  await queries.addToRollup(tx.sql, tx.streetId, counts);
}

/** Boxes are larger than responses, and fewer. */
const boxesMixedWith = 200;

/** Puts boxes into the sealed store so that neither order nor transaction tells when one came. */
export async function storeBoxes(
  tx: StreetTx,
  boxes: { id: string; roundId: string; box: string }[],
): Promise<void> {
  await queries.insertSealedMixed(tx.sql, tx.streetId, boxes, boxesMixedWith);
}
