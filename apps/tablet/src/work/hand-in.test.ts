import { shortForm, visitForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { expect, it } from 'vitest';
import type { Draft } from '../local/work.types.ts';
import { someHousehold, someRound, someStairwell } from '../testing/street.ts';
import { newDraft } from './draft.ts';
import { canBeHandedIn, handIn } from './hand-in.ts';

const forms = { form: compile(visitForm, 'visitForm'), questionnaire: compile(shortForm, 'questionnaire') };
const round = someRound();
const stairwell = someStairwell();
const household = someHousehold(stairwell);
const streetId = '01890000-0000-7000-8000-000000000001';
const door = { streetId, roundId: round.id, stairwellId: stairwell.id, householdId: household.id };
const at = Date.parse('2026-11-20T11:00:00.000Z');
const begun = newDraft(door, round, household, '2026-11-20T10:50:00.000Z');
const questionnaire = {
  hash: 'a'.repeat(64),
  answers: { knowsCampaign: 'know' },
  page: null,
  question: null,
};
const asked = { step: 'questions', completionMode: 'readAloud', answering: 'open', questionnaire } as const;
const confidential = { identityMode: 'confidential', consentedAt: '2026-11-20T10:52:00.000Z' } as const;

const sent = (change: Partial<Draft>) => handIn({ ...begun, ...change }, forms, at)?.work;

it('answers that were begun go with their visit, as incomplete', () => {
  const mutations = sent({ ...asked, ...confidential })?.mutations;
  expect(mutations).toMatchObject([
    { kind: 'recordVisit', payload: { householdId: household.id, outcome: 'partial' } },
    { kind: 'recordResponse', payload: { complete: false, answers: questionnaire.answers } },
  ]);
});

it('anonymous ones go apart, and the visit does not tell that they are incomplete', () => {
  const work = sent({ ...asked, identityMode: 'anonymous' });
  expect(work?.mutations).toMatchObject([{ kind: 'recordVisit', payload: { outcome: 'completed' } }]);
  expect(work?.anonymous).toMatchObject({ complete: false, answers: questionnaire.answers });
});

it('where nobody was asked the visit goes alone', () => {
  expect(sent({ step: 'form' })?.mutations).toMatchObject([
    { kind: 'recordVisit', payload: { outcome: 'visited' } },
  ]);
});

it('where the visit was recorded before, its answers go alone', () => {
  const work = sent({ ...asked, ...confidential, step: 'say', partialSent: true });
  expect(work?.mutations.map(({ kind }) => kind)).toEqual(['recordResponse']);
});

it('where nothing was written there is nothing to hand in', () => {
  expect(canBeHandedIn(begun)).toBe(false);
  expect(canBeHandedIn({ ...begun, partialSent: true })).toBe(false);
  expect(sent({})).toBeUndefined();
});

it('its records say where the door was, which is not on the tablet any more', () => {
  const place = { compound: '柳苑', building: '1栋', stairwell: '1单元', room: '302' };
  const labels = sent({ ...asked, ...confidential, place })?.mutations.map(({ label }) => label.place);
  expect(labels).toEqual([place, place]);
});

it('can be taken back to where it was', () => {
  const draft = { ...begun, ...asked, ...confidential };
  expect(handIn(draft, forms, at)).toMatchObject({ finishes: draft, leaves: null });
});
