import { Problem } from '@huhudao/protocol';
import { streetCommand } from '../http/transaction.ts';
import { updateHousehold } from './households.queries.ts';
import { findProposal, markDecided } from './proposals.queries.ts';

export type DecisionInput = { proposalId: string; householdId: string; accept: boolean };

/** @throws Problem notFound, proposalDecided */
export const decideProposal = streetCommand({
  action: 'occupancyProposal.decided',
  subject: ({ proposalId, householdId, accept }: DecisionInput) => ({ proposalId, householdId, accept }),
  run: async (tx, { proposalId, householdId, accept }) => {
    const [proposal] = await findProposal(tx.sql, tx.streetId, proposalId);
    if (proposal === undefined) throw new Problem('notFound');
    if (proposal.decidedAt !== null) throw new Problem('proposalDecided');
    await markDecided(tx.sql, tx.streetId, proposalId, accept, { at: tx.at, personId: tx.actor.personId });
    if (!accept) return;
    const change = { occupancy: proposal.proposed };
    await updateHousehold(tx.sql, tx.streetId, householdId, change, tx.changeNumber);
  },
});
