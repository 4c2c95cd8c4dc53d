import { visitForm, type CompiledVersion } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { expect, it } from 'vitest';
import { visitSteps, type Draft } from '../local/work.types.ts';
import { someHousehold, someRound, someStairwell } from '../testing/street.ts';
import { inResidentsHands, newDraft, outcomeOf, stepAfter, stepBefore, stepsOf } from './draft.ts';

const form = compile(visitForm, 'visitForm');
const withoutTopics: CompiledVersion = {
  ...form,
  questions: form.questions.filter((question) => question.name !== 'topicsToPassOn'),
};
const stairwell = someStairwell();
const household = someHousehold(stairwell);

function begin(change: Partial<Draft> = {}, questionnaireHash: string | null = 'a'.repeat(64)): Draft {
  const round = someRound({ questionnaireHash });
  const { id: roundId } = round;
  const door = { streetId: roundId, roundId, stairwellId: stairwell.id, householdId: household.id };
  return { ...newDraft(door, round, household, '2026-11-20T10:00:00.000Z'), ...change };
}

it('a visit asks who is there before it asks the resident how to answer', () => {
  expect(stepsOf(begin(), form)).toEqual(['say', 'present', 'identity', 'questions', 'form', 'finish']);
});

it('where one adult of each household answers, who it is comes before anything else', () => {
  const adultRule = { by: 'kish', youngest: 18, oldest: 65, monthsResident: 6 } as const;
  expect(stepsOf(begin({ adultRule }), form).slice(0, 4)).toEqual(['say', 'adult', 'present', 'identity']);
  expect(stepsOf(begin({ adultRule }, null), form)).not.toContain('adult');
});

it('a round without a questionnaire asks for no identity, and ends without answers', () => {
  expect(stepsOf(begin({}, null), form)).toEqual(['say', 'present', 'form', 'finish']);
  expect(outcomeOf(begin({}, null))).toBe('visited');
});

it('what may be passed on is asked once: by the visit form where it does, else by a step of its own', () => {
  expect(stepsOf(begin(), form)).not.toContain('topics');
  expect(stepsOf(begin(), withoutTopics)).toContain('topics');
});

it('a resident who held the tablet gives it back before the worker goes on', () => {
  const finished = begin({ step: 'questions', answering: 'finished', completionMode: 'handedOver' });
  expect(stepAfter(finished, form)).toBe('handBack');
  expect(stepAfter({ ...finished, completionMode: 'readAloud' }, form)).toBe('form');
});

it('the tablet is in the resident’s hands from the first question until it was given back, and at no other step', () => {
  const answering = begin({ completionMode: 'handedOver', answering: 'open' });
  const hands = visitSteps.filter((step) => inResidentsHands({ ...answering, step }));
  expect(hands).toEqual(['questions', 'handBack']);
  expect(inResidentsHands({ ...answering, step: 'questions', completionMode: 'readAloud' })).toBe(false);
});

it('a resident who took every answer back gives the tablet back, and the worker goes on with the visit form', () => {
  const withdrawn = begin({ step: 'handBack', outcome: 'refused', completionMode: null, answering: null });
  expect(inResidentsHands(withdrawn)).toBe(true);
  expect(stepAfter(withdrawn, form)).toBe('form');
});

it('nobody gets back to answers that were given', () => {
  for (const answering of ['finished', 'stopped'] as const)
    for (const completionMode of ['handedOver', 'readAloud'] as const) {
      const draft = begin({ answering, completionMode, step: 'form' });
      expect(stepBefore(draft, form)).toBeUndefined();
    }
});

it('the outcome follows from the answers, whatever was chosen before', () => {
  expect(outcomeOf(begin({ answering: 'finished', outcome: 'refused' }))).toBe('completed');
  expect(outcomeOf(begin({ answering: 'stopped' }))).toBe('partial');
  expect(outcomeOf(begin())).toBe('visited');
  expect(outcomeOf(begin({ outcome: 'refusedHard' }))).toBe('refusedHard');
});
