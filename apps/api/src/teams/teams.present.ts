import type { TeamView } from '@huhudao/protocol';
import type { TeamRow } from './teams.queries.ts';

export const presentTeam = (row: TeamRow): TeamView => ({
  id: row.id,
  communityId: row.communityId,
  name: row.name,
  leader: { id: row.leaderId, name: row.leaderName },
  members: row.members,
});
