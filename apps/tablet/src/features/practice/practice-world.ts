/** The made-up street as the office knows it, without a word: rounds, doors, and what has happened at them. */
import { addDays, dayOf, instantOf, type Outcome } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import type { Assignment, Household, Plan, Issue, Revisit } from '../../local/reference.types.ts';
import { stairwellPlans, type Spot } from './practice-building.ts';

/** Hashes of the forms of the round. */
export type FormHashes = { questionnaire: string; visitForm: string };

export type WorldDoor = Spot & Pick<Household, 'id' | 'stairwellId'>;

export type World = {
  ids: { street: string; community: string; building: string; round: string; team: string };
  colleagueIds: readonly [string, string];
  stairwellIds: readonly string[];
  hashes: FormHashes;
  /** Today, as practice began. */
  day: string;
  doors: readonly WorldDoor[];
  assignments: Map<string, Assignment>;
  revisits: Revisit[];
  /** `note` is null where it is put in the language of the screen. */
  issues: (Omit<Issue, 'note'> & { note: string | null })[];
  plans: Plan[];
};

export const attemptsWanted = 3;

/** Doors with a story of their own, in the first stairwell. */
export const told = { doNotContact: '303', dog: '401', revisit: '203', issue: '301' } as const;

/** In the second stairwell: drawn, and not visited in the round. */
const notInRound: readonly string[] = ['B01', '502'];

export function practiceWorld(hashes: FormHashes, now: number): World {
  const ids = { street: newId(), community: newId(), building: newId(), round: newId(), team: newId() };
  const stairwellIds = stairwellPlans.map(() => newId());
  const doors = stairwellPlans.flatMap((spots, index) =>
    spots.map((spot) => ({ ...spot, id: newId(), stairwellId: stairwellIds[index] ?? '' })),
  );
  const day = dayOf(now);
  const [first, second] = stairwellIds;
  const visited = doors.filter((door) => door.stairwellId === first || !notInRound.includes(door.room));
  const assignments = new Map(
    visited.map((door) => [
      door.id,
      {
        ...untouched(ids.round, door, ids.team),
        ...(door.stairwellId === first ? happened(door.room, day) : {}),
        ...(door.stairwellId === second ? happenedNextDoor(door.room, day) : {}),
      },
    ]),
  );
  const doorOf = (room: string) =>
    doors.filter((door) => door.stairwellId === first && door.room === room).map(({ id }) => id);
  return {
    ids,
    colleagueIds: [newId(), newId()],
    stairwellIds,
    hashes,
    day,
    doors,
    assignments,
    revisits: doorOf(told.revisit).map((householdId) => waitingRevisit(householdId, day)),
    issues: doorOf(told.issue).map((householdId) => openIssue(householdId, day)),
    plans: [],
  };
}

const untouched = (roundId: string, door: WorldDoor, teamId: string): Assignment => ({
  ...{ roundId, householdId: door.id, stairwellId: door.stairwellId, teamId, gone: false, attempts: 0 },
  ...{ latestOutcome: null, latestAt: null, outcome: null, settled: false, appointment: null, visits: [] },
});

/** What has happened at a door so far. */
function happened(room: string, day: string): Partial<Assignment> {
  const yesterday = addDays(day, -1);
  switch (room) {
    case '501':
      return {
        ...attempt('appointment', yesterday, '18:40'),
        appointment: { day, from: '19:00', until: '20:00' },
      };
    case '402':
      return {
        ...attempt('notHome', yesterday, '09:40'),
        attempts: 2,
        visits: [madeVisit('notHome', addDays(day, -2), '10:10'), madeVisit('notHome', yesterday, '09:40')],
      };
    case '502':
      return { ...attempt('completed', yesterday, '19:10'), settled: true };
    case '103':
      return attempt('refused', addDays(day, -2), '10:05');
    default:
      return {};
  }
}

function happenedNextDoor(room: string, day: string): Partial<Assignment> {
  const yesterday = addDays(day, -1);
  if (room === '102') return { ...attempt('completed', yesterday, '18:20'), settled: true };
  return room === '301' ? attempt('notHome', yesterday, '15:30') : {};
}

const attempt = (outcome: Outcome, day: string, time: string): Partial<Assignment> => ({
  ...{ attempts: 1, outcome, latestOutcome: outcome, latestAt: instantOf(day, time) },
  visits: [madeVisit(outcome, day, time)],
});

const madeVisit = (outcome: Outcome, day: string, time: string): Assignment['visits'][number] => ({
  ...{ outcome, at: instantOf(day, time), by: null },
});

const waitingRevisit = (householdId: string, day: string): Revisit => ({
  ...{ id: newId(), householdId, state: 'planned', dueOn: addDays(day, 2), plannedOn: day },
  ...{ topics: ['lift'], promise: null, own: true, gone: false },
});

const openIssue = (householdId: string, day: string): World['issues'][number] => ({
  ...{ id: newId(), householdId, category: 'lighting', state: 'reported' },
  ...{ reportedOn: addDays(day, -5), note: null, gone: false },
});
