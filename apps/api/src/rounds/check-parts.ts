import { must } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import { countBelowGrid, listGone, type Places } from '../http/places.queries.ts';
import type { StreetTx } from '../http/transaction.ts';

/**
 * A place that is no more would silently make the round smaller than what somebody chose. And a rate, like an anonymous
 * answer, is known by its round and community: in a round of one stairwell it would be the stairwell's.
 * @throws Problem placesGone, askedBelowGrid
 */
export async function checkParts(
  { sql, streetId }: StreetTx,
  { scope: { parts }, questionnaireHash }: { scope: Places; questionnaireHash: string | null },
): Promise<void> {
  const gone = await listGone(sql, streetId, parts);
  if (gone.length > 0) throw new Problem('placesGone', { count: gone.length });
  if (questionnaireHash === null) return;
  const [below] = await countBelowGrid(sql, parts);
  if (must(below, 'the count').count > 0) throw new Problem('askedBelowGrid');
}
