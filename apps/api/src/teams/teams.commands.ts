import { Problem } from '@huhudao/protocol';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import { countOtherNames, insertTeam, listHolders, replaceMembers, updateTeam } from './teams.queries.ts';

/** A leader is street or community staff; anybody who visits, and the building head, may come along. */
const leaderRoles = ['teamLeader', 'communityOffice', 'streetOffice', 'assessor'];
const memberRoles = [...leaderRoles, 'worker', 'buildingHead'];

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
  const leaders = await listHolders(tx.sql, [input.leaderId], leaderRoles, input.areaIds);
  if (leaders.length === 0) throw new Problem('personUnsuitable', { personId: input.leaderId });
  if (input.memberIds.length === 0) return;
  const holders = new Set(
    (await listHolders(tx.sql, input.memberIds, memberRoles, input.areaIds)).map((row) => row.personId),
  );
  const unsuitable = input.memberIds.find((personId) => !holders.has(personId));
  if (unsuitable !== undefined) throw new Problem('personUnsuitable', { personId: unsuitable });
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
