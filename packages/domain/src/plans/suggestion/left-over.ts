import { must } from '../../must.ts';
import type { Board } from './board.ts';
import type { Need } from './needs.ts';
import type { LeftOver, LeftOverReason } from './request.ts';

/** Every door that got no slot, with the reason. */
export function leftOverOf(board: Board): LeftOver[] {
  const waiting = board.request.stairwells.flatMap(({ id }) => board.needs.get(id) ?? []);
  return [
    ...board.leftOver,
    ...waiting.flatMap((need) => {
      if (need.waiting.length === 0) return [];
      const reason = reasonFor(board, need);
      return need.waiting.map((householdId) => ({ householdId, stairwellId: need.stairwellId, reason }));
    }),
  ];
}

function reasonFor({ request, stairwells }: Board, need: Need): LeftOverReason {
  const { communityId } = must(stairwells.get(need.stairwellId), 'the stairwell of the doors');
  const teams = request.teams.filter((team) => team.communityId === communityId);
  if (teams.length === 0) return 'noTeam';
  if (need.notBefore > request.round.deadline) return 'tooLate';
  const people = teams.flatMap(({ id }) => must(request.people.get(id), 'the people of the team'));
  if (need.notBy.length > 0 && people.every((id) => need.notBy.includes(id))) return 'nobodyElse';
  return need.cells.length === 0 ? 'noWindow' : 'noTime';
}
