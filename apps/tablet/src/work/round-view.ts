import { doorStateOf, type DoorState } from '@huhudao/ui/stairwell-grid';
import type {
  Assignment,
  Household,
  Revisit,
  Round,
  Stairwell,
  StreetReference,
} from '../local/reference.types.ts';
import { notYetPulled, type OwnWork } from './own-work.ts';
import { roundDoors, type AssignedDoor, type AssignedStairwell, type RoundDoors } from './round-doors.ts';
import { standingWith, type DoorStanding, type Visit } from './standing.ts';

/** A door of mine in a round, with everything the screens say about it. */
export type Door = {
  household: Household;
  standing: DoorStanding;
  state: DoorState;
  /** A revisit that waits here; topics and due date, never a reason. */
  revisit: Revisit | undefined;
  /** The 12345 cases one goes back to here. */
  cases: NonNullable<Assignment['cases']>;
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
  return new RoundViews().of(reference, roundId, work);
}

/**
 * The view of a round, worked out again whenever something was recorded. Only what that changes is made anew; every
 * other door and stairwell stays the same object, so that screens do not draw it again.
 */
export class RoundViews {
  #mine: RoundDoors | undefined;
  #last: { work: OwnWork; view: RoundView } | undefined;
  readonly #doors = new Map<string, { before: AtDoor; door: Door }>();
  readonly #stairwells = new Map<string, StairwellView>();

  of(reference: StreetReference, roundId: string, work: OwnWork): RoundView | undefined {
    if (this.#mine?.reference !== reference || this.#mine.round.id !== roundId) {
      this.#mine = roundDoors(reference, roundId);
      this.#last = undefined;
      this.#doors.clear();
      this.#stairwells.clear();
    }
    const mine = this.#mine;
    if (mine === undefined) return undefined;
    if (this.#last === undefined || !tellsTheSame(this.#last.work, work)) {
      const at = workAtDoors(mine, work);
      const stairwells = mine.stairwells.map((one) => this.#stairwell(one, mine.round, at));
      this.#last = { work, view: { streetId: reference.streetId, round: mine.round, stairwells } };
    }
    return this.#last.view;
  }

  #stairwell(assigned: AssignedStairwell, round: Round, at: (householdId: string) => AtDoor): StairwellView {
    const { stairwell, others } = assigned;
    const doors = assigned.doors.map((door) => this.#door(door, round, at(door.household.id)));
    const before = this.#stairwells.get(stairwell.id);
    if (before !== undefined && isSame(before.doors, doors)) return before;
    const settled = doors.filter((door) => door.standing.settled).length;
    const view = { stairwell, doors, others, settled };
    this.#stairwells.set(stairwell.id, view);
    return view;
  }

  #door(assigned: AssignedDoor, round: Round, now: AtDoor): Door {
    const { id } = assigned.household;
    const known = this.#doors.get(id);
    if (known !== undefined && isSameWork(known.before, now)) return known.door;
    const door = doorOf(assigned, round, now);
    this.#doors.set(id, { before: now, door });
    return door;
  }
}

/** What this tablet has done at a door that the office does not tell yet. */
type AtDoor = { visits: readonly Visit[]; draft: boolean; sending: Door['sending'] };

const isSame = <T>(before: readonly T[], now: readonly T[]): boolean =>
  before.length === now.length && before.every((one, index) => one === now[index]);

const isSameWork = (before: AtDoor, now: AtDoor): boolean =>
  before.draft === now.draft && before.sending === now.sending && isSame(before.visits, now.visits);

/** Of a draft a door shows only that there is one: a visit saves its own at every answer. */
function tellsTheSame(before: OwnWork, now: OwnWork): boolean {
  return (
    before.own === now.own &&
    before.held === now.held &&
    before.records === now.records &&
    before.confirmed === now.confirmed &&
    isSame(before.drafts.map(draftDoor), now.drafts.map(draftDoor))
  );
}

const draftDoor = ({ roundId, householdId }: OwnWork['drafts'][number]): string =>
  `${roundId} ${householdId}`;

function workAtDoors({ reference, round }: RoundDoors, work: OwnWork): (householdId: string) => AtDoor {
  const pending = ofRound(notYetPulled('visit', reference, work), round.id);
  const visits = Map.groupBy(pending, (visit) => visit.householdId);
  const drafts = new Set(ofRound(work.drafts, round.id).map((draft) => draft.householdId));
  const sending = sendingByDoor(round.id, work);
  return (id) => ({ visits: visits.get(id) ?? [], draft: drafts.has(id), sending: sending.get(id) ?? null });
}

function doorOf({ household, assignment, revisit }: AssignedDoor, round: Round, at: AtDoor): Door {
  const standing = standingWith(assignment, at.visits, round.attemptsWanted);
  const state = doorStateOf({
    assigned: true,
    outcome: standing.byResident === null ? standing.outcome : 'appointment',
    occupancy: household.occupancy,
    doNotContact: household.doNotContact,
    revisit: revisit !== undefined && revisit.state !== 'visited',
  });
  const { cases = [] } = assignment;
  return { household, standing, state, revisit, cases, draft: at.draft, sending: at.sending };
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
