import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  appointSteward,
  changeStewardPhone,
  countStewards,
  createHouseholdGroup,
  dissolveHouseholdGroup,
  endStewardTerm,
  handOverSteward,
  listBuildings,
  listStewardTerms,
  listStewardUnits,
  resumeStewardTerm,
  type StewardUnit,
} from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import { listAuditSubjects, setGrid, setInitials } from './stewards.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let wang: TestPerson, head: TestPerson, zhou: TestPerson;
let liuyin: string, nanqiao: string;
let first: string, second: string, elsewhere: string;

beforeAll(async () => {
  // Ten to midnight in Shanghai.
  api = await startTestApi('2026-11-10T15:50:00.000Z');
  street = await buildTestStreet(api);
  ({ liuyin, nanqiao } = street.communities);
  wang = await api.person('wang', ['communityOffice', liuyin]);
  zhou = await api.person('zhou', ['buildingHead', liuyin]);
  head = street.people.head;
  const stairwells = [...new Set(street.doors.liuyin.map((door) => door.stairwellId))];
  first = must(stairwells[0], 'a stairwell');
  second = must(stairwells[1], 'a stairwell');
  elsewhere = must(street.doors.nanqiao[0], 'a door').stairwellId;
});
afterAll(() => api.stop());

type Level = StewardUnit['level'];
const today = '2026-11-10';

const appointTo = (level: Level, person: TestPerson, unitIds: string[], startsOn = today, by = wang) =>
  by.call(appointSteward, {
    params: { areaId: liuyin },
    body: { personId: person.id, level, unitIds, startsOn },
  });
const appoint = (person: TestPerson, ...unitIds: string[]) => appointTo('stairwell', person, unitIds);
const units = async (query: object, areaId = liuyin, by = wang) =>
  (await by.call(listStewardUnits, { params: { areaId }, query })).items;
const unit = async (unitId: string) =>
  must(
    (await units({})).find((one) => one.unitId === unitId),
    'a unit',
  );
const termOf = async (unitId: string) => must((await unit(unitId)).term, 'a term');
const at = (termId: string) => ({ areaId: liuyin, termId });
const end = async (unitId: string) =>
  wang.call(endStewardTerm, { params: at((await termOf(unitId)).id), body: {} });
