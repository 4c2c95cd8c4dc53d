import type { Outcome, Topic } from '@huhudao/domain';
import { wishesOf, type Answers as GivenAnswers, type CompiledVersion } from '@huhudao/questionnaire';
import type { Household, Round } from '../local/reference.types.ts';
import type { DoorRef, Draft, FormDraft, VisitStep } from '../local/work.types.ts';

const freshForm = (hash: string): FormDraft => ({ hash, answers: {}, page: null, question: null });

/** One draft a door and round. */
export const draftIdOf = ({ roundId, householdId }: Pick<DoorRef, 'roundId' | 'householdId'>): string =>
  `${roundId}:${householdId}`;

/** A visit that begins now, bound to the versions of its forms: those published meanwhile do not touch it. */
export function newDraft(door: DoorRef, round: Round, household: Household, startedAt: string): Draft {
  return {
    id: draftIdOf(door),
    ...door,
    communityId: household.communityId,
    startedAt,
    step: 'say',
    present: [],
    companionIds: [],
    identityMode: null,
    completionMode: null,
    consentedAt: null,
    answering: null,
    corrects: null,
    ownLink: null,
    ownTickets: [],
    partialSent: false,
    questionnaire: round.questionnaireHash === null ? null : freshForm(round.questionnaireHash),
    ...(round.adults === undefined ? {} : { adultRule: round.adults }),
    topics: [],
    form: freshForm(round.visitFormHash),
    outcome: null,
    appointment: null,
  };
}

/** What a draft becomes once its visit is recorded as `partial`: the answers wait for another visit. */
export function resumableDraft(draft: Draft): Draft {
  const { form, ...rest } = draft;
  return {
    ...rest,
    partialSent: true,
    step: 'say',
    present: [],
    companionIds: [],
    topics: [],
    form: freshForm(form.hash),
    outcome: null,
    appointment: null,
  };
}

/**
 * How the visit ended: what the answers say, else what the worker chose, else a talk without answers. Of anonymous
 * answers it says only that they were given: the few that stop early would be known by their missing answers.
 */
export function outcomeOf(draft: Draft): Outcome {
  if (draft.answering === 'finished') return 'completed';
  if (draft.answering === 'stopped') return draft.identityMode === 'anonymous' ? 'completed' : 'partial';
  return draft.outcome ?? 'visited';
}

/** Unfinished answers that stay on the tablet for another visit. */
export const keepsAnswers = (draft: Draft): boolean =>
  draft.answering === 'open' && outcomeOf(draft) === 'partial';

/** True where the form itself asks what may be passed on; otherwise a step of its own does. */
export const asksTopics = (form: CompiledVersion): boolean =>
  form.questions.some((question) => question.kind === 'multiple' && question.shareTopics);

/** What the resident agreed to pass on: from the visit form where it asks, else from the step. */
export function topicsPassedOn(draft: Draft, form: CompiledVersion): Topic[] {
  return asksTopics(form) ? wishesOf(form, answersOf(draft.form)).topics : draft.topics;
}

/** Answers in a draft were taken from the form's model, which holds nothing else. */
export const answersOf = (form: FormDraft): GivenAnswers => form.answers as GivenAnswers;

/** The resident holds the tablet: nothing but the questions is in reach until it was given back. */
export const inResidentsHands = ({ step, completionMode }: Pick<Draft, 'step' | 'completionMode'>): boolean =>
  step === 'handBack' || (step === 'questions' && completionMode === 'handedOver');

/** The steps of this visit in their order. What does not apply is not there. */
export function stepsOf(draft: Draft, form: CompiledVersion | null): VisitStep[] {
  const asks = draft.questionnaire !== null && (draft.outcome === null || draft.answering !== null);
  const onPhone = draft.completionMode === 'ownDevice' && draft.ownLink !== null;
  const handedOver = draft.completionMode === 'handedOver' && draft.answering !== null;
  const ownTopics = form !== null && !asksTopics(form);
  return [
    'say',
    ...(asks && draft.adultRule !== undefined ? (['adult'] as const) : []),
    'present',
    ...(asks ? (['identity', onPhone ? 'ownDevice' : 'questions'] as const) : []),
    ...(handedOver ? (['handBack'] as const) : []),
    ...(ownTopics ? (['topics'] as const) : []),
    'form',
    'finish',
  ];
}

/** One step on, or back; never back into answers that were given. */
export function stepAfter(draft: Draft, form: CompiledVersion | null): VisitStep {
  const steps = stepsOf(draft, form);
  // Given back after everything was withdrawn: there are no answers to have been given back from.
  if (!steps.includes(draft.step)) return 'form';
  return steps[steps.indexOf(draft.step) + 1] ?? 'finish';
}

export function stepBefore(draft: Draft, form: CompiledVersion | null): VisitStep | undefined {
  const steps = stepsOf(draft, form);
  const before = steps[steps.indexOf(draft.step) - 1];
  const closed = before === 'questions' || before === 'handBack';
  return closed || draft.step === 'questions' || draft.step === 'handBack' ? undefined : before;
}
