/** Everything the plan screen looks up, made once for what the disk says now. */
import {
  defaultDoorsPerHour,
  tallyContacts,
  type ClashFacts,
  type ContactTally,
  type ContactVisit,
  type Pace,
  type PlannedSlot,
} from '@huhudao/domain';
import type { Household, Stairwell, StreetReference, Team } from '../local/reference.types.ts';
import { countedContacts, type DoorRecord } from './door-history.ts';
import { notYetPulled, type OwnWork } from './own-work.ts';
import { allPlans, type PlannedVisit } from './plans.ts';
import type { RoundView, StairwellView } from './round-view.ts';
import type { DoorStanding } from './standing.ts';

export type PlanBook = {
  view: RoundView;
  me: string;
  /** The teams of the round in the communities of my stairwells; mine first. */
  teams: readonly Team[];
  /** The plans of this round. */
  plans: readonly PlannedVisit[];
  /** All that stands in the street as far as this tablet knows: of this round, of others, and hours spent elsewhere. */
  standing: readonly PlannedSlot[];
  facts: ClashFacts;
  /** Who was met when: counted when it is first asked for, as the calendar does without. */
  contacts: () => ContactTally;
  paceOf: (teamId: string) => Pace;
  stairwells: ReadonlyMap<string, StairwellView>;
  /** What the office told of each door of the round, and what was recorded here since; looked up like `contacts`. */
  doors: () => Doors;
  /** What residents have agreed to in this round, however it was agreed. */
  agreed: readonly AgreedTime[];
};

type Doors = ReadonlyMap<string, DoorRecord>;

/** A door of the round and when it expects somebody. */
export type AgreedTime = {
  stairwell: Stairwell;
  household: Household;
  appointment: NonNullable<DoorStanding['appointment']>;
};

const unknownPace: Pace = { doorsPerHour: defaultDoorsPerHour, occasions: 0, from: 'default' };

/** `me`: the id of the person. */
export function planBook(view: RoundView, reference: StreetReference, work: OwnWork, me: string): PlanBook {
  const all = allPlans(reference, work, me);
  const doors = once(() => doorsOf(view, reference, work));
  const paces = new Map(
    reference.planning.flatMap(({ paces: list }) => list.map((one) => [one.teamId, one])),
  );
  return {
    view,
    me,
    teams: teamsOf(view, reference),
    plans: all.filter(({ roundId }) => roundId === view.round.id),
    standing: [...all.map(slotOf), ...elsewhere(reference)],
    facts: {
      teams: peopleOf(reference, all),
      rounds: new Map(reference.rounds.map((round) => [round.id, round])),
      quietDoors: quietDoorsOf(view),
    },
    contacts: once(() => contactsOf(view, reference, doors())),
    paceOf: (teamId) => paces.get(teamId) ?? unknownPace,
    stairwells: new Map(view.stairwells.map((one) => [one.stairwell.id, one])),
    doors,
    agreed: agreedIn(view),
  };
}

/** Worked out when it is first asked for, and kept. */
function once<T extends object>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done ??= work());
}

export const slotOf = ({
  id,
  roundId,
  stairwellId,
  teamId,
  day,
  from,
  until,
}: PlannedVisit): PlannedSlot => ({
  ...{ id, roundId, stairwellId, teamId, day, from, until },
});

/** How many doors of a stairwell are not settled. */
export const leftIn = (stairwell: StairwellView | undefined): number =>
  stairwell === undefined ? 0 : stairwell.doors.length - stairwell.settled;

/** Where they are is not told: a stairwell that is like no other. */
const elsewhere = ({ busy }: StreetReference): PlannedSlot[] =>
  busy.map(({ id, teamId, day, from, until }) => ({
    ...{ id, teamId, day, from, until, roundId: 'elsewhere', stairwellId: `elsewhere ${id}` },
  }));

function teamsOf(view: RoundView, reference: StreetReference): Team[] {
  const communities = new Set(view.stairwells.map(({ stairwell }) => stairwell.communityId));
  return reference.teams
    .filter((team) => team.roundIds.includes(view.round.id))
    .filter((team) => team.mine || communities.has(team.communityId))
    .toSorted(
      (a, b) => Number(b.mine) - Number(a.mine) || a.name.localeCompare(b.name, 'zh-CN', { numeric: true }),
    );
}

/** Of a team that was not told, those of its people who are in a team that was; none where not even that is known. */
function peopleOf(
  reference: StreetReference,
  plans: readonly PlannedVisit[],
): Map<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ...plans.map(({ teamId }): [string, readonly string[]] => [teamId, []]),
    ...reference.busy.map(({ teamId, personIds }): [string, readonly string[]] => [teamId, personIds]),
    ...reference.teams.map(({ id, leaderId, members }): [string, readonly string[]] => [
      id,
      [...new Set([leaderId, ...members.map((member) => member.id)])],
    ]),
  ]);
}

const agreedIn = ({ stairwells }: RoundView): AgreedTime[] =>
  stairwells.flatMap(({ stairwell, doors }) =>
    doors.flatMap(({ household, standing: { appointment } }) =>
      appointment === null ? [] : [{ stairwell, household, appointment }],
    ),
  );

function quietDoorsOf({ stairwells }: RoundView): ClashFacts['quietDoors'] {
  return new Map(
    stairwells.flatMap(({ stairwell, doors }) => {
      const quiet = doors
        .filter(({ household, standing }) => household.quiet.length > 0 && !standing.settled)
        .map(({ household }) => ({ householdId: household.id, quiet: household.quiet }));
      return quiet.length === 0 ? [] : [[stairwell.id, quiet] as const];
    }),
  );
}

function doorsOf(view: RoundView, reference: StreetReference, work: OwnWork): Doors {
  const { id } = view.round;
  const own = notYetPulled('visit', reference, work).filter(({ roundId }) => roundId === id);
  const visits = Map.groupBy(own, ({ householdId }) => householdId);
  return new Map(
    reference.assignments
      .filter(({ roundId }) => roundId === id)
      .map((assignment) => [
        assignment.householdId,
        { assignment, visits: visits.get(assignment.householdId) ?? [] },
      ]),
  );
}

/** The doors by what is known here, stairwells and communities by what the office counted. */
function contactsOf(view: RoundView, reference: StreetReference, doors: Doors): ContactTally {
  const visits = view.stairwells.flatMap(({ stairwell, doors: there }) =>
    there.flatMap(({ household }): ContactVisit[] => {
      const door = doors.get(household.id);
      if (door === undefined) return [];
      const place = {
        householdId: household.id,
        stairwellId: stairwell.id,
        communityId: stairwell.communityId,
      };
      return [...door.assignment.visits, ...door.visits].map(({ outcome, at }) => ({
        ...place,
        outcome,
        occurredAt: at,
      }));
    }),
  );
  return { ...countedContacts(reference), door: tallyContacts(visits).door };
}
