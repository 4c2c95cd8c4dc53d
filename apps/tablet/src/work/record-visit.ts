import type { CompletionMode, Outcome, Presence, Topic } from '@huhudao/domain';
import type { MutationEntry } from '@huhudao/outbox';
import { newId, type Answers } from '@huhudao/protocol';
import { leftSlip } from '@huhudao/questionnaire';
import type { Household } from '../local/reference.types.ts';
import type { Appointment, DoorRef, HeldWork, OwnRecord } from '../local/work.types.ts';
import type { RoundView } from './round-view.ts';

/** What is recorded of a visit beside its door. */
export type VisitFacts = {
  outcome: Outcome;
  appointment: Appointment | null;
  present: Presence[];
  companionIds: string[];
  completionMode: CompletionMode | null;
  formHash: string;
  formAnswers: Answers;
  topics: Topic[];
};

export type RecordedVisit = { entry: MutationEntry; own: OwnRecord };

/** A visit as the outbox sends it and as the screens show it, under one id. `at`: device time, milliseconds. */
export function recordedVisit(door: DoorRef, facts: VisitFacts, at: number): RecordedVisit {
  const id = newId();
  const { streetId: _, ...label } = door;
  const { appointment, completionMode, ...rest } = facts;
  const { roundId, householdId } = door;
  const payload = {
    roundId,
    householdId,
    ...rest,
    ...(appointment === null ? {} : { appointment }),
    ...(completionMode === null ? {} : { completionMode }),
  };
  return {
    entry: { id, kind: 'recordVisit', payload, label },
    own: {
      id,
      kind: 'visit',
      ...door,
      outcome: facts.outcome,
      appointment,
      at: new Date(at).toISOString(),
      ...(saysSlip(facts.formAnswers) ? { slip: true } : {}),
    },
  };
}

function saysSlip(formAnswers: Answers): boolean {
  const materials = formAnswers[leftSlip.question];
  return Array.isArray(materials) && materials.includes(leftSlip.choice);
}

export function doorRefOf(view: RoundView, household: Pick<Household, 'id' | 'stairwellId'>): DoorRef {
  return {
    streetId: view.streetId,
    roundId: view.round.id,
    stairwellId: household.stairwellId,
    householdId: household.id,
  };
}

/** Nobody home, no access and the like: an outcome without a conversation, at one door or a whole landing. */
export function quickVisits(
  view: RoundView,
  households: readonly Pick<Household, 'id' | 'stairwellId'>[],
  how: { outcome: Outcome; appointment: Appointment | null; formAnswers?: Answers },
  at: number,
): HeldWork {
  const id = newId();
  const doors = households.map((household) => doorRefOf(view, household));
  const facts = {
    outcome: how.outcome,
    appointment: how.appointment,
    present: [],
    companionIds: [],
    completionMode: null,
    formHash: view.round.visitFormHash,
    formAnswers: how.formAnswers ?? {},
    topics: [],
  };
  const visits = doors.map((door) => recordedVisit(door, facts, at));
  return {
    id,
    heldAt: at,
    doors,
    outcome: how.outcome,
    finishes: null,
    leaves: null,
    work: {
      streetId: view.streetId,
      mutations: visits.map((visit) => visit.entry),
      local: { own: visits.map((visit) => visit.own), heldIds: [id], draftIds: [] },
    },
  };
}
