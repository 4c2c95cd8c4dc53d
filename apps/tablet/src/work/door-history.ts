/** What was tried at a door, as far as this tablet knows, and when to come again. */
import {
  nextTime,
  tallyContacts,
  type CallbackVisit,
  type ContactTally,
  type DoorHistory,
  type NextTime,
} from '@huhudao/domain';
import type { Assignment, StreetReference } from '../local/reference.types.ts';
import { notYetPulled, type OwnWork } from './own-work.ts';
import type { Door, RoundView } from './round-view.ts';
import type { Visit } from './standing.ts';

/** What is known of one door: what the office told, and what was recorded here since. */
export type DoorRecord = { assignment: Assignment; visits: readonly Visit[] };

/** `me`: the id of the person, whose own visits these are. */
export function doorHistory(
  { household, standing }: Door,
  record: DoorRecord | undefined,
  me: string,
): DoorHistory {
  const visits = record === undefined ? [] : visitsOf(record, me);
  const latest = visits.findLast((visit) => visit.outcome === 'appointment');
  const { appointment } = standing;
  const made = latest?.outcome === 'appointment';
  return {
    doNotContact: household.doNotContact,
    visits: visits.map((visit) =>
      made && visit === latest && appointment !== null ? { ...visit, appointment } : visit,
    ),
    // Chosen by the resident without a visit.
    ...(appointment !== null && !made ? { booked: appointment } : {}),
  };
}

/** Of a settled door the office tells no visits: how it stands says enough. */
function visitsOf({ assignment, visits }: DoorRecord, me: string): CallbackVisit[] {
  const { outcome, latestAt, visits: told } = assignment;
  const stands = told.length === 0 && outcome !== null && latestAt !== null;
  const before = stands ? [{ outcome, at: latestAt, by: null }] : told;
  return [
    ...before.map(({ outcome: how, at, by }, index) => factOf(`told ${index}`, how, at, by ?? '')),
    ...visits.map(({ id, outcome: how, at }) => factOf(id, how, at, me)),
  ];
}

const factOf = (
  id: string,
  outcome: CallbackVisit['outcome'],
  at: string,
  personId: string,
): CallbackVisit => ({ id, outcome, occurredAt: at, receivedAt: at, personId });

/** How often somebody was met in each stairwell and community, as the office counted it. */
export function countedContacts({ planning }: StreetReference): Omit<ContactTally, 'door'> {
  const counted = (level: 'stairwell' | 'community') =>
    new Map(
      planning.flatMap(({ contacts }) =>
        contacts.filter((one) => one.level === level).map(({ id, cells }) => [id, cells]),
      ),
    );
  return { stairwell: counted('stairwell'), community: counted('community') };
}

/** When to come again to a door of a round; undefined where nothing was tried, or nothing more is to be. */
export function nextTimeAt(
  { round }: Pick<RoundView, 'round'>,
  door: Door,
  known: { reference: StreetReference; work: OwnWork; me: string },
  today: string,
): NextTime | undefined {
  const { reference, work, me } = known;
  const { household } = door;
  const here = (one: { roundId: string; householdId: string }): boolean =>
    one.roundId === round.id && one.householdId === household.id;
  const assignment = reference.assignments.find(here);
  const visits = notYetPulled('visit', reference, work).filter(here);
  const history = doorHistory(door, assignment && { assignment, visits }, me);
  const place = {
    householdId: household.id,
    stairwellId: household.stairwellId,
    communityId: household.communityId,
  };
  const tried = tallyContacts(history.visits.map((visit) => ({ ...place, ...visit })));
  const contacts = { ...countedContacts(reference), door: tried.door };
  return nextTime({ ...history, ...place, quiet: household.quiet }, round, contacts, today);
}
