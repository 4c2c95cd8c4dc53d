import { Problem } from '@huhudao/protocol';
import { streetCommand } from '../http/transaction.ts';
import { findHousehold, listNamed, type NamedResponse } from './look.queries.ts';

export type LookInput = { householdId: string; communityIds: readonly string[]; reason: string };

/**
 * Looking is an act: it is written into the audit with its reason in the transaction that reads, and the answers
 * leave after it is committed. Confidential responses are never read. @throws Problem notFound
 */
export const lookAtNamed = streetCommand({
  action: 'answers.lookedAt',
  subject: (input: LookInput, found: NamedResponse[]) => ({
    householdId: input.householdId,
    responseIds: found.map((one) => one.id),
    count: found.length,
    reason: input.reason,
  }),
  run: async (tx, { householdId, communityIds }): Promise<NamedResponse[]> => {
    const [household] = await findHousehold(tx.sql, tx.streetId, householdId);
    if (household === undefined || !communityIds.includes(household.communityId))
      throw new Problem('notFound');
    return listNamed(tx.sql, tx.streetId, householdId);
  },
});
