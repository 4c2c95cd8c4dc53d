import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { listQuarantine, newId } from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './pull.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
  const { stairwellId } = must(street.doors.liuyin[0], 'a door');
  await facts.appointSteward(api.sql, street.streetId, street.people.head.id, stairwellId);
});
afterAll(() => api.stop());

const visitWith = async (personId: string, doorIndex = 0) =>
  records.push(
    li,
    records.visit(must(street.doors.liuyin.at(doorIndex), 'a door'), { companionIds: [personId] }),
  );

const held = async (): Promise<number> => {
  const all = await street.people.office.call(listQuarantine, { params: { areaId: street.streetId } });
  return all.filter((one) => one.problemCode === 'companionUnknown').length;
};

describe('who came along on a visit', () => {
  it.each([
    ['is in the team', () => street.people.zhao.id],
    ['is in another team of the round', () => street.people.sun.id],
    ['looks after the stairwell', () => street.people.head.id],
  ])('is taken where the person %s', async (_, personId) => {
    expect(await visitWith(personId())).toMatchObject([{ result: 'accepted' }]);
  });

  it.each([
    ['looks after another stairwell', () => street.people.head.id],
    ['works in an office', () => street.people.office.id],
    ['does not exist', newId],
  ])('is refused where the person %s, and the visit is kept for the office', async (_, personId) => {
    const before = await held();
    const [result] = await visitWith(personId(), -1);
    expect(result).toMatchObject({ result: 'rejected', code: 'companionUnknown' });
    expect(await held()).toBe(before + 1);
  });

  it('is taken where the person visited in the round, and left the team while the tablet was offline', async () => {
    const qian = await api.person('qian', ['worker', street.communities.liuyin]);
    await facts.joinTeam(api.sql, street.streetId, street.teams.liuyin, qian.id);
    await records.push(await api.tablet(qian), records.visit(must(street.doors.liuyin[3], 'a door')));
    await facts.leaveTeam(api.sql, street.streetId, street.teams.liuyin, qian.id);
    expect(await visitWith(qian.id)).toMatchObject([{ result: 'accepted' }]);
  });

  it('takes no other record of the batch with it', async () => {
    const [first, second] = [must(street.doors.liuyin[4], 'a door'), must(street.doors.liuyin[5], 'a door')];
    const results = await records.push(
      li,
      records.visit(first, { companionIds: [street.people.zhao.id, newId()] }),
      records.visit(second),
    );
    expect(results.map((one) => one.result).toSorted()).toEqual(['accepted', 'rejected']);
  });
});
