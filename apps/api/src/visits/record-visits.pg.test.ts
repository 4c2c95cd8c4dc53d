import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, outcomes, type Outcome } from '@huhudao/domain';
import { newId, type Mutation } from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './visits.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
  await facts.takeQuestionnaire(api.sql, street.streetId, street.roundId);
});
afterAll(() => api.stop());

const amended = (visit: Mutation, outcome: Outcome): Mutation => ({
  id: newId(),
  sequence: 900,
  deviceTime: api.clock.now.toISOString(),
  kind: 'amendVisit',
  payload: { visitId: visit.id, outcome, reason: '点错了' },
});

const answered: readonly Outcome[] = ['completed', 'partial'];
const refusal = { result: 'rejected', code: 'outcomeNeedsQuestionnaire' };

describe('in a round without a questionnaire', () => {
  it('no visit ends with answers: nothing was asked that could count as an interview', async () => {
    const door = must(street.doors.liuyin[0], 'a door');
    for (const outcome of answered)
      expect(await records.push(li, records.visit(door, { outcome }))).toMatchObject([refusal]);
    const standing = await facts.readStanding(api.sql, street.streetId, street.roundId, door.id);
    expect(standing).toEqual([{ outcome: null, attempts: 0 }]);
  });

  it('no visit is corrected to one with answers', async () => {
    const door = must(street.doors.liuyin[1], 'a door');
    const visit = records.visit(door, { outcome: 'visited' });
    expect(await records.push(li, visit)).toMatchObject([{ result: 'accepted' }]);
    for (const outcome of answered)
      expect(await records.push(li, amended(visit, outcome))).toMatchObject([refusal]);
    const standing = await facts.readStanding(api.sql, street.streetId, street.roundId, door.id);
    expect(standing).toMatchObject([{ outcome: 'visited' }]);
  });

  it('every other outcome is taken', async () => {
    const appointment = { day: '2026-11-12', from: '18:00', until: '19:00' };
    const others = outcomes.filter((outcome) => !answered.includes(outcome));
    const visits = others.map((outcome, index) =>
      records.visit(must(street.doors.liuyin[index + 2], 'a door'), {
        outcome,
        ...(outcome === 'appointment' ? { appointment } : {}),
      }),
    );
    for (const result of await records.push(li, ...visits)) expect(result.result).toBe('accepted');
  });
});
