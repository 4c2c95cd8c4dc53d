import { timeAt } from '../../calendar.ts';
import { must } from '../../must.ts';
import { shareOut } from '../../rounds/share-out.ts';
import { Diary } from './diary.ts';
import type { Agreed, Demand, Need } from './needs.ts';
import type { LeftOver, SlotReason, SuggestedSlot, SuggestedStairwell, SuggestedTeam } from './request.ts';
import type { SuggestRequest, Suggestion } from './request.ts';
import type { Stretch } from './stretches.ts';

/** A plan in the making: what is waiting, who is busy, and what has been laid down. */
export type Board = {
  request: SuggestRequest;
  stretches: readonly Stretch[];
  needs: ReadonlyMap<string, readonly Need[]>;
  diary: Diary;
  /** The team whose stretch of the walking order a stairwell is in; none where its community has no team. */
  owners: ReadonlyMap<string, string>;
  teams: ReadonlyMap<string, SuggestedTeam>;
  stairwells: ReadonlyMap<string, SuggestedStairwell>;
  slots: SuggestedSlot[];
  leftOver: LeftOver[];
};

/** The board before anything is suggested: what stands is booked, and the stairwells are shared out. */
export function setUp(
  request: SuggestRequest,
  stretches: readonly Stretch[],
  demand: Pick<Demand, 'needs'> & { agreed: readonly Agreed[] },
): Board {
  const diary = new Diary(request.people);
  for (const slot of request.standing) diary.book(slot);
  return {
    request,
    stretches,
    needs: demand.needs,
    diary,
    owners: shareOutByCommunity(request, demand),
    teams: new Map(request.teams.map((team) => [team.id, team])),
    stairwells: new Map(request.stairwells.map((one) => [one.id, one])),
    slots: [],
    leftOver: [],
  };
}

function shareOutByCommunity(
  { stairwells, teams }: SuggestRequest,
  { needs, agreed }: { needs: Board['needs']; agreed: readonly Agreed[] },
): Map<string, string> {
  const appointments = Map.groupBy(agreed, ({ stairwellId }) => stairwellId);
  const loads = stairwells.map(({ id, communityId }) => {
    const waiting = (needs.get(id) ?? []).reduce((sum, need) => sum + need.waiting.length, 0);
    return { stairwellId: id, communityId, doors: waiting + (appointments.get(id)?.length ?? 0) };
  });
  const shared = [...Map.groupBy(loads, ({ communityId }) => communityId)].flatMap(([communityId, list]) => {
    const ids = teams.filter((team) => team.communityId === communityId).map(({ id }) => id);
    return [...shareOut(list, ids)];
  });
  return new Map(shared);
}

export type Laid = {
  team: SuggestedTeam;
  stairwell: SuggestedStairwell;
  day: string;
  start: number;
  end: number;
  householdIds: readonly string[];
  appointmentIds: readonly string[];
  reasons: readonly SlotReason[];
};

/** Lays a slot down and books it. */
export function lay(board: Board, laid: Laid): void {
  const { team, stairwell, day, start, end, householdIds, appointmentIds, reasons } = laid;
  const owner = must(board.owners.get(stairwell.id), 'the team whose stretch the stairwell is in');
  const slot: SuggestedSlot = {
    id: `suggested-${board.slots.length + 1}`,
    roundId: board.request.round.id,
    stairwellId: stairwell.id,
    teamId: team.id,
    day,
    from: timeAt(start),
    until: timeAt(end),
    householdIds,
    appointmentIds,
    reasons: owner === team.id ? reasons : [...reasons, { code: 'helping', teamId: owner }],
  };
  board.slots.push(slot);
  board.diary.book(slot);
}

/** In order of day, time and team. */
export const inOrderOfTime = (slots: readonly SuggestedSlot[]): Suggestion['slots'] =>
  slots.toSorted((a, b) => compare(orderOf(a), orderOf(b)));

const orderOf = ({ day, from, teamId, stairwellId }: SuggestedSlot): string =>
  `${day} ${from} ${teamId} ${stairwellId}`;

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
