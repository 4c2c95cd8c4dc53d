import type { MutationResult } from '@huhudao/protocol';
import type { StreetTx } from '../http/transaction.ts';
import { listAnonymousClaims } from './responses.queries.ts';

/** What is told about ids that were claimed before: the same content came already, or the id was used for another. */
export async function answerTaken(
  tx: StreetTx,
  taken: readonly { id: string; contentHash: string }[],
): Promise<MutationResult[]> {
  if (taken.length === 0) return [];
  const rows = await listAnonymousClaims(
    tx.sql,
    tx.streetId,
    taken.map((one) => one.id),
  );
  const before = new Map(rows.map((row) => [row.id, row.contentHash]));
  return taken.map(({ id, contentHash }): MutationResult =>
    before.get(id) === contentHash
      ? { id, result: 'alreadyAccepted' }
      : { id, result: 'rejected', code: 'idReused', details: {} },
  );
}
