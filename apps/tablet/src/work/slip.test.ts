import { expect, it } from 'vitest';
import type { FrozenRecord } from '@huhudao/outbox';
import { mutationPayloads, newId } from '@huhudao/protocol';
import { visitForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { noWork, someRound, someTeam } from '../testing/street.ts';
import { quickVisits } from './record-visit.ts';
import {
  againAt,
  asksForSlip,
  hasSlip,
  proposedAgain,
  slipAmendment,
  slipAnswers,
  statementFor,
  teamIn,
  visitOfSlip,
} from './slip.ts';

const now = Date.parse('2026-11-20T02:00:00Z');
const round = someRound({ statement: '听听您的看法。', deadline: '2026-11-30' });
const standing = { appointment: null, attempts: 1 };
const evening = { notBefore: '2026-11-21', best: 'weekendEvening' } as const;

it('a slip tells why we come only where the round asks everybody', () => {
  expect(statementFor(round)).toBe('听听您的看法。');
  expect(statementFor({ ...round, purpose: 'measurement' })).toBe('听听您的看法。');
  for (const purpose of ['revisit', 'hotline', 'backcheck'] as const)
    expect(statementFor({ ...round, purpose })).toBeNull();
  expect(statementFor({ ...round, statement: ' ' })).toBeNull();
});

it('of a long statement there are as many whole sentences as one reads on a slip', () => {
  const sentence = '我们逐户走访，想听听您对小区的看法。';
  const told = (statement: string) => statementFor({ ...round, statement }) ?? '';
  expect(told(sentence.repeat(3))).toBe(sentence.repeat(3));
  const long = told(sentence.repeat(100));
  expect(long.length).toBeLessThanOrEqual(300);
  expect(long).toBe(sentence.repeat(Math.floor(300 / sentence.length)));
  expect(told('长'.repeat(2000))).toHaveLength(300);
  expect(told('3.5 km away. Come in! Why not?')).toBe('3.5 km away. Come in! Why not?');
});

it('what was agreed is proposed first, then the next time for the door, then no time', () => {
  const appointment = { day: '2026-11-22', from: '19:00', until: '20:00' };
  const agreed = proposedAgain(round, { ...standing, appointment }, evening, now);
  expect(againAt(agreed.when, agreed.day, appointment)).toEqual(appointment);
  const untried = proposedAgain(round, standing, evening, now);
  expect(againAt(untried.when, untried.day, null)).toEqual({
    day: '2026-11-21',
    from: '18:30',
    until: '20:30',
  });
  // A Saturday; the next weekday afternoon is Monday's.
  const afternoon = { notBefore: '2026-11-21', best: 'weekdayAfternoon' } as const;
  expect(proposedAgain(round, standing, afternoon, now)).toEqual({ when: 'afternoon', day: '2026-11-23' });
  const missed = { ...appointment, day: '2026-11-19' };
  expect(proposedAgain(round, { ...standing, appointment: missed }, undefined, now).when).toBe('evening');
  for (const over of [{ deadline: '2026-11-20' }, { attemptsWanted: 1 }]) {
    const { when, day } = proposedAgain({ ...round, ...over }, standing, evening, now);
    expect(againAt(when, day, null)).toBeNull();
  }
});

it('the team on the slip is mine in this round', () => {
  const teams = [someTeam(someRound()), someTeam(round, { mine: false }), someTeam(round, { name: '二组' })];
  expect(teamIn(teams, round.id)).toBe('二组');
  expect(teamIn([], round.id)).toBeNull();
});

it('the built-in visit form has a place for it, and a form without one is left alone', () => {
  const form = compile(visitForm, 'visitForm');
  expect(asksForSlip(form)).toBe(true);
  expect(asksForSlip({ ...form, questions: [] })).toBe(false);
});

const view = { streetId: newId(), round, stairwells: [] };
const household = { id: newId(), stairwellId: newId() };
const atDoor = { roundId: round.id, householdId: household.id };
const nobodyHome = { outcome: 'notHome', appointment: null } as const;

it('a slip belongs to my visit of today at which nobody was home, saved or still to be taken back', () => {
  const today = quickVisits(view, [household], { ...nobodyHome, formAnswers: slipAnswers }, now);
  const [visit] = today.work.local.own;
  if (visit?.kind !== 'visit') throw new Error('no visit of mine');
  expect(hasSlip(noWork, visit)).toBe(true);
  const [entry] = today.work.mutations;
  expect(entry?.payload).toMatchObject({ formAnswers: { materials: ['slip'] } });
  expect(visitOfSlip({ ...noWork, held: [today] }, atDoor, now)).toEqual(visit);
  expect(visitOfSlip({ ...noWork, own: today.work.local.own }, atDoor, now)).toEqual(visit);
  expect(visitOfSlip({ ...noWork, held: [today] }, atDoor, now + 86_400_000)).toBeUndefined();
  expect(visitOfSlip({ ...noWork, held: [today] }, { ...atDoor, householdId: newId() }, now)).toBeUndefined();
  const refused = quickVisits(view, [household], { ...nobodyHome, outcome: 'refused' }, now);
  expect(visitOfSlip({ ...noWork, held: [refused] }, atDoor, now)).toBeUndefined();
});

it('adding it to a visit keeps whatever else the form says', () => {
  const formAnswers = { note: '晚上在家', materials: ['notice'] };
  const { work } = quickVisits(view, [household], { ...nobodyHome, formAnswers }, now);
  const [entry] = work.mutations;
  const [own] = work.local.own;
  if (own?.kind !== 'visit') throw new Error('no visit of mine');
  if (entry?.kind !== 'recordVisit') throw new Error('no visit');
  const head = {
    sequence: 1,
    deviceTime: new Date(now).toISOString(),
    state: 'queued',
    attempts: 0,
  } as const;
  const record: FrozenRecord = {
    ...{ id: entry.id, streetId: view.streetId, kind: entry.kind, label: entry.label, ...head },
    ...{ lastError: null, confirmedAt: null, correctedBy: null },
    content: { form: 'readable', payload: entry.payload, sealed: null },
  };
  const { streetId, roundId, stairwellId, householdId } = own;
  expect(hasSlip({ ...noWork, own: work.local.own }, own)).toBe(false);
  const amended = slipAmendment(record, { streetId, roundId, stairwellId, householdId }, '补记留言条');
  // Written down once, it is not offered again.
  expect(hasSlip({ ...noWork, own: [...work.local.own, ...amended.local.own] }, own)).toBe(true);
  const [amendment] = amended.mutations;
  expect(mutationPayloads.amendVisit.parse(amendment?.payload)).toEqual({
    visitId: entry.id,
    formAnswers: { note: '晚上在家', materials: ['notice', 'slip'] },
    reason: '补记留言条',
  });
});
