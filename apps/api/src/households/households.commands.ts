import { Problem } from '@huhudao/protocol';
import { streetCommand } from '../http/transaction.ts';
import { updateHousehold, type HouseholdChange } from './households.queries.ts';
import { decideOpenProposal } from './proposals.queries.ts';

export type HouseholdInput = { householdId: string; change: HouseholdChange };

const givenFields = (change: HouseholdChange): string[] =>
  Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));

/** Corrects a household. A new occupancy also answers what a visit proposed: the office has looked at this door. */
export const changeHousehold = streetCommand({
  action: 'household.changed',
  subject: ({ householdId, change }: HouseholdInput) => ({ householdId, fields: givenFields(change) }),
  run: async (tx, { householdId, change }) => {
    const updated = await updateHousehold(tx.sql, tx.streetId, householdId, change, tx.changeNumber);
    if (updated.count === 0) throw new Problem('notFound');
    if (change.occupancy === undefined) return;
    const by = { at: tx.at, personId: tx.actor.personId };
    await decideOpenProposal(tx.sql, tx.streetId, householdId, change.occupancy, by);
  },
});
