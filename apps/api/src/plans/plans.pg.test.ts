import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { listPlans, newId, type Mutation } from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let zhao: TestTablet;
let sequence = 0;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  zhao = await api.tablet(street.people.zhao);
});
afterAll(() => api.stop());

const envelope = () => ({
  id: newId(),
  sequence: (sequence += 1),
  deviceTime: api.clock.now.toISOString(),
});

function planFor(day: string): Mutation {
  const { stairwellId } = must(street.doors.liuyin[0], 'a door');
  const { roundId, teams } = street;
  const window = { day, from: '18:30', until: '20:30' };
  return {
    ...envelope(),
    kind: 'planVisit',
    payload: { roundId, stairwellId, teamId: teams.liuyin, ...window },
  };
}
const cancel = (plan: Mutation): Mutation => ({
  ...envelope(),
  kind: 'cancelPlan',
  payload: { planId: plan.id },
});
const standing = async () => {
  const params = { areaId: street.communities.liuyin, roundId: street.roundId };
  return (await street.people.zhao.call(listPlans, { params })).map((plan) => plan.id);
};

describe('plans made offline', () => {
  it('taken back and made anew for the same hours stand, in whatever order one push holds them', async () => {
    const first = planFor('2026-11-11');
    await records.push(zhao, first);
    const taken = cancel(first);
    const again = planFor('2026-11-11');
    const results = await records.push(zhao, again, taken);
    expect(results.map((one) => one.result)).toEqual(['accepted', 'accepted']);
    expect(await standing()).toEqual([again.id]);
  });

  it('and taken back before they were sent stand no more', async () => {
    const before = await standing();
    const plan = planFor('2026-11-12');
    const results = await records.push(zhao, cancel(plan), plan);
    expect(results.map((one) => one.result)).toEqual(['accepted', 'accepted']);
    expect(await standing()).toEqual(before);
  });
});
