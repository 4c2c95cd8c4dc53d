/** Rounds that go back to 12345 cases: the list, whose doors, who is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  changeRound,
  createRound,
  listHotlineCases,
  openRound,
  pull,
  readCoverage,
  readHotlineList,
  type HotlineCase,
} from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import * as facts from './rounds.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let office: TestPerson, community: TestPerson, other: TestPerson, district: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  office = street.people.office;
  community = await api.person('community', ['communityOffice', street.communities.liuyin]);
  other = await api.person('other', ['communityOffice', street.communities.nanqiao]);
  district = await api.person('district', ['districtOffice', street.districtId]);
});
afterAll(() => api.stop());

const inStreet = () => ({ areaId: street.streetId });

const list = [
  '工单编号,地址,诉求类型,受理日期',
  'YX0001,柳苑1栋1单元101室,环境卫生,2026-11-03',
  'YX0002,云溪街道南苑1号楼2单元602,停车,2026/11/4',
  'YX0003,柳苑1栋101,噪声,',
  'YX0004,望江花园3栋1单元101,噪声,',
  'YX0005,柳苑 1幢 一单元 101户,物业,',
];

const read = (person: TestPerson, lines: string[] = list) =>
  person.call(readHotlineList, {
    params: inStreet(),
    body: { name: '工单.csv', type: 'text/csv', bytes: new TextEncoder().encode(lines.join('\n')) },
  });

/** The list as the office sends it, with the doors it is sure of and one it chose. */
async function cases(): Promise<HotlineCase[]> {
  const found = (await read(office)).cases;
  return found.flatMap(({ doors, sure: _, ...one }) =>
    one.number === 'YX0004' ? [] : [{ ...one, householdId: must(doors.at(-1), 'a door').householdId }],
  );
}

const bodyOf = (name: string, given: HotlineCase[]) => ({
  name,
  purpose: 'hotline' as const,
  startsOn: '2026-11-10',
  deadline: '2026-11-30',
  questionnaireHash: null,
  visitFormHash: street.hashes.visitForm,
  statement: '您拨打过12345，我们来看看事情办得怎样。',
  materials: [],
  scope: { communityIds: Object.values(street.communities) },
  teamIds: Object.values(street.teams),
  cases: given,
});

async function opened(name: string, given: HotlineCase[]) {
  const { id } = await office.call(createRound, { params: inStreet(), body: bodyOf(name, given) });
  return office.call(openRound, { params: { ...inStreet(), roundId: id } });
}

const doorOf = (name: 'liuyin' | 'nanqiao', stairwell: 0 | 1, room: string): TestDoor => {
  const doors = street.doors[name];
  const wells = [...new Set(doors.map(({ stairwellId }) => stairwellId))];
  return must(
    doors.find((one) => one.room === room && one.stairwellId === wells[stairwell]),
    'the door',
  );
};

describe('a list of 12345 cases', () => {
  it('is matched with the register: one door, several, or none', async () => {
    const { cases: found } = await read(office);
    expect(found.map(({ number, sure, doors }) => [number, sure, doors.length])).toEqual([
      ['YX0001', true, 1],
      ['YX0002', true, 1],
      ['YX0003', false, 2],
      ['YX0004', false, 0],
      ['YX0005', true, 1],
    ]);
    expect(found[1]).toMatchObject({
      reportedOn: '2026-11-04',
      doors: [
        { householdId: doorOf('nanqiao', 1, '602').id, address: '南苑 1栋 2单元 602', visitable: true },
      ],
    });
  });

  it('tells of a door that a round would not go to', async () => {
    const door = doorOf('nanqiao', 0, '301');
    await facts.setDoNotContact(api.sql, street.streetId, door.id);
    const { cases: found } = await read(office, ['工单号,地址', '1,南苑1栋1单元301']);
    expect(found[0]?.doors).toMatchObject([{ householdId: door.id, visitable: false }]);
  });

  it('is read for the street alone, and says why where it cannot be', async () => {
    for (const person of [community, district])
      await expect(read(person)).rejects.toMatchObject({ code: 'notFound' });
    await expect(read(office, ['甲,乙,丙', '1,2,3'])).rejects.toMatchObject({ code: 'hotlineListUnclear' });
    await expect(read(office, [''])).rejects.toMatchObject({ code: 'fileEmpty' });
  });
});

