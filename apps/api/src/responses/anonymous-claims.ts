import { createHmac } from 'node:crypto';
import { must } from '@huhudao/domain';
import type { AnonymousResponse, MutationResult } from '@huhudao/protocol';
import canonicalize from 'canonicalize';
import type { StreetTx } from '../http/transaction.ts';
import { listAnonymousClaims } from './responses.queries.ts';

/**
 * The digest an anonymous response is known again by, whether it came in a batch or in a box. Keyed: the id stands
 * beside it, so that the answers of a short form could be found by trying them all.
 */
export function contentHashOf(tx: Pick<StreetTx, 'deps'>, response: AnonymousResponse): string {
  return createHmac('sha256', tx.deps.keys.audit)
    .update(`anonymous response ${must(canonicalize(response), 'a canonical form')}`)
    .digest('hex');
}

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
