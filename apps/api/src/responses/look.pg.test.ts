import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { lookAtAnswers, newId } from '@huhudao/protocol';
import { listAudit } from '../sync/push.facts.queries.ts';
import { Records, shortAnswers } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  li = await api.tablet(street.people.li);
});
afterAll(() => api.stop());

const door = (index: number): TestDoor => must(street.doors.liuyin[index], 'a door');
const look = (householdId: string, reason: string, areaId = street.streetId) =>
  street.people.office.call(lookAtAnswers, { params: { areaId, householdId }, body: { reason } });
const audited = () => listAudit(api.sql, street.streetId, 'answers.lookedAt');

describe('looking at answers', () => {
  it('shows a household’s named responses and writes who looked, why and at how many', async () => {
    const response = records.response(door(0));
    await records.push(li, response);
    const found = await look(door(0).id, '居民来电询问办理情况');
    expect(found).toMatchObject([
      {
        id: response.id,
        roundName: '十一月测评',
        identityMode: 'named',
        complete: true,
        answers: shortAnswers,
      },
    ]);
    expect(await audited()).toEqual([
      {
        actorId: street.people.office.id,
        deviceId: null,
        subject: {
          householdId: door(0).id,
          responseIds: [response.id],
          count: 1,
          reason: '居民来电询问办理情况',
        },
      },
    ]);
  });

  it('never shows a confidential response, and is written down all the same', async () => {
    await records.push(li, records.response(door(1), { identityMode: 'confidential' }));
    const before = (await audited()).length;
    expect(await look(door(1).id, '核对')).toEqual([]);
    expect((await audited()).slice(before)).toMatchObject([{ subject: { count: 0, responseIds: [] } }]);
  });

  it('needs a reason, and without one nothing is read or written', async () => {
    const before = await audited();
    await expect(look(door(0).id, '  ')).rejects.toMatchObject({ code: 'invalidRequest' });
    expect(await audited()).toEqual(before);
  });

  it('is for the street office, in its own street', async () => {
    const wang = await api.person('wang', ['communityOffice', street.communities.liuyin]);
    const tang = await api.person('tang', ['districtOffice', street.districtId]);
    for (const person of [wang, tang]) {
      await expect(
        person.call(lookAtAnswers, {
          params: { areaId: street.communities.liuyin, householdId: door(0).id },
          body: { reason: '看看' },
        }),
      ).rejects.toMatchObject({ code: 'notFound' });
    }
    const before = (await audited()).length;
    await expect(look(door(0).id, '看看', street.communities.nanqiao)).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(look(newId(), '看看')).rejects.toMatchObject({ code: 'notFound' });
    expect(await audited()).toHaveLength(before);
  });
});
