import { Problem } from '@huhudao/protocol';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import { checkSuitable, leaderRoles, memberRoles } from './suitable.ts';
import { countOtherNames, insertTeam, replaceMembers, updateTeam } from './teams.queries.ts';

export type TeamInput = {
  id: string;
  communityId: string;
  /** The community, its street and district: where a grant makes somebody suitable. */
  areaIds: readonly string[];
  name: string;
  leaderId: string;
  memberIds: readonly string[];
};

/** @throws Problem teamNameTaken, personUnsuitable */
async function checkTeam(tx: StreetTx, input: TeamInput): Promise<void> {
  const [same] = await countOtherNames(tx.sql, tx.streetId, input.communityId, input.name, input.id);
  if (same !== undefined && same.count > 0) throw new Problem('teamNameTaken');
  await checkSuitable(tx, [input.leaderId], leaderRoles, input.areaIds);
  await checkSuitable(tx, input.memberIds, memberRoles, input.areaIds);
}

export const createTeam = streetCommand({
  action: 'team.created',
  subject: (input: TeamInput) => ({ teamId: input.id, leaderId: input.leaderId, memberIds: input.memberIds }),
  run: async (tx, input) => {
    await checkTeam(tx, input);
    await insertTeam(tx.sql, { streetId: tx.streetId, ...input });
    await replaceMembers(tx.sql, tx.streetId, input.id, input.memberIds);
  },
});

export const changeTeam = streetCommand({
  action: 'team.changed',
  subject: (input: TeamInput) => ({ teamId: input.id, leaderId: input.leaderId, memberIds: input.memberIds }),
  run: async (tx, input) => {
    await checkTeam(tx, input);
    const updated = await updateTeam(tx.sql, tx.streetId, input.id, input.name, input.leaderId);
    if (updated.count === 0) throw new Problem('notFound');
    await replaceMembers(tx.sql, tx.streetId, input.id, input.memberIds);
  },
});
