/** Doors that were the person's to visit before a pull, and are not any more although their round goes on. */
import type { PlaceName } from '@huhudao/outbox';
import type { PullResponse } from '@huhudao/protocol';
import { chunkItems, type ChunkChanges, type Chunks } from './reference.chunks.ts';
import type { Assignment, Household, Stairwell, Team } from './reference.types.ts';
import type { DoorRef } from './work.types.ts';

/** What the worker is told of such a door until they have read it. */
export type GoneDoor = DoorRef & {
  id: string;
  place: PlaceName;
  /** The name of the team that visits it now; null where the office did not say. */
  teamName: string | null;
  /** Server time of the pull that told it, ISO 8601. */
  at: string;
};

/** `back`: doors that are the person's again, of which nothing is to be told any more. */
export type DoorsMoved = { gone: GoneDoor[]; back: Pick<DoorRef, 'roundId' | 'householdId'>[] };

/** The key of a door's notices: one a time that it went. */
export const goneDoorKey = ({ roundId, householdId }: Pick<DoorRef, 'roundId' | 'householdId'>): string =>
  `${roundId}:${householdId}:`;

/** What a page, merged by `mergePage` into `changes`, moves away from the person and back to them. */
export function doorsMoved(
  streetId: string,
  current: Chunks,
  changes: ChunkChanges,
  page: PullResponse,
): DoorsMoved {
  const kept = [...current].filter(([name]) => !changes.drop.includes(name));
  const before = visitedByMe(current);
  const after = visitedByMe(new Map([...kept, ...changes.write]));
  const open = new Set(page.rounds.map(({ id }) => id));
  const lost = [...before].filter(([key, { roundId }]) => !after.has(key) && open.has(roundId));
  const nameDoor = namesIn(current);
  const teams = new Map(page.teams.map(({ id, name }) => [id, name]));
  const told = new Map(page.assignments.map((one) => [goneDoorKey(one), one.teamId]));
  const gone = lost.flatMap(([key, { roundId, stairwellId, householdId }]): GoneDoor[] => {
    const place = nameDoor(stairwellId, householdId);
    if (place === undefined) return [];
    const teamName = teams.get(told.get(key) ?? '') ?? null;
    const at = page.serverTime;
    return [{ id: `${key}${at}`, streetId, roundId, stairwellId, householdId, place, teamName, at }];
  });
  const back = [...after].flatMap(([key, { roundId, householdId }]) =>
    before.has(key) ? [] : [{ roundId, householdId }],
  );
  return { gone, back };
}

/** Doors of the person's teams: a building head's stairwells are theirs to look after, not to visit. */
function visitedByMe(chunks: Chunks): Map<string, Assignment> {
  const mine = new Set(chunkItems<Team>(chunks, 'teams').flatMap(({ id, mine }) => (mine ? [id] : [])));
  const assignments = [...chunks.keys()]
    .filter((name) => name.startsWith('assignments:'))
    .flatMap((name) => chunkItems<Assignment>(chunks, name));
  return new Map(
    assignments
      .filter(({ teamId }) => teamId !== null && mine.has(teamId))
      .map((assignment) => [goneDoorKey(assignment), assignment]),
  );
}

function namesIn(chunks: Chunks): (stairwellId: string, householdId: string) => PlaceName | undefined {
  const stairwells = new Map(chunkItems<Stairwell>(chunks, 'stairwells').map((one) => [one.id, one]));
  return (stairwellId, householdId) => {
    const stairwell = stairwells.get(stairwellId);
    const households = chunkItems<Household>(chunks, `households:${stairwellId}`);
    const room = households.find(({ id }) => id === householdId)?.room;
    if (stairwell === undefined || room === undefined) return undefined;
    const { compoundName: compound, buildingLabel: building, label } = stairwell;
    return { compound, building, stairwell: label, room };
  };
}
