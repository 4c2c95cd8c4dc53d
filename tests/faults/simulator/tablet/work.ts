/** What acts leave behind, made by the tablet's own code. */
import { must, type Outcome } from '@huhudao/domain';
import type { MutationEntry, Work } from '@huhudao/outbox';
import { newId } from '@huhudao/protocol';
import { shortAnswers } from '../../../../apps/api/src/testing/records.ts';
import type { Draft, HeldWork, LocalPart } from '../../../../apps/tablet/src/local/work.types.ts';
import { draftIdOf } from '../../../../apps/tablet/src/work/draft.ts';
import { finishVisit } from '../../../../apps/tablet/src/work/finish-visit.ts';
import { recordedVisit } from '../../../../apps/tablet/src/work/record-visit.ts';
import type { SimulatedDoor } from '../town/street.ts';
import type { Forms } from '../town/town.ts';
import type { Response } from './acts.ts';

export type Place = { readonly streetId: string; readonly roundId: string; readonly door: SimulatedDoor };

const doorRefOf = ({ streetId, roundId, door }: Place) => ({
  streetId,
  roundId,
  stairwellId: door.stairwellId,
  householdId: door.id,
});

/** A draft after so many edits; what was answered last is its number. */
export function draftAt(place: Place, forms: Forms, edit: number, at: number): Draft {
  const ref = doorRefOf(place);
  const answers = { overallSatisfaction: 'satisfied', otherTopic: `edit ${edit}`, topicsToFix: ['other'] };
  return {
    id: draftIdOf(ref),
    ...ref,
    communityId: place.door.communityId,
    startedAt: new Date(at).toISOString(),
    step: 'questions',
    present: [],
    companionIds: [],
    identityMode: 'confidential',
    completionMode: 'handedOver',
    consentedAt: new Date(at).toISOString(),
    answering: 'open',
    corrects: null,
    ownLink: null,
    ownTickets: [],
    partialSent: false,
    questionnaire: { hash: forms.questionnaire.hash, answers, page: null, question: 'otherTopic' },
    topics: [],
    form: { hash: forms.visitForm.hash, answers: {}, page: null, question: null },
    outcome: null,
    appointment: null,
  };
}

/** The number of the edit a draft shows. */
export function editOf(draft: Draft): number {
  const answer = draft.questionnaire?.answers['otherTopic'];
  return typeof answer === 'string' ? Number(answer.replace('edit ', '')) : 0;
}

/** The visit that ends a draft. `mark` is what its answers are known by. */
export function finished(
  draft: Draft,
  forms: Forms,
  { response, mark, outcome }: { response: Response; mark: string; outcome: Outcome },
  at: number,
): HeldWork {
  const answers = { ...shortAnswers, topicsToFix: ['other'], otherTopic: mark };
  const answered = {
    identityMode: response === 'none' ? null : response,
    answering: 'finished',
    questionnaire: { hash: forms.questionnaire.hash, answers, page: null, question: null },
    consentedAt: response === 'anonymous' ? null : new Date(at).toISOString(),
  } as const;
  const talkless = { answering: null, completionMode: null, identityMode: null, outcome } as const;
  const whole: Draft = { ...draft, ...(response === 'none' ? talkless : answered) };
  const compiled = { form: forms.visitForm.compiled, questionnaire: forms.questionnaire.compiled };
  return { ...finishVisit(whole, compiled, at), finishes: draft };
}

/** Nobody home at several doors of a landing: one act, several records. */
export function nobodyHome(places: readonly Place[], forms: Forms, at: number): Work<LocalPart> {
  const facts = {
    outcome: 'notHome',
    appointment: null,
    present: [],
    companionIds: [],
    completionMode: null,
    formHash: forms.visitForm.hash,
    formAnswers: {},
    topics: [],
  } as const;
  const visits = places.map((place) =>
    recordedVisit(doorRefOf(place), { ...facts, present: [], companionIds: [], topics: [] }, at),
  );
  const local = { own: visits.map(({ own }) => own), heldIds: [], draftIds: [] };
  const { streetId } = must(places[0], 'a door');
  return { streetId, mutations: visits.map(({ entry }) => entry), local };
}

const nowhere = { roundId: null, stairwellId: null, householdId: null };

/** One record that shows nothing of its own on the tablet. */
export function single(streetId: string, entry: Unlabelled): Work<LocalPart> {
  const mutation: MutationEntry = { ...entry, id: newId(), label: nowhere };
  return { streetId, mutations: [mutation], local: { own: [], heldIds: [], draftIds: [] } };
}

type Unlabelled = {
  [K in MutationEntry['kind']]: Omit<Extract<MutationEntry, { kind: K }>, 'id' | 'label'>;
}[MutationEntry['kind']];
