import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { listPlans, newId, pull, type Mutation } from '@huhudao/protocol';
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

const evening = { from: '18:30', until: '20:30' };

function planFor(day: string, { teamId = street.teams.liuyin, hours = evening } = {}): Mutation {
  const { stairwellId } = must(street.doors.liuyin[0], 'a door');
  const { roundId } = street;
  return { ...envelope(), kind: 'planVisit', payload: { roundId, stairwellId, teamId, day, ...hours } };
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

describe('a planned slot', () => {
  const morning = { from: '09:00', until: '11:00' };
  const results = async (tablet: TestTablet, ...mutations: Mutation[]) =>
    (await records.push(tablet, ...mutations)).map((one) =>
      one.result === 'rejected' ? one.code : one.result,
    );
  const others = (day: string) => planFor(day, { teamId: street.teams.nanqiao });
  const changes = async (since?: string) =>
    zhao.call(pull, { query: { streetId: street.streetId, ...(since === undefined ? {} : { since }) } });

  it('keeps other teams out of its stairwell until its hours have passed without a visit, and no longer', async () => {
    const sun = await api.tablet(street.people.sun);
    const noon = { from: '10:30', until: '12:00' };
    const slot = planFor('2026-11-10', { hours: noon });
    expect(await results(zhao, slot)).toEqual(['accepted']);
    const { cursor } = await changes();
    api.clock.now = new Date('2026-11-10T03:59:00.000Z');
    expect(await results(sun, others('2026-11-10'))).toEqual(['planStairwellBusy']);
    api.clock.now = new Date('2026-11-10T04:00:00.000Z');
    const later = others('2026-11-10');
    expect(await results(sun, later)).toEqual(['accepted']);
    const stands = await standing();
    expect([stands.includes(slot.id), stands.includes(later.id)]).toEqual([false, true]);
    const told = (await changes(cursor)).plans.filter(({ day }) => day === '2026-11-10');
    expect(told.find(({ id }) => id === slot.id)).toMatchObject({ cancelled: true });
    expect((await changes()).plans.some(({ id }) => id === slot.id)).toBe(false);
  });

  it('with a visit of its team keeps its stairwell for the day', async () => {
    const sun = await api.tablet(street.people.sun);
    api.clock.now = new Date('2026-11-14T01:30:00.000Z');
    expect(await results(zhao, planFor('2026-11-14', { hours: morning }))).toEqual(['accepted']);
    const door = must(street.doors.liuyin[0], 'a door');
    expect(await results(zhao, records.visit(door, { outcome: 'notHome' }))).toEqual(['accepted']);
    api.clock.now = new Date('2026-11-14T04:00:00.000Z');
    expect(await results(sun, others('2026-11-14'))).toEqual(['planStairwellBusy']);
  });

  it('that came back may be planned by its own team for other hours, and does not stand in its way', async () => {
    const sun = await api.tablet(street.people.sun);
    api.clock.now = new Date('2026-11-15T01:00:00.000Z');
    expect(await results(zhao, planFor('2026-11-15', { hours: morning }))).toEqual(['accepted']);
    api.clock.now = new Date('2026-11-15T04:00:00.000Z');
    expect(await results(zhao, planFor('2026-11-15'))).toEqual(['accepted']);
    expect(await results(sun, others('2026-11-15'))).toEqual(['planStairwellBusy']);
  });
});
