import { Problem } from '@huhudao/protocol';
import { streetCommand } from '../http/transaction.ts';
import { markReleased } from './assessors.queries.ts';
import { findRound } from './rounds.queries.ts';

/**
 * Shows an assessor's round to everybody who sees any other round. Only once it is closed: while doors are still
 * visited, who knows the list can prepare them.
 * @throws Problem notFound, roundPurposeWrong where it is no assessor's, roundStateWrong, roundReleased
 */
export const releaseRound = streetCommand({
  action: 'round.released',
  subject: (input: { roundId: string }) => input,
  run: async (tx, { roundId }) => {
    const [round] = await findRound(tx.sql, tx.streetId, roundId);
    if (round === undefined) throw new Problem('notFound');
    if (round.assessorId === null) throw new Problem('roundPurposeWrong');
    if (round.state !== 'closed') throw new Problem('roundStateWrong', { state: round.state });
    if (round.releasedAt !== null) throw new Problem('roundReleased');
    await markReleased(tx.sql, tx.streetId, roundId, tx.at, tx.changeNumber);
  },
});
