/**
 * Boxes from a revoked tablet: taken so that nothing is lost, kept sealed among the street's records on hold, and not
 * counted. Who holds the tablet may have made them up; what is in them is not looked at.
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
    await queries.insertWithheld(tx.sql, tx.streetId, sealed, dayOf(tx.at));
    return sealed.map(({ id }) => refused(id, 'deviceRevoked'));
  },
});
