import { endsChosen, standingOf, type Outcome, type VisitFact } from '@huhudao/domain';
import type { Assignment } from '../local/reference.types.ts';
import type { Appointment, OwnRecord } from '../local/work.types.ts';

/** A visit this tablet recorded. */
export type Visit = Extract<OwnRecord, { kind: 'visit' }>;

/** How a door stands in a round: what the office said at the last pull, and what this tablet has done since. */
export type DoorStanding = {
  outcome: Outcome | null;
  settled: boolean;
  attempts: number;
  latest: { outcome: Outcome; at: string } | null;
  /** Agreed at the door, or else chosen by the resident. */
  appointment: Appointment | null;
  /** The resident chose it with the link on a slip; the note is what they wrote with it. */
  byResident: { note: string | null } | null;
};

/**
 * Visits of this tablet that the assignment does not yet count are added by the domain's own rule. What was pulled
 * stands for all visits before it; its days are not known, so "enough attempts on enough days" is left to the office.
 */
export function standingWith(
  assignment: Assignment,
  newVisits: readonly Visit[],
  attemptsWanted: number,
): DoorStanding {
  const pulled = pulledFact(assignment);
  const standing = standingOf([...pulled, ...newVisits.map(factOf)], attemptsWanted);
  const appointments = newVisits.filter((visit) => visit.outcome === 'appointment');
  const agreed = appointments.at(-1)?.appointment ?? assignment.appointment;
  const chosen = chosenWith(assignment, newVisits);
  return {
    outcome: standing.outcome,
    settled: standing.settled || (assignment.settled && standing.outcome === assignment.outcome),
    attempts: assignment.attempts + newVisits.length,
    latest: latestOf(assignment, newVisits),
    appointment: chosen?.when ?? (standing.outcome === 'appointment' ? agreed : null),
    byResident: chosen === null ? null : { note: chosen.note },
  };
}

/** What the resident chose, unless a visit of this tablet has ended it since. */
function chosenWith(
  { chosen }: Assignment,
  newVisits: readonly Visit[],
): { when: Appointment; note: string | null } | null {
  if (chosen === undefined) return null;
  if (newVisits.some(({ outcome, at }) => endsChosen({ outcome, occurredAt: at }, chosen))) return null;
  const { day, from, until, note } = chosen;
  return { when: { day, from, until }, note };
}

function pulledFact(assignment: Assignment): VisitFact[] {
  const { outcome, latestAt } = assignment;
  if (outcome === null || latestAt === null) return [];
  return [{ id: '', outcome, occurredAt: latestAt, receivedAt: latestAt, personId: '' }];
}

const factOf = (visit: Visit): VisitFact => ({
  id: visit.id,
  outcome: visit.outcome,
  occurredAt: visit.at,
  receivedAt: visit.at,
  personId: '',
});

function latestOf(assignment: Assignment, newVisits: readonly Visit[]): DoorStanding['latest'] {
  const mine = newVisits.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (mine !== undefined) return { outcome: mine.outcome, at: mine.at };
  const { latestOutcome, latestAt } = assignment;
  return latestOutcome === null || latestAt === null ? null : { outcome: latestOutcome, at: latestAt };
}