describe('a hotline round', () => {
  it('goes to the doors of its cases and to no other, each once', async () => {
    const round = await opened('回访一', await cases());
    expect(round).toMatchObject({ state: 'open', assigned: 3 });
    expect(await facts.listDrawn(api.sql, street.streetId, round.id)).toEqual(
      [doorOf('liuyin', 0, '101'), doorOf('liuyin', 1, '101'), doorOf('nanqiao', 1, '602')]
        .map(({ id }) => ({ householdId: id, probability: null }))
        .toSorted((a, b) => (a.householdId < b.householdId ? -1 : 1)),
    );
  });

  it('is not opened while a case has no door, or there are none', async () => {
    const given = await cases();
    const open = given.map((one, index) => (index === 0 ? { ...one, householdId: null } : one));
    const lacks = { code: 'roundIncomplete', details: { lacks: ['cases'] } };
    await expect(opened('回访二', open)).rejects.toMatchObject(lacks);
    await expect(opened('回访三', [])).rejects.toMatchObject(lacks);
  });

  it('asks no questionnaire, and keeps its list when only its name is changed', async () => {
    const body = bodyOf('回访四', await cases());
    const { id } = await office.call(createRound, { params: inStreet(), body });
    const params = { ...inStreet(), roundId: id };
    const { questionnaire: questionnaireHash } = street.hashes;
    await expect(
      office.call(changeRound, { params, body: { ...body, questionnaireHash } }),
    ).rejects.toMatchObject({ code: 'hotlineAsksNothing' });
    const { cases: _, ...same } = body;
    await office.call(changeRound, { params, body: { ...same, name: '回访四改' } });
    expect(await office.call(listHotlineCases, { params })).toHaveLength(4);
    await office.call(changeRound, { params, body: { ...same, purpose: 'coverage' } });
    expect(await office.call(listHotlineCases, { params })).toEqual([]);
  });

  it('names doors of its own communities, and no other purpose has cases', async () => {
    const given = await cases();
    const scope = { communityIds: [street.communities.nanqiao] };
    const wrong = { ...bodyOf('回访五', given), scope, teamIds: [street.teams.nanqiao] };
    await expect(office.call(createRound, { params: inStreet(), body: wrong })).rejects.toMatchObject({
      code: 'caseDoorsGone',
      details: { count: 2 },
    });
    const coverage = { ...bodyOf('普访', given), purpose: 'coverage' as const };
    await expect(office.call(createRound, { params: inStreet(), body: coverage })).rejects.toMatchObject({
      code: 'roundPurposeWrong',
    });
  });
});

describe('who complained', () => {
  it('is told to the street, to each community of its own doors, and to nobody else', async () => {
    const open = (await cases()).map((one, index) => (index === 3 ? { ...one, householdId: null } : one));
    const { id } = await office.call(createRound, { params: inStreet(), body: bodyOf('回访六', open) });
    const numbersFor = async (person: TestPerson, areaId: string) =>
      (await person.call(listHotlineCases, { params: { areaId, roundId: id } })).map(({ number }) => number);
    expect(await numbersFor(office, street.streetId)).toEqual(['YX0001', 'YX0002', 'YX0003', 'YX0005']);
    expect(await numbersFor(community, street.communities.liuyin)).toEqual(['YX0001', 'YX0003']);
    expect(await numbersFor(other, street.communities.nanqiao)).toEqual(['YX0002']);
    for (const person of [district, street.people.zhao, street.people.head])
      await expect(numbersFor(person, street.communities.liuyin)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is known at the door to the team, and not to the building head who only looks after it', async () => {
    const round = await opened('回访七', await cases());
    const { head, li } = street.people;
    const { stairwellId, id: householdId } = doorOf('liuyin', 0, '101');
    await facts.appointSteward(api.sql, street.streetId, head.id, stairwellId);
    const pulled = async (person: TestPerson) =>
      (await api.tablet(person)).call(pull, { query: { streetId: street.streetId } });
    const ofTeam = (await pulled(li)).assignments.filter(({ roundId }) => roundId === round.id);
    expect(ofTeam.find((one) => one.householdId === householdId)?.cases).toEqual([
      { number: 'YX0001', topic: '环境卫生' },
      { number: 'YX0005', topic: '物业' },
    ]);
    const ofHead = await pulled(head);
    expect(ofHead.rounds.map(({ id }) => id)).not.toContain(round.id);
    expect(ofHead.assignments.map(({ roundId }) => roundId)).not.toContain(round.id);
    const params = { areaId: street.communities.liuyin, roundId: round.id };
    expect((await head.call(readCoverage, { params, query: { by: 'stairwell' } })).rows).toEqual([]);
  });
});
