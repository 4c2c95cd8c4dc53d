import { communitiesWithoutTeam } from '@huhudao/domain';
import { listTeams } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../parts/format.ts';
import type { RoundDraft } from './round-draft.ts';

/**
 * The communities of a round in which no team takes part, as a list in words; null where each has one, and where the
 * teams are not this person's to see. A round with such a community is not opened.
 */
export function useWithoutTeam(
  { communityIds, teamIds }: Pick<RoundDraft, 'communityIds' | 'teamIds'>,
  streetId: string,
): string | null {
  const session = useSession();
  const format = useFormat();
  const { tree } = useArea();
  const enabled = may(session, tree, 'teams.read', streetId);
  const teams = useRead(listTeams, { params: { areaId: streetId } }, { enabled }).data;
  if (teams === undefined) return null;
  const taking = teams.filter((team) => teamIds.includes(team.id));
  const without = communitiesWithoutTeam({ scope: { communityIds }, teams: taking });
  return without.length === 0 ? null : format.list(without.map((id) => tree.find(id)?.name ?? id));
}
