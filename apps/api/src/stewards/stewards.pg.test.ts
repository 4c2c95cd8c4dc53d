import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { appointSteward, endStewardTerm, listBuildings } from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;
let wang: TestPerson, head: TestPerson;
let liuyin: string;
let first: string, second: string, elsewhere: string;

beforeAll(async () => {
  // Ten to midnight in Shanghai.
  api = await startTestApi('2026-11-10T15:50:00.000Z');
  street = await buildTestStreet(api);
  liuyin = street.communities.liuyin;
  wang = await api.person('wang', ['communityOffice', liuyin]);
  head = street.people.head;
  const stairwells = [...new Set(street.doors.liuyin.map((door) => door.stairwellId))];
  first = must(stairwells[0], 'a stairwell');
  second = must(stairwells[1], 'a stairwell');
  elsewhere = must(street.doors.nanqiao[0], 'a door').stairwellId;
});
afterAll(() => api.stop());

const appoint = (person: TestPerson, ...stairwellIds: string[]) =>
  wang.call(appointSteward, {
    params: { areaId: liuyin },
    body: { personId: person.id, stairwellIds, startsOn: '2026-11-10' },
  });
const end = (stairwellId: string) => wang.call(endStewardTerm, { params: { areaId: liuyin, stairwellId } });
const stewards = async (person = wang) =>
  (await person.call(listBuildings, { params: { areaId: liuyin } })).flatMap((building) =>
    building.stairwells.map(({ id, stewardName }) => [id, stewardName]),
  );

describe('a building head', () => {
  it('is appointed for stairwells, shown with them, and sees no other', async () => {
    expect(await stewards(head)).toEqual([]);
    await appoint(head, first);
    expect(await stewards()).toEqual([[first, 'head'], [second, null]]); // prettier-ignore
    expect(await stewards(head)).toEqual([[first, 'head']]);
  });

  it('is one for a stairwell: another is refused, for none of the stairwells asked for', async () => {
    const qian = await api.person('qian', ['buildingHead', liuyin]);
    await expect(appoint(qian, second, first)).rejects.toMatchObject({ code: 'stewardTaken', details: { stairwellId: first } }); // prettier-ignore
    expect(await stewards()).toEqual([[first, 'head'], [second, null]]); // prettier-ignore
  });

  it('holds the role where the stairwell lies', async () => {
    const sun = await api.person('sun', ['buildingHead', street.communities.nanqiao]);
    await expect(appoint(sun, second)).rejects.toMatchObject({ code: 'personUnsuitable' });
    await expect(appoint(street.people.li, second)).rejects.toMatchObject({ code: 'personUnsuitable' });
    await expect(appoint(head, elsewhere)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('makes room for the next when the term ends, and sees the stairwell to the end of that day', async () => {
    await end(first);
    await expect(end(first)).rejects.toMatchObject({ code: 'notFound' });
    const zhou = await api.person('zhou', ['buildingHead', liuyin]);
    await appoint(zhou, first, second);
    expect(await stewards()).toEqual([[first, 'zhou'], [second, 'zhou']]); // prettier-ignore
    expect(await stewards(head)).toEqual([[first, 'zhou']]);
    api.clock.now = new Date('2026-11-10T16:10:00.000Z');
    expect(await stewards(head)).toEqual([]);
  });
});

describe('buildings', () => {
  it('are counted door by door and listed for one’s own area', async () => {
    const [building] = await wang.call(listBuildings, { params: { areaId: liuyin } });
    expect(building).toMatchObject({ compoundName: '柳苑', label: '1栋', gridName: null, households: 24 });
    expect(building?.stairwells.map(({ label, households }) => [label, households])).toEqual([
      ['1单元', 12],
      ['2单元', 12],
    ]);
    const district = await api.person('district', ['districtOffice', street.districtId]);
    expect(await district.call(listBuildings, { params: { areaId: street.districtId } })).toHaveLength(2);
    await expect(
      wang.call(listBuildings, { params: { areaId: street.communities.nanqiao } }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });
});
