import { layOutStairwell } from '@huhudao/ui/stairwell-grid';
import type {
  Assignment,
  Household,
  Revisit,
  Round,
  Stairwell,
  StreetReference,
} from '../local/reference.types.ts';

/** A door of mine, as the office told of it at the last pull. */
export type AssignedDoor = { household: Household; assignment: Assignment; revisit: Revisit | undefined };

export type AssignedStairwell = { stairwell: Stairwell; doors: AssignedDoor[]; others: Household[] };

/** What of a round only a pull changes: where my doors are, in walking order; within a stairwell from the top floor down. */
export type RoundDoors = { reference: StreetReference; round: Round; stairwells: AssignedStairwell[] };

/** Undefined where the round is not among the street's. */
export function roundDoors(reference: StreetReference, roundId: string): RoundDoors | undefined {
  const round = reference.rounds.find((one) => one.id === roundId);
  if (round === undefined) return undefined;
  const byStairwell = Map.groupBy(reference.households, (household) => household.stairwellId);
  const assigned = assigner(reference, round);
  const stairwells = reference.stairwells.toSorted(inWalkingOrder).flatMap((stairwell) => {
    const households = topDown(byStairwell.get(stairwell.id) ?? []);
    const doors = households.flatMap(assigned);
    if (doors.length === 0) return [];
    const visited = new Set(doors.map((door) => door.household));
    return [{ stairwell, doors, others: households.filter((household) => !visited.has(household)) }];
  });
  return { reference, round, stairwells };
}

function assigner(reference: StreetReference, round: Round): (household: Household) => AssignedDoor[] {
  const assignments = new Map<string, Assignment>();
  for (const assignment of reference.assignments)
    if (assignment.roundId === round.id) assignments.set(assignment.householdId, assignment);
  const revisits = new Map(reference.revisits.map((revisit) => [revisit.householdId, revisit]));
  return (household) => {
    const assignment = assignments.get(household.id);
    return assignment === undefined ? [] : [{ household, assignment, revisit: revisits.get(household.id) }];
  };
}

/** Community, compound, building, stairwell: the way one walks. */
export function inWalkingOrder(a: Stairwell, b: Stairwell): number {
  return (
    a.communityName.localeCompare(b.communityName, 'zh-CN') ||
    a.compoundName.localeCompare(b.compoundName, 'zh-CN') ||
    a.buildingPosition - b.buildingPosition ||
    a.buildingLabel.localeCompare(b.buildingLabel, 'zh-CN', { numeric: true }) ||
    a.position - b.position
  );
}

/** The lift up, the stairs down: floor by floor from the top, each from the left. */
function topDown(households: readonly Household[]): Household[] {
  return layOutStairwell(households).rows.flatMap((row) => row.cells.map((cell) => cell.door));
}
