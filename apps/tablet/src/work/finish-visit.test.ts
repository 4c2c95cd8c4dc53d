import { mutationPayloads } from '@huhudao/protocol';
import { shortForm, visitForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../local/work.types.ts';
import { someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { newDraft, resumableDraft } from './draft.ts';
import { draftsToClose } from './ended-rounds.ts';
import { finishVisit, lateAnswers } from './finish-visit.ts';

const forms = { form: compile(visitForm, 'visitForm'), questionnaire: compile(shortForm, 'questionnaire') };
const round = someRound();
const stairwell = someStairwell();
const household = someHousehold(stairwell);
const door = {
  streetId: '01890000-0000-7000-8000-000000000001',
  roundId: round.id,
  stairwellId: stairwell.id,
  householdId: household.id,
};
const at = Date.parse('2026-11-20T11:00:00.000Z');
const answers = { knowsCampaign: 'know', topicsToFix: ['lift', 'rubbish'], wantsContact: true };

function draft(change: Partial<Draft>): Draft {
  const fresh = newDraft(door, round, household, '2026-11-20T10:50:00.000Z');
  const questionnaire = { hash: 'a'.repeat(64), answers, page: null, question: null };
  return { ...fresh, questionnaire, ...change };
}

const answered = { answering: 'finished', completionMode: 'handedOver' } as const;
const consentedAt = '2026-11-20T10:52:00.000Z';

describe('an anonymous response', () => {
  const held = finishVisit(draft({ ...answered, identityMode: 'anonymous' }), forms, at);
  const response = held.work.anonymous;

  it('goes apart from the visit: the outbox gets the visit alone', () => {
    expect(held.work.mutations.map(({ kind }) => kind)).toEqual(['recordVisit']);
  });

  it('holds answers, community and round, and nothing that leads to door, stairwell, person or time', () => {
    expect(Object.keys(response ?? {}).toSorted()).toEqual([
      'answers',
      'communityId',
      'complete',
      'completionMode',
      'roundId',
      'versionHash',
    ]);
    const said = JSON.stringify(response);
    for (const id of [household.id, stairwell.id, held.id, ...held.work.local.own.map((one) => one.id)])
      expect(said).not.toContain(id);
  });

  it('leaves no answer in the visit', () => {
    expect(JSON.stringify(held.work.mutations)).not.toContain('knowsCampaign');
  });

  it.each(['finished', 'stopped'] as const)(
    '%s: the visit says neither how nor how far it went',
    (answering) => {
      const readAloud = { answering, completionMode: 'readAloud', identityMode: 'anonymous' } as const;
      const [visit] = finishVisit(draft(readAloud), forms, at).work.mutations;
      const payload = mutationPayloads.recordVisit.parse(visit?.payload);
      expect(payload.outcome).toBe('completed');
      expect(payload).not.toHaveProperty('completionMode');
    },
  );
});

describe('a linked response', () => {
  it.each(['named', 'confidential'] as const)(
    '%s: goes beside the visit and does not name it',
    (identityMode) => {
      const held = finishVisit(draft({ ...answered, identityMode, consentedAt }), forms, at);
      const [visit, response] = held.work.mutations;
      expect([visit?.kind, response?.kind]).toEqual(['recordVisit', 'recordResponse']);
      expect(JSON.stringify(response?.payload)).not.toContain(visit?.id);
      expect(held.work.anonymous).toBeUndefined();
      expect(mutationPayloads.recordResponse.parse(response?.payload)).toMatchObject({
        identityMode,
        consentedAt,
      });
    },
  );

  it('passes on topics only where the resident asked to be contacted', () => {
    const topicsOf = (wantsContact: boolean) => {
      const given = {
        hash: 'a'.repeat(64),
        answers: { ...answers, wantsContact },
        page: null,
        question: null,
      };
      const finished = draft({ ...answered, identityMode: 'named', consentedAt, questionnaire: given });
      const [, response] = finishVisit(finished, forms, at).work.mutations;
      return mutationPayloads.recordResponse.parse(response?.payload).topics;
    };
    expect(topicsOf(true)).toEqual(['rubbish', 'lift']);
    expect(topicsOf(false)).toEqual([]);
  });

  it('that was stopped midway is sent as incomplete, and the visit says so', () => {
    const stopped = draft({ ...answered, answering: 'stopped', identityMode: 'named', consentedAt });
    const [visit, response] = finishVisit(stopped, forms, at).work.mutations;
    expect(mutationPayloads.recordVisit.parse(visit?.payload).outcome).toBe('partial');
    expect(mutationPayloads.recordResponse.parse(response?.payload).complete).toBe(false);
  });
});

describe('a visit', () => {
  it('without answers sends none', () => {
    const held = finishVisit(draft({ outcome: 'refused' }), forms, at);
    expect(held.work.mutations.map(({ kind }) => kind)).toEqual(['recordVisit']);
    expect(held.work.anonymous).toBeUndefined();
  });

  it('carries the topics of the visit form and what else the form asked', () => {
    const form = {
      hash: 'f'.repeat(64),
      answers: { purposeTold: true, topicsToPassOn: ['dogs'] },
      page: null,
      question: null,
    };
    const [visit] = finishVisit(draft({ form }), forms, at).work.mutations;
    expect(mutationPayloads.recordVisit.parse(visit?.payload)).toMatchObject({
      outcome: 'visited',
      topics: ['dogs'],
      formAnswers: { purposeTold: true },
    });
  });

  it('removes its draft, except where unfinished answers are to be gone on with', () => {
    const done = finishVisit(draft({ ...answered, identityMode: 'named', consentedAt }), forms, at);
    expect(done).toMatchObject({ finishes: { answering: 'finished' }, leaves: null });
    const kept = draft({
      answering: 'open',
      outcome: 'partial',
      completionMode: 'handedOver',
      identityMode: 'named',
      consentedAt,
    });
    const held = finishVisit(kept, forms, at);
    expect(held.leaves).toEqual(resumableDraft(kept));
    expect(held.work.mutations.map(({ kind }) => kind)).toEqual(['recordVisit']);
    expect(resumableDraft(kept)).toMatchObject({ step: 'say', answering: 'open', identityMode: 'named' });
    expect(resumableDraft(kept).questionnaire?.answers).toEqual(answers);
  });
});

describe('answers that were to be gone on with', () => {
  const waiting = resumableDraft(
    draft({ answering: 'open', completionMode: 'handedOver', identityMode: 'named', consentedAt }),
  );
  const lastDay = '2026-11-30';
  const streets = [someStreet({ rounds: [{ ...round, deadline: lastDay }] })];

  it('wait until the last day of the round is over', () => {
    expect(draftsToClose(streets, [waiting], lastDay)).toEqual([]);
    expect(draftsToClose(streets, [waiting], '2026-12-01')).toEqual([waiting]);
  });

  it('then count as they are, without another visit, and leave no draft', () => {
    const work = lateAnswers(waiting, forms.questionnaire);
    expect(work?.mutations).toMatchObject([
      { kind: 'recordResponse', payload: { complete: false, answers } },
    ]);
    expect(work?.local).toEqual({ own: [], heldIds: [], draftIds: [waiting.id] });
  });

  it('are not taken from a visit that was never saved', () => {
    const begun = draft({ answering: 'open', identityMode: 'named', consentedAt });
    expect(draftsToClose(streets, [begun], '2026-12-01')).toEqual([]);
  });
});
