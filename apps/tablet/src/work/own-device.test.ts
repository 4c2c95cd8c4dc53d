import { sha256Hex } from '@huhudao/outbox';
import { expect, it } from 'vitest';
import { shortForm, visitForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import type { Draft } from '../local/work.types.ts';
import { someHousehold, someRound, someStairwell } from '../testing/street.ts';
import { newDraft, outcomeOf, stepAfter, stepBefore, stepsOf } from './draft.ts';
import { finishVisit } from './finish-visit.ts';
import { mayUseOwnDevice, notOnOwnDevice, withLink } from './own-device.ts';

const form = compile(visitForm, 'visitForm');
const questionnaire = compile(shortForm, 'questionnaire');
const round = someRound();
const stairwell = someStairwell();
const household = someHousehold(stairwell);
const door = {
  streetId: round.id,
  roundId: round.id,
  stairwellId: stairwell.id,
  householdId: household.id,
};
const fresh: Draft = {
  ...newDraft(door, round, household, '2026-11-20T10:00:00.000Z'),
  step: 'identity',
  // Touched before they took their own phone out.
  identityMode: 'named',
};
const ticket = { token: 'A'.repeat(22), key: 'key', origin: 'https://huhudao.example.cn' };
const shown = await withLink(fresh, ticket);
const sent: Draft = { ...shown, answering: 'finished' };

it('the code stands where the questions would: nothing is asked on the tablet, and no mode chosen there', () => {
  expect(stepsOf(shown, form)).toEqual(['say', 'present', 'identity', 'ownDevice', 'form', 'finish']);
  expect(shown).toMatchObject({ step: 'ownDevice', identityMode: null, consentedAt: null });
});

it('once sent, the visit is completed and says no more: how the answers were given could tell whose they are', () => {
  expect(stepAfter(sent, form)).toBe('form');
  expect(outcomeOf(sent)).toBe('completed');
  const { work } = finishVisit(sent, { form, questionnaire }, Date.parse('2026-11-20T11:00:00.000Z'));
  expect(work.anonymous).toBeUndefined();
  expect(work.mutations).toMatchObject([{ kind: 'recordVisit', payload: { outcome: 'completed' } }]);
  expect(JSON.stringify(work)).not.toContain('ownDevice');
  expect(JSON.stringify(work)).not.toContain(ticket.token);
});

it('one step back from the visit form shows the same code again', () => {
  expect(stepBefore({ ...sent, step: 'form' }, form)).toBe('ownDevice');
});

it('where it did not work the other ways are open, with the link gone', () => {
  const back: Draft = { ...sent, ...notOnOwnDevice };
  expect(back).toMatchObject({ step: 'identity', ownLink: null, completionMode: null, answering: null });
  expect(stepsOf(back, form)).toContain('questions');
});

it('answers given on the tablet after all say which tickets were shown, by their hashes', async () => {
  const back: Draft = { ...shown, ...notOnOwnDevice };
  const again: Draft = { ...(await withLink(back, { ...ticket, token: 'B'.repeat(22) })), ...notOnOwnDevice };
  const answers = {
    ...again,
    questionnaire: { hash: 'a'.repeat(64), answers: {}, page: null, question: null },
  };
  const given = { identityMode: 'anonymous', completionMode: 'handedOver', answering: 'finished' } as const;
  const { work } = finishVisit({ ...answers, ...given }, { form, questionnaire }, 0);
  const hashOf = (letter: string) => sha256Hex(new TextEncoder().encode(letter.repeat(22)));
  const hashes = await Promise.all(['A', 'B'].map(hashOf));
  expect(work.anonymous?.insteadOf).toEqual(hashes);
  expect(JSON.stringify(work)).not.toContain(ticket.token);
});

it('answers that were begun on the tablet are not begun anew on a phone', () => {
  expect(mayUseOwnDevice(fresh)).toBe(true);
  const begun = { hash: 'a'.repeat(64), answers: { knowsCampaign: 'know' }, page: null, question: null };
  expect(mayUseOwnDevice({ ...fresh, questionnaire: begun })).toBe(false);
  expect(mayUseOwnDevice({ ...fresh, questionnaire: null })).toBe(false);
});
