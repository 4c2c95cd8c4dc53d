import type { CompletionMode, Occupancy, Outcome, Presence } from '../vocabulary.ts';

export type VisitInput = {
  outcome: Outcome;
  present: readonly Presence[];
  completionMode?: CompletionMode | undefined;
  appointment?: { day: string; from: string; until: string } | undefined;
};

export type VisitRefusal = OutcomeRefusal | 'appointmentNeedsTime' | 'readAloudNotOffered';
export type OutcomeRefusal = 'outcomeNeedsQuestionnaire';

/** Rules a visit obeys wherever it is written; undefined where it obeys them all. */
export function refuseVisit(
  visit: VisitInput,
  round: { questionnaireHash: string | null },
): VisitRefusal | undefined {
  const outcome = refuseOutcome(visit.outcome, round);
  if (outcome !== undefined) return outcome;
  const { appointment } = visit;
  if ((visit.outcome === 'appointment') !== (appointment !== undefined)) return 'appointmentNeedsTime';
  if (appointment !== undefined && appointment.until <= appointment.from) return 'appointmentNeedsTime';
  if (visit.completionMode !== undefined && !offeredModes(visit.present).includes(visit.completionMode)) {
    return 'readAloudNotOffered';
  }
  return undefined;
}

/** A round that asks nothing has no answers: `visited` is its good end, and nothing in it counts as an interview. */
export function refuseOutcome(
  outcome: Outcome,
  round: { questionnaireHash: string | null },
): OutcomeRefusal | undefined {
  const answered = outcome === 'completed' || outcome === 'partial';
  return answered && round.questionnaireHash === null ? 'outcomeNeedsQuestionnaire' : undefined;
}

/** While a building head or a neighbour is present the questionnaire is not read aloud. */
export function offeredModes(present: readonly Presence[]): readonly CompletionMode[] {
  const overheard = present.includes('buildingHead') || present.includes('neighbour');
  return overheard ? ['handedOver', 'ownDevice'] : ['readAloud', 'handedOver', 'ownDevice'];
}

/** The occupancy a visit proposes; the office confirms it. */
export function proposedOccupancy(outcome: Outcome): Occupancy | undefined {
  if (outcome === 'vacant') return 'vacant';
  if (outcome === 'notResidential') return 'business';
  if (outcome === 'notFound') return 'demolished';
  return undefined;
}
