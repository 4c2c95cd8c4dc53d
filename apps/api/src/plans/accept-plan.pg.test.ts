import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { listPlans, newId, pull, type Mutation } from '@huhudao/protocol';
import * as facts from '../sync/pull.facts.queries.ts';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let head: TestTablet, zhao: TestTablet, sun: TestTablet, li: TestTablet;
let sequence = 0;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  head = await api.tablet(street.people.head);
  zhao = await api.tablet(street.people.zhao);
  sun = await api.tablet(street.people.sun);
  li = await api.tablet(street.people.li);
  const { stairwellId } = must(street.doors.liuyin[0], 'a door');
  await facts.appointSteward(api.sql, street.streetId, street.people.head.id, stairwellId);
});
afterAll(() => api.stop());

const envelope = () => ({
  id: newId(),
  sequence: (sequence += 1),
  deviceTime: api.clock.now.toISOString(),
});
const planFor = (day: string): Mutation => {
  const { stairwellId } = must(street.doors.liuyin[0], 'a door');
  const hours = { from: '18:30', until: '20:30' };
  const payload = { roundId: street.roundId, stairwellId, teamId: street.teams.liuyin, day, ...hours };
  return { ...envelope(), kind: 'planVisit', payload };
};
const accept = (plan: Mutation): Mutation => ({
  ...envelope(),
  kind: 'acceptPlan',
  payload: { planId: plan.id },
});
const cancel = (plan: Mutation): Mutation => ({
  ...envelope(),
  kind: 'cancelPlan',
  payload: { planId: plan.id },
});
const results = async (tablet: TestTablet, ...mutations: Mutation[]) =>
  (await records.push(tablet, ...mutations)).map((one) =>
    one.result === 'rejected' ? one.code : one.result,
  );
/** Whether a plan is accepted, as the office and a tablet see it; undefined where it does not stand. */
async function seen(plan: Mutation): Promise<[boolean | undefined, boolean | undefined]> {
  const params = { areaId: street.communities.liuyin, roundId: street.roundId };
  const office = await street.people.office.call(listPlans, { params });
  const { plans } = await head.call(pull, { query: { streetId: street.streetId } });
  const isIt = ({ id }: { id: string }) => id === plan.id;
  return [office.find(isIt)?.accepted, plans.find(isIt)?.accepted];
}

describe('a plan', () => {
  it('of a building head is proposed until the leader of its team says yes', async () => {
    const plan = planFor('2026-11-11');
    expect(await results(head, plan)).toEqual(['accepted']);
    expect(await seen(plan)).toEqual([false, false]);
    const { cursor } = await head.call(pull, { query: { streetId: street.streetId } });
    expect(await results(zhao, accept(plan))).toEqual(['accepted']);
    expect(await seen(plan)).toEqual([true, true]);
    const after = await head.call(pull, { query: { streetId: street.streetId, since: cursor } });
    expect(after.plans).toMatchObject([{ id: plan.id, accepted: true, cancelled: false }]);
  });

  it('that the leader makes is accepted at once', async () => {
    const plan = planFor('2026-11-12');
    expect(await results(zhao, plan)).toEqual(['accepted']);
    expect(await seen(plan)).toEqual([true, true]);
  });

  it('that is only proposed keeps other teams out all the same', async () => {
    const plan = planFor('2026-11-13');
    expect(await results(head, plan)).toEqual(['accepted']);
    const other = planFor('2026-11-13');
    const theirs = { ...other, payload: { ...other.payload, teamId: street.teams.nanqiao } } as Mutation;
    expect(await results(sun, theirs)).toEqual(['planStairwellBusy']);
  });

  it('is accepted by nobody but the leader of its team', async () => {
    const plan = planFor('2026-11-14');
    expect(await results(head, plan)).toEqual(['accepted']);
    expect(await results(head, accept(plan))).toEqual(['planNotYours']);
    expect(await results(sun, accept(plan))).toEqual(['planNotYours']);
    expect(await results(li, accept(plan))).toEqual(['notPermitted']);
    expect(await results(zhao, { ...accept(plan), payload: { planId: newId() } } as Mutation)).toEqual([
      'notFound',
    ]);
    expect(await seen(plan)).toEqual([false, false]);
  });

  it('may be accepted twice, and sent twice, and is accepted once', async () => {
    const plan = planFor('2026-11-15');
    await results(head, plan);
    const yes = accept(plan);
    expect(await results(zhao, yes, accept(plan))).toEqual(['accepted', 'accepted']);
    expect(await results(zhao, yes)).toEqual(['alreadyAccepted']);
    expect(await seen(plan)).toEqual([true, true]);
  });

  it('that was taken back meanwhile stays so, and the late yes is no error', async () => {
    const plan = planFor('2026-11-16');
    await results(head, plan, cancel(plan));
    expect(await results(zhao, accept(plan))).toEqual(['accepted']);
    expect(await seen(plan)).toEqual([undefined, undefined]);
  });

  it('is moved by taking it back and planning anew in one push, within its own hours as well', async () => {
    const plan = planFor('2026-11-17');
    await results(zhao, plan);
    const moved = planFor('2026-11-17');
    const taken = { ...cancel(plan), sequence: moved.sequence - 1 };
    expect(await results(zhao, taken, moved)).toEqual(['accepted', 'accepted']);
    expect([await seen(plan), await seen(moved)]).toEqual([
      [undefined, undefined],
      [true, true],
    ]);
  });

  it('may be declined by the leader, which gives the stairwell back', async () => {
    const plan = planFor('2026-11-18');
    await results(head, plan);
    expect(await results(zhao, cancel(plan))).toEqual(['accepted']);
    const other = planFor('2026-11-18');
    const theirs = { ...other, payload: { ...other.payload, teamId: street.teams.nanqiao } } as Mutation;
    expect(await results(sun, theirs)).toEqual(['accepted']);
  });
});
