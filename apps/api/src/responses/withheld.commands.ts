/**
 * Boxes from a revoked tablet: taken so that nothing is lost, kept sealed among the street's records on hold, and not
 * counted. Who holds the tablet may have made them up; what is in them is not looked at. One that came before the tablet
 * was revoked is counted, and not on hold.
 */
import { dayOf } from '@huhudao/domain';
import type { MutationResult } from '@huhudao/protocol';
import { refused } from '../http/records.ts';
import { streetCommand } from '../http/transaction.ts';
import * as queries from './responses.queries.ts';
import type { Box } from './sealed.commands.ts';

export const withholdSealed = streetCommand({
  action: 'responses.sealedWithheld',
  withoutActor: true,
  subject: ({ sealed }: { sealed: readonly Box[] }) => ({ count: sealed.length }),
  run: async (tx, { sealed }): Promise<MutationResult[]> => {
    const ids = sealed.map(({ id }) => id);
    // Nobody but the tablet knows an id: what came under it before is this response, and counts already.
    const known = new Set((await queries.listAnonymousClaims(tx.sql, tx.streetId, ids)).map(({ id }) => id));
    const fresh = sealed.filter(({ id }) => !known.has(id));
    if (fresh.length > 0) await queries.insertWithheld(tx.sql, tx.streetId, fresh, dayOf(tx.at));
    return ids.map((id) =>
      known.has(id) ? { id, result: 'alreadyAccepted' } : refused(id, 'deviceRevoked'),
    );
  },
});
