import { Problem } from '@huhudao/protocol';
import { listGone, type Places } from '../http/places.queries.ts';
import type { StreetTx } from '../http/transaction.ts';

/** A place that is no more would silently make the round smaller than what somebody chose. @throws Problem placesGone */
export async function checkParts({ sql, streetId }: StreetTx, { parts }: Places): Promise<void> {
  const gone = await listGone(sql, streetId, parts);
  if (gone.length > 0) throw new Problem('placesGone', { count: gone.length });
}
