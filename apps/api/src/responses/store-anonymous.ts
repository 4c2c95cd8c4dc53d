import type { StreetTx } from '../http/transaction.ts';
import type { Checked } from './check-anonymous.ts';
import type { MayCount } from './record-responses.ts';
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
export async function storeAnonymous(tx: StreetTx, checked: readonly Counting[]): Promise<void> {
  if (checked.length === 0) return;
  const rows = checked.map(({ response: { insteadOf: _, ...stored }, counted }) => ({ ...stored, counted }));
  const written = await queries.insertAnonymousMixed(tx.sql, tx.streetId, rows, mixedWith);
  await queries.mixAnonymousClaims(
    tx.sql,
    tx.streetId,
    written.map(({ id }) => id),
  );
  const counts = rollupRows(
    checked.flatMap(({ response, answers, version, counted }) =>
      counted ? [{ ...response, answers, version }] : [],
    ),
  );
  if (counts.length > 0) await queries.addToRollup(tx.sql, tx.streetId, counts);
}

/** A response that may be stored, and whether it counts. */
type Counting = Checked & { counted: boolean };

/** Decides of each whether it counts. Asked when a response arrives, and again when its box is opened, it says the same. */
export async function countingOf<C extends Checked>(
  tx: StreetTx,
  checked: readonly C[],
  mayCount: MayCount,
): Promise<(C & { counted: boolean })[]> {
  const counting: (C & { counted: boolean })[] = [];
  for (const one of checked) {
    const { roundId, insteadOf = [] } = one.response;
    counting.push({ ...one, counted: await mayCount(tx, roundId, insteadOf) });
  }
  return counting;
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
