import { mostAdultsTold, must, type Topic } from '@huhudao/domain';
import type { MutationEntry, Work } from '@huhudao/outbox';
import { newId } from '@huhudao/protocol';
import { wishesOf, type CompiledVersion } from '@huhudao/questionnaire';
import type { DoorRef, Draft, HeldWork, LocalPart } from '../local/work.types.ts';
import { answersOf, keepsAnswers, outcomeOf, resumableDraft, topicsPassedOn } from './draft.ts';
import { recordedVisit } from './record-visit.ts';

/** The compiled versions the draft was written on. */
export type Forms = { form: CompiledVersion; questionnaire: CompiledVersion | null };

/**
 * What a finished draft leaves behind: the visit, and apart from it the response. An anonymous one goes to the store
 * of its own and names neither door nor visit; a linked one does not name the visit. `at`: device time, milliseconds.
 */
export function finishVisit(draft: Draft, forms: Forms, at: number): HeldWork {
  const id = newId();
  const door = doorOf(draft);
  const topics = topicsPassedOn(draft, forms.form);
  const visit = recordedVisit(door, { ...visitFacts(draft), topics }, at);
  const response = responseOf(draft, forms.questionnaire);
  return {
    id,
    heldAt: at,
    doors: [door],
    outcome: outcomeOf(draft),
    finishes: draft,
    leaves: keepsAnswers(draft) ? resumableDraft(draft) : null,
    work: {
      streetId: draft.streetId,
      mutations: [visit.entry, ...(response.linked === undefined ? [] : [response.linked])],
      ...(response.anonymous === undefined ? {} : { anonymous: response.anonymous }),
      ...(draft.corrects === null ? {} : { corrects: draft.corrects }),
      local: { own: [visit.own], heldIds: [id], draftIds: [] },
    },
  };
}

function visitFacts(draft: Draft) {
  // How an anonymous response was given stands with the response alone: the one read aloud in a stairwell would be known.
  // Of answers on the resident's own phone the tablet does not know whether they are anonymous.
  const linked = draft.identityMode !== null && draft.identityMode !== 'anonymous';
  const tellsHow = draft.corrects !== null || (draft.answering !== null && linked);
  return {
    outcome: outcomeOf(draft),
    appointment: draft.appointment,
    present: draft.present,
    companionIds: draft.companionIds,
    completionMode: tellsHow ? draft.completionMode : null,
    formHash: draft.form.hash,
    formAnswers: draft.form.answers,
  };
}

type Response = { linked?: MutationEntry; anonymous?: NonNullable<Work<LocalPart>['anonymous']> };

function responseOf(draft: Draft, compiled: CompiledVersion | null): Response {
  if (draft.answering !== 'finished' && draft.answering !== 'stopped') return {};
  return givenAnswers(draft, compiled);
}

function givenAnswers(draft: Draft, compiled: CompiledVersion | null): Response {
  const { questionnaire, answering, identityMode, roundId } = draft;
  if (questionnaire === null || identityMode === null) return {};
  const common = {
    roundId,
    versionHash: questionnaire.hash,
    completionMode: must(draft.completionMode, 'how the questionnaire was answered'),
    complete: answering === 'finished',
    ...eligibleAdultsOf(draft),
    answers: questionnaire.answers,
  };
  if (identityMode === 'anonymous') {
    const insteadOf = draft.ownTickets.length === 0 ? {} : { insteadOf: draft.ownTickets };
    return { anonymous: { ...common, ...insteadOf, communityId: draft.communityId } };
  }
  const { stairwellId, householdId } = draft;
  const payload = {
    ...common,
    householdId,
    identityMode,
    consentedAt: must(draft.consentedAt, 'when the resident agreed'),
    topics: agreedTopics(draft, compiled),
  };
  return {
    linked: { id: newId(), kind: 'recordResponse', payload, label: { roundId, stairwellId, householdId } },
  };
}

/** Of how many this adult was chosen. */
const eligibleAdultsOf = ({ adultRule, adults }: Draft): { eligibleAdults?: number } =>
  adultRule === undefined || adults === undefined || adults.all < 1
    ? {}
    : { eligibleAdults: Math.min(adults.all, mostAdultsTold) };

/**
 * The unfinished answers of a visit that was recorded as `partial`, once the round's last day is over: what the
 * resident gave counts, and the draft is done with. Undefined where nothing was answered.
 */
export function lateAnswers(draft: Draft, compiled: CompiledVersion | null): Work<LocalPart> | undefined {
  if (Object.keys(draft.questionnaire?.answers ?? {}).length === 0) return undefined;
  const { linked, anonymous } = givenAnswers(draft, compiled);
  if (linked === undefined && anonymous === undefined) return undefined;
  return {
    streetId: draft.streetId,
    mutations: linked === undefined ? [] : [linked],
    ...(anonymous === undefined ? {} : { anonymous }),
    local: { own: [], heldIds: [], draftIds: [draft.id] },
  };
}

/** Topics go with a response only where the resident asked to be contacted about them. */
function agreedTopics({ questionnaire }: Draft, compiled: CompiledVersion | null): Topic[] {
  if (questionnaire === null || compiled === null) return [];
  const wishes = wishesOf(compiled, answersOf(questionnaire));
  return wishes.wantsContact ? wishes.topics : [];
}

export function doorOf({ streetId, roundId, stairwellId, householdId }: DoorRef): DoorRef {
  return { streetId, roundId, stairwellId, householdId };
}
