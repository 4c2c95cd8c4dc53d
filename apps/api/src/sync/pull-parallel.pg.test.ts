import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { closeRound, pull, type Mutation, type PullResponse } from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import * as facts from './pull.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet, lisOther: TestTablet, zhao: TestTablet, sun: TestTablet, head: TestTablet;
let unused: TestDoor[];
let door: TestDoor;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  const { people } = street;
  [li, lisOther] = [await api.tablet(people.li), await api.tablet(people.li)];
  [zhao, sun, head] = [
    await api.tablet(people.zhao),
    await api.tablet(people.sun),
    await api.tablet(people.head),
  ];
  unused = [...street.doors.liuyin];
});
afterAll(() => api.stop());

beforeEach(() => {
  door = must(unused.shift(), 'a door no test has used');
});

const changes = (tablet: TestTablet, since?: string): Promise<PullResponse> =>
  tablet.call(pull, { query: { streetId: street.streetId, ...(since === undefined ? {} : { since }) } });

/** A visit at the door is pushed and answered so. */
async function visit(
  tablet: TestTablet,
  result: 'accepted' | 'parallel',
  roundId = street.roundId,
): Promise<Mutation> {
  const made = records.visit(door, { roundId });
  expect(await records.push(tablet, made)).toEqual([{ id: made.id, result }]);
  return made;
}

describe('of two teams at one door on one day', () => {
  it('the first is told with its next pull, once, on each of the person’s tablets', async () => {
    const first = await visit(li, 'accepted');
    const { cursor, parallelVisits } = await changes(li);
    expect(parallelVisits).not.toContain(first.id);
    const second = await visit(sun, 'parallel');
    const told = await changes(li, cursor);
    expect(told.parallelVisits).toEqual([first.id]);
    expect(JSON.stringify(told)).not.toContain(second.id);
    expect((await changes(lisOther, cursor)).parallelVisits).toEqual([first.id]);
    expect((await changes(li, told.cursor)).parallelVisits).toEqual([]);
  });

  it('the second is told again, where the answer to its push was lost', async () => {
    const { cursor } = await changes(sun);
    await visit(li, 'accepted');
    const second = await visit(sun, 'parallel');
    expect(await records.push(sun, second)).toEqual([{ id: second.id, result: 'alreadyAccepted' }]);
    expect((await changes(sun, cursor)).parallelVisits).toEqual([second.id]);
  });

  it('nobody is told of a visit of somebody else, a colleague or who comes along included', async () => {
    const cursors = [await changes(zhao), await changes(head)].map((page) => page.cursor);
    await visit(li, 'accepted');
    await visit(sun, 'parallel');
    const [zhaos, heads] = [await changes(zhao, cursors[0]), await changes(head, cursors[1])];
    expect([zhaos.parallelVisits, heads.parallelVisits]).toEqual([[], []]);
  });

  it('each hears the same of visits with anonymous, named and no answers', async () => {
    const { cursor } = await changes(li);
    const first = await visit(li, 'accepted');
    await records.push(sun, records.visit(door, { outcome: 'notHome' }));
    const without = (await changes(li, cursor)).parallelVisits;
    expect(without).toEqual([first.id]);
    await records.push(sun, records.response(door));
    expect((await changes(li, cursor)).parallelVisits).toEqual(without);
  });

  it('the first is told although the round was closed meanwhile', async () => {
    const district = await api.person('district', ['districtOffice', street.districtId]);
    const roundId = await street.openRound('另一轮');
    const { cursor } = await changes(li);
    const first = await visit(li, 'accepted', roundId);
    await visit(sun, 'parallel', roundId);
    await district.call(closeRound, { params: { areaId: street.streetId, roundId } });
    expect((await changes(li, cursor)).parallelVisits).toContain(first.id);
  });

  it('one whose work there has ended is told nothing', async () => {
    const person = await api.person(
      'wu',
      ['worker', street.communities.liuyin],
      ['worker', street.communities.nanqiao],
    );
    const wu = await api.tablet(person);
    await facts.joinTeam(api.sql, street.streetId, street.teams.liuyin, person.id);
    const first = await visit(wu, 'accepted');
    await visit(sun, 'parallel');
    expect((await changes(wu)).parallelVisits).toEqual([first.id]);
    await facts.endGrant(api.sql, person.id, street.communities.liuyin);
    api.identities.forget();
    expect((await changes(wu)).parallelVisits).toEqual([]);
  });
});

describe('nobody is told', () => {
  it('of two visits of one team', async () => {
    const { cursor } = await changes(li);
    await visit(li, 'accepted');
    await visit(zhao, 'accepted');
    expect((await changes(li, cursor)).parallelVisits).toEqual([]);
  });

  it('of visits on different days', async () => {
    const { cursor } = await changes(li);
    await visit(li, 'accepted');
    const today = api.clock.now;
    api.clock.now = new Date(today.getTime() + 86_400_000);
    await visit(sun, 'accepted');
    expect((await changes(li, cursor)).parallelVisits).toEqual([]);
    api.clock.now = today;
  });
});