const terms = async (unitId: string) =>
  (await wang.call(listStewardTerms, { params: { areaId: liuyin, unitId } })).map(
    ({ personName, startsOn, endsOn, state }) => [personName, startsOn, endsOn, state],
  );
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
    const taken = { code: 'stewardTaken', details: { unitId: first } };
    await expect(appoint(zhou, second, first)).rejects.toMatchObject(taken);
    await expect(appointTo('stairwell', zhou, [first], '2027-01-01')).rejects.toMatchObject(taken);
    await expect(appointTo('stairwell', zhou, [first], '2020-01-01')).rejects.toMatchObject(taken);
    expect(await stewards()).toEqual([[first, 'head'], [second, null]]); // prettier-ignore
  });

  it('holds the role where the stairwell lies', async () => {
    const sun = await api.person('sun', ['buildingHead', nanqiao]);
    await expect(appoint(sun, second)).rejects.toMatchObject({ code: 'personUnsuitable' });
    await expect(appoint(street.people.li, second)).rejects.toMatchObject({ code: 'personUnsuitable' });
    await expect(appoint(head, elsewhere)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('hands over on a day that is the last of one term and the first of the next: nobody is missing', async () => {
    const { id } = await termOf(first);
    const handOver = (person: TestPerson, startsOn: string) =>
      wang.call(handOverSteward, { params: at(id), body: { personId: person.id, startsOn } });
    await expect(handOver(head, today)).rejects.toMatchObject({ code: 'personUnsuitable' });
    await expect(handOver(zhou, '2026-11-09')).rejects.toMatchObject({ code: 'termBackwards' });
    await handOver(zhou, today);
    expect(await terms(first)).toEqual([
      ['zhou', today, null, 'current'],
      ['head', today, today, 'past'],
    ]);
    await expect(handOver(zhou, today)).rejects.toMatchObject({ code: 'termOver' });
    expect(await stewards(head)).toEqual([[first, 'zhou']]);
  });

  it('sees the stairwell to the end of the last day, and nothing after it', async () => {
    expect(await stewards(head)).toHaveLength(1);
    api.clock.now = new Date('2026-11-10T16:10:00.000Z');
    expect(await stewards(head)).toEqual([]);
    api.clock.now = new Date('2026-11-10T15:50:00.000Z');
  });

  it('whose term was ended by mistake has it again, unless somebody has followed', async () => {
    const { id } = await termOf(first);
    const resume = () => wang.call(resumeStewardTerm, { params: at(id) });
    await expect(resume()).rejects.toMatchObject({ code: 'termRunning' });
    await end(first);
    expect((await unit(first)).term).toBeNull();
    await resume();
    expect((await unit(first)).term).toMatchObject({ id, personName: 'zhou', endsOn: null });
    await end(first);
    await appoint(head, first);
    await expect(resume()).rejects.toMatchObject({ code: 'stewardTaken' });
  });

  it('is out of office from the day that was set for the end, and coming before the day of beginning', async () => {
    const { id } = await termOf(first);
    const until = (endsOn: string) => wang.call(endStewardTerm, { params: at(id), body: { endsOn } });
    await expect(until('2026-11-09')).rejects.toMatchObject({ code: 'termBackwards' });
    await until('2026-11-20');
    expect(await termOf(first)).toMatchObject({ id, endsOn: '2026-11-20' });
    await expect(appointTo('stairwell', zhou, [first], '2026-11-19')).rejects.toMatchObject({ code: 'stewardTaken' }); // prettier-ignore
    await appointTo('stairwell', zhou, [first], '2026-11-20');
    expect((await unit(first)).next).toMatchObject({ personName: 'zhou', startsOn: '2026-11-20' });
    await expect(until('2026-11-21')).rejects.toMatchObject({ code: 'stewardTaken' });
    expect((await terms(first))[0]).toEqual(['zhou', '2026-11-20', null, 'coming']);
  });
});

describe('the five levels', () => {
  let grid: string, buildingId: string, groupId: string;
  const doors = () => street.doors.liuyin.filter((door) => door.stairwellId === second).map(({ id }) => id);
  const form = (name: string, householdIds: string[], stairwellId = second) =>
    wang.call(createHouseholdGroup, {
      params: { areaId: liuyin },
      body: { stairwellId, name, householdIds },
    });

  beforeAll(async () => {
    grid = await api.area('grid', '第一网格', liuyin);
    api.deps.areas.forget();
    const [building] = await wang.call(listBuildings, { params: { areaId: liuyin } });
    buildingId = must(building, 'a building').id;
    await setGrid(api.sql, street.streetId, buildingId, grid);
  });

  it('has groups of households, each household in one of them and each name once in a stairwell', async () => {
    groupId = (await form('一至三层', doors().slice(0, 6))).id;
    await expect(form('一至三层', doors().slice(6))).rejects.toMatchObject({ code: 'groupNameTaken' });
    await expect(form('四层', doors().slice(5, 8))).rejects.toMatchObject({ code: 'householdGrouped' });
    await expect(form('一层', doors(), first)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('counts by community and grid who is missing, and lists the same', async () => {
    const counts = (await wang.call(countStewards, { params: { areaId: liuyin } })).map(
      ({ level, gridName, units: all, missing }) => [level, gridName, all, missing],
    );
    expect(counts).toEqual([
      ['area', null, 1, 1],
      ['grid', '第一网格', 1, 1],
      ['building', '第一网格', 1, 1],
      ['stairwell', '第一网格', 2, 1],
      ['group', '第一网格', 1, 1],
    ]);
    const missing = await units({ state: 'missing' });
    expect(missing.map(({ level, place }) => [level, place])).toEqual([
      ['area', '柳荫社区'],
      ['grid', '第一网格'],
      ['building', '柳苑 1栋'],
      ['stairwell', '柳苑 1栋 2单元'],
      ['group', '柳苑 1栋 2单元 一至三层'],
    ]);
    expect((await units({ state: 'held' })).map(({ unitId }) => unitId)).toEqual([first]);
  });

  it('takes somebody into office on each, who then is missing nowhere', async () => {
    await appointTo('area', wang, [liuyin]);
    await appointTo('grid', street.people.li, [grid]);
    await appointTo('building', zhou, [buildingId]);
    await appointTo('stairwell', zhou, [second]);
    await appointTo('group', head, [groupId]);
    expect(await units({ state: 'missing' })).toEqual([]);
    await expect(appointTo('group', street.people.li, [groupId])).rejects.toMatchObject({ code: 'personUnsuitable' }); // prettier-ignore
    await expect(appointTo('grid', wang, [buildingId])).rejects.toMatchObject({ code: 'notFound' });
  });

  it('opens nothing on a level other than the stairwell', async () => {
    const sun = await api.person('sun', ['buildingHead', liuyin]);
    await end(buildingId);
    await appointTo('building', sun, [buildingId]);
    expect(await stewards(sun)).toEqual([]);
  });

  it('is searched by name, initials, place and the room of a door looked after', async () => {
    await setInitials(api.sql, zhou.id, '周敏', 'zm');
    const found = async (search: string) => (await units({ search })).map(({ level }) => level);
    expect(await found('zm')).toEqual(['stairwell']);
    expect(await found('周敏 2单元')).toEqual(['stairwell']);
    expect(await found('301')).toEqual(['stairwell', 'stairwell', 'group']);
    expect(await found('601')).toEqual(['stairwell', 'stairwell']);
    expect(await found('没有')).toEqual([]);
  });

  it('is seen from a grid as far as the grid reaches', async () => {
    const here = await units({}, grid);
    expect(here.map(({ level }) => level)).toEqual(['grid', 'building', 'stairwell', 'stairwell', 'group']);
    const other = await api.area('grid', '第二网格', liuyin);
    api.deps.areas.forget();
    expect((await units({}, other)).map(({ place }) => place)).toEqual(['第二网格']);
    const params = { areaId: other, termId: (await termOf(second)).id };
    await expect(wang.call(endStewardTerm, { params, body: {} })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('dissolves a group with its term, and its households are free again', async () => {
    await wang.call(dissolveHouseholdGroup, { params: { areaId: liuyin, groupId } });
    expect((await units({})).map(({ level }) => level)).not.toContain('group');
    await form('一至三层', doors().slice(0, 6));
  });
});

describe('a published telephone number', () => {
  it('is there only where it was chosen, and goes with the term', async () => {
    expect((await termOf(second)).phone).toBeNull();
    const { id } = await termOf(second);
    const publish = (phone: string | null) =>
      wang.call(changeStewardPhone, { params: at(id), body: { phone } });
    await publish('0571-5550 0101');
    expect((await termOf(second)).phone).toBe('0571-5550 0101');
    await end(second);
    await wang.call(resumeStewardTerm, { params: at(id) });
    expect((await termOf(second)).phone).toBeNull();
    await end(second);
    await expect(publish('0571-5550 0101')).rejects.toMatchObject({ code: 'termOver' });
    const subjects = JSON.stringify([...(await listAuditSubjects(api.sql, street.streetId))]);
    expect(subjects).toContain(id);
    for (const personal of ['5550', '周敏', '一至三层']) expect(subjects).not.toContain(personal);
  });
});

describe('an outsider', () => {
  it('finds nothing: the office of another community, a worker, a building head, the district', async () => {
    const qian = await api.person('qian', ['communityOffice', nanqiao]);
    const district = await api.person('district', ['districtOffice', street.districtId]);
    const { id } = await termOf(first);
    const notFound = { code: 'notFound' };
    for (const by of [qian, district, street.people.li, head]) {
      await expect(units({}, liuyin, by)).rejects.toMatchObject(notFound);
      await expect(appointTo('stairwell', zhou, [second], today, by)).rejects.toMatchObject(notFound);
      await expect(by.call(endStewardTerm, { params: at(id), body: {} })).rejects.toMatchObject(notFound);
    }
    const params = { areaId: nanqiao, termId: id };
    await expect(qian.call(endStewardTerm, { params, body: {} })).rejects.toMatchObject(notFound);
    const unitId = first;
    expect(await qian.call(listStewardTerms, { params: { areaId: nanqiao, unitId } })).toEqual([]);
  });
});

describe('buildings', () => {
  it('are counted door by door and listed for one’s own area', async () => {
    const [building] = await wang.call(listBuildings, { params: { areaId: liuyin } });
    expect(building).toMatchObject({
      compoundName: '柳苑',
      label: '1栋',
      gridName: '第一网格',
      households: 24,
    });
    expect(building?.stairwells.map(({ label, households }) => [label, households])).toEqual([
      ['1单元', 12],
      ['2单元', 12],
    ]);
    const district = await api.person('he', ['districtOffice', street.districtId]);
    expect(await district.call(listBuildings, { params: { areaId: street.districtId } })).toHaveLength(2);
    await expect(wang.call(listBuildings, { params: { areaId: nanqiao } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
