import { visitForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import type { FrozenRecord, RecordHead } from '@huhudao/outbox';
import { mutationPayloads } from '@huhudao/protocol';
import { describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { assigned, noWork, someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { correctionOf, handOverWork, refusedRecords } from './corrections.ts';
import { finishVisit } from './finish-visit.ts';
import { doorRefOf, recordedVisit } from './record-visit.ts';
import { roundView } from './round-view.ts';

const at = Date.parse('2026-11-20T11:00:00.000Z');
const round = someRound();
const stairwell = someStairwell();
const household = someHousehold(stairwell);
const street = someStreet({
  rounds: [round],
  stairwells: [stairwell],
  households: [household],
  assignments: [assigned(round, household)],
});
const viewWith = (work = noWork) => must(roundView(street, round.id, work), 'the round');
const doorOf = (view: ReturnType<typeof viewWith>) => must(view.stairwells[0]?.doors[0], 'the door');
const view = viewWith();
const form = compile(visitForm, 'visitForm');

const facts = {
  outcome: 'notHome',
  appointment: null,
  present: ['neighbour'],
  companionIds: ['01890000-0000-7000-8000-0000000000aa'],
  completionMode: null,
  formHash: round.visitFormHash,
  formAnswers: { purposeTold: true },
  topics: [],
} as const;

function refusedVisit(): FrozenRecord {
  const { entry, own } = recordedVisit(
    doorRefOf(view, household),
    { ...facts, present: [...facts.present], companionIds: [...facts.companionIds], topics: [] },
    at,
  );
  return {
    ...entry,
    streetId: street.streetId,
    sequence: 7,
    deviceTime: own.kind === 'visit' ? own.at : '',
    state: 'needsAttention',
    attempts: 1,
    lastError: { code: 'notAssigned', details: {} },
    confirmedAt: null,
    correctedBy: null,
    content: { form: 'readable', payload: entry.payload, sealed: null },
  };
}

describe('a refused visit that is put right', () => {
  const refused = refusedVisit();
  const draft = correctionOf(refused, view, doorOf(view));

  it('begins as it was recorded, and takes the place of the refused one', () => {
    const { work } = finishVisit({ ...draft, companionIds: [] }, { form, questionnaire: null }, at);
    expect(work.corrects).toBe(refused.id);
    const [entry] = work.mutations;
    expect(entry?.id).not.toBe(refused.id);
    expect(mutationPayloads.recordVisit.parse(entry?.payload)).toMatchObject({
      householdId: household.id,
      outcome: 'notHome',
      present: ['neighbour'],
      companionIds: [],
      formAnswers: { purposeTold: true },
    });
  });

  it('asks the resident for nothing again', () => {
    expect(draft).toMatchObject({ questionnaire: null, identityMode: null, answering: null });
  });

  it('is one attempt at the door, not two, while it is held and after', () => {
    const held = finishVisit(draft, { form, questionnaire: null }, at);
    const first = {
      id: refused.id,
      kind: 'visit',
      ...doorRefOf(view, household),
      outcome: 'notHome',
    } as const;
    const own = [{ ...first, at: refused.deviceTime, appointment: null }];
    const { content: _content, ...record } = refused;
    const attempts = (work: Partial<typeof noWork>) =>
      doorOf(viewWith({ ...noWork, own, ...work })).standing.attempts;
    expect(attempts({ records: [record] })).toBe(1);
    expect(attempts({ records: [record], held: [held] })).toBe(1);
    const [now] = held.work.local.own;
    const corrected = { ...record, correctedBy: must(now, 'the correction').id };
    expect(attempts({ records: [corrected], own: [...own, must(now, 'the correction')] })).toBe(1);
    // Handed over, nothing took its place: it still happened.
    const handedOver = { ...record, correctedBy: '01890000-0000-7000-8000-0000000000bb' };
    expect(attempts({ records: [handedOver] })).toBe(1);
  });

  it('is no longer among those to look at once its correction is saved', () => {
    const { content: _content, ...record } = refused;
    expect(refusedRecords([record], [])).toEqual([record]);
    expect(refusedRecords([record], [finishVisit(draft, { form, questionnaire: null }, at)])).toEqual([]);
    expect(refusedRecords([{ ...record, correctedBy: 'another' }], [])).toEqual([]);
  });
});

describe('a refused record that is handed to the street', () => {
  it('goes word for word, with the reason and what the worker says', () => {
    const refused = refusedVisit();
    const { mutations, corrects } = handOverWork(refused, ' 门牌号录错了 ');
    expect(corrects).toBe(refused.id);
    const payload = mutationPayloads.handOverRecord.parse(mutations[0]?.payload);
    expect(payload).toMatchObject({ recordId: refused.id, problemCode: 'notAssigned', note: '门牌号录错了' });
    const { id, sequence, deviceTime, kind, content } = refused;
    expect(payload.record).toEqual({
      id,
      sequence,
      deviceTime,
      kind,
      payload: content.form === 'readable' ? content.payload : null,
    });
  });

  it('needs to have been refused', () => {
    const confirmed = { ...refusedVisit(), lastError: null } satisfies RecordHead;
    expect(() => handOverWork(confirmed, '')).toThrow();
  });
});
