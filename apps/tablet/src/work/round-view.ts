import { doorStateOf, layOutStairwell, type DoorState } from '@huhudao/ui/stairwell-grid';
import type {
  Assignment,
  Household,
  Revisit,
  Round,
  Stairwell,
  StreetReference,
} from '../local/reference.types.ts';
import { notYetPulled, type OwnWork } from './own-work.ts';
import { standingWith, type DoorStanding } from './standing.ts';

/** A door of mine in a round, with everything the screens say about it. */
export type Door = {
  household: Household;
  standing: DoorStanding;
  state: DoorState;
  /** A revisit that waits here; topics and due date, never a reason. */
  revisit: Revisit | undefined;
  /** Answers or a visit were begun here and wait to be gone on with. */
  draft: boolean;
  /** How far this tablet's work at the door has come. */
  sending: 'held' | 'unsent' | 'needsAttention' | null;
};

export type StairwellView = {
  stairwell: Stairwell;
  doors: Door[];
  /** The stairwell’s other doors, which the round does not visit: drawn, not opened. */
  others: Household[];
  settled: number;
};

export type RoundView = {
  streetId: string;
  round: Round;
  /** In walking order; within a stairwell from the top floor down. */
  stairwells: StairwellView[];
};

export function roundView(reference: StreetReference, roundId: string, work: OwnWork): RoundView | undefined {
  const round = reference.rounds.find((one) => one.id === roundId);
  if (round === undefined) return undefined;
  const build = doorBuilder(reference, round, work);
  const byStairwell = Map.groupBy(reference.households, (household) => household.stairwellId);
  const stairwells = reference.stairwells.toSorted(inWalkingOrder).flatMap((stairwell) => {
    const households = topDown(byStairwell.get(stairwell.id) ?? []);
    const doors = households.flatMap(build);
    if (doors.length === 0) return [];
    const visited = new Set(doors.map((door) => door.household));
    const others = households.filter((household) => !visited.has(household));
    return [{ stairwell, doors, others, settled: doors.filter((door) => door.standing.settled).length }];
  });
  return { streetId: reference.streetId, round, stairwells };
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

function doorBuilder(reference: StreetReference, round: Round, work: OwnWork) {
  const assignments = new Map<string, Assignment>();
  for (const assignment of reference.assignments)
    if (assignment.roundId === round.id) assignments.set(assignment.householdId, assignment);
  const visits = Map.groupBy(
    ofRound(notYetPulled('visit', reference, work), round.id),
    (visit) => visit.householdId,
  );
  const revisits = new Map(reference.revisits.map((revisit) => [revisit.householdId, revisit]));
  const drafts = new Set(ofRound(work.drafts, round.id).map((draft) => draft.householdId));
  const sending = sendingByDoor(round.id, work);
  return (household: Household): Door[] => {
    const assignment = assignments.get(household.id);
    if (assignment === undefined) return [];
    const standing = standingWith(assignment, visits.get(household.id) ?? [], round.attemptsWanted);
    const revisit = revisits.get(household.id);
    const state = doorStateOf({
      assigned: true,
      outcome: standing.outcome,
      occupancy: household.occupancy,
      doNotContact: household.doNotContact,
      revisit: revisit !== undefined && revisit.state !== 'visited',
    });
    const draft = drafts.has(household.id);
    return [{ household, standing, state, revisit, draft, sending: sending.get(household.id) ?? null }];
  };
}

const ofRound = <T extends { roundId: string | null }>(items: readonly T[], roundId: string): T[] =>
  items.filter((item) => item.roundId === roundId);

function sendingByDoor(roundId: string, work: OwnWork): ReadonlyMap<string, NonNullable<Door['sending']>> {
  const sending = new Map<string, NonNullable<Door['sending']>>();
  for (const door of work.held.flatMap((held) => held.doors))
    if (door.roundId === roundId) sending.set(door.householdId, 'held');
  for (const { label, state, correctedBy } of work.records) {
    if (label.roundId !== roundId || label.householdId === null || correctedBy !== null) continue;
    if (state === 'needsAttention') sending.set(label.householdId, 'needsAttention');
    else if (state === 'queued' || state === 'sending') sending.set(label.householdId, 'unsent');
  }
  return sending;
}
