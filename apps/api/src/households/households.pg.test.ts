import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  changeHousehold,
  decideProposal,
  listHouseholds,
  listProposals,
  newId,
  readStairwell,
  type CallOf,
} from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import * as facts from './households.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let office: TestPerson, wang: TestPerson, zhao: TestTablet;
let liuyin: string, nanqiao: string;

const door = (number: number): TestDoor => must(street.doors.liuyin[number], 'a door');

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  ({ liuyin, nanqiao } = street.communities);
  office = street.people.office;
  wang = await api.person('wang', ['communityOffice', liuyin]);
  zhao = await api.tablet(street.people.zhao);
  records = new Records(api, street);
  const residents = [
    { name: '张建华', initials: 'zjh', phone: '19900000001' },
    { name: '周建红', initials: 'zjh', phone: null },
    { name: '李 Wei_1', initials: 'liwei1', phone: null },
  ];
  for (const [number, resident] of residents.entries())
    await facts.insertResident(api.sql, street.streetId, door(number).id, resident);
});
afterAll(() => api.stop());

type Query = NonNullable<CallOf<typeof listHouseholds>['query']>;
const list = (person: TestPerson, areaId: string, query: Query = {}) =>
  person.call(listHouseholds, { params: { areaId }, query });
const find = async (search: string) => (await list(office, street.streetId, { search })).items;

describe('the register', () => {
  it('is shown page by page, in walking order, with the size of the whole', async () => {
    const first = await list(office, street.streetId, { limit: 30 });
    expect([first.total, first.items.length]).toEqual([48, 30]);
    const rest = await list(office, street.streetId, { offset: 30, limit: 30 });
    expect([rest.total, rest.items.length]).toEqual([48, 18]);
    const all = [...first.items, ...rest.items];
    expect(new Set(all.map((household) => household.id)).size).toBe(48);
    expect(await list(office, street.streetId, { offset: 500 })).toEqual({ total: 48, items: [] });
    const doors = all.map(({ communityName, stairwellLabel, floor, room }) => [
      communityName,
      stairwellLabel,
      floor,
      room,
    ]);
    expect(doors.slice(0, 3)).toEqual([
      ['南桥社区', '1单元', 1, '101'],
      ['南桥社区', '1单元', 1, '102'],
      ['南桥社区', '1单元', 2, '201'],
    ]);
  });

  it('is searched by name, pinyin initials, room and building, and by several of them at once', async () => {
    expect((await find('zjh')).map((household) => household.residents[0]?.name)).toEqual([
      '张建华',
      '周建红',
    ]);
    expect((await find('建华')).map((household) => household.id)).toEqual([door(0).id]);
    expect((await find('ＺＪＨ 102')).map((household) => household.id)).toEqual([door(1).id]);
    expect(await find('601')).toHaveLength(4);
    expect(await find('柳苑1栋2单元602')).toHaveLength(1);
    expect(await find('zjh 601')).toEqual([]);
    expect((await find('%')).concat(await find('__'))).toEqual([]);
    expect((await find('wei_1')).map((household) => household.id)).toEqual([door(2).id]);
  });

  it('is narrowed to a building, a stairwell, an occupancy', async () => {
    const query = { stairwellId: door(0).stairwellId, occupancy: 'occupied' as const };
    expect((await list(office, street.streetId, query)).total).toBe(12);
    expect((await list(office, street.streetId, { ...query, occupancy: 'vacant' })).total).toBe(0);
    expect((await list(office, street.streetId, { buildingId: newId() })).total).toBe(0);
  });

  it('shows a community to those who work in it, and nothing of another', async () => {
    const li = street.people.li;
    const seen = await list(li, liuyin);
    expect(seen.total).toBe(24);
    expect(seen.items[0]?.residents).toMatchObject([{ name: '张建华', phone: '19900000001' }]);
    await expect(list(li, nanqiao)).rejects.toMatchObject({ code: 'notFound' });
    await expect(list(li, street.streetId)).rejects.toMatchObject({ code: 'notFound' });
    const params = { areaId: liuyin, householdId: must(street.doors.nanqiao[0], 'a door').id };
    await expect(wang.call(changeHousehold, { params, body: { note: '越界' } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('is closed to building heads, who see no names and no phone numbers', async () => {
    await expect(list(street.people.head, liuyin)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is narrowed to a grid where the path names one', async () => {
    const grid = await api.area('grid', '第1网格', liuyin);
    const empty = await api.area('grid', '第2网格', liuyin);
    await facts.setBuildingGrid(api.sql, street.streetId, liuyin, grid);
    expect(await list(office, grid)).toMatchObject({ total: 24, items: [{ gridName: '第1网格' }, ...Array(23).fill({})] }); // prettier-ignore
    expect((await list(office, empty)).total).toBe(0);
  });
});

describe('a correction', () => {
  it('writes what was given, leaves the rest, and reaches the tablets', async () => {
    const [before] = await facts.readChangeNumber(api.sql, street.streetId);
    const params = { areaId: liuyin, householdId: door(3).id };
    const body = { doNotContact: true, caution: ' 有犬 ' };
    await expect(wang.call(changeHousehold, { params, body })).resolves.toMatchObject({
      id: door(3).id,
      occupancy: 'occupied',
      doNotContact: true,
      caution: '有犬',
      note: null,
    });
    const changed = await wang.call(changeHousehold, { params, body: { occupancy: 'rented', caution: '' } });
    expect(changed).toMatchObject({ occupancy: 'rented', doNotContact: true, caution: null });
    const pulled = await facts.listChanged(api.sql, street.streetId, must(before, 'a head').changeNumber);
    expect(pulled.map((row) => row.id)).toEqual([door(3).id]);
  });

  it('of the hours in which nobody knocks stands until it is changed; hours that end before they begin are refused', async () => {
    const params = { areaId: liuyin, householdId: door(4).id };
    const quiet = [{ from: '12:00', until: '14:30' }];
    expect(await wang.call(changeHousehold, { params, body: { quiet } })).toMatchObject({ quiet });
    expect(await wang.call(changeHousehold, { params, body: { note: '夜班' } })).toMatchObject({ quiet });
    await expect(
      wang.call(changeHousehold, { params, body: { quiet: [{ from: '14:00', until: '12:00' }] } }),
    ).rejects.toMatchObject({ code: 'invalidRequest' });
    expect(await wang.call(changeHousehold, { params, body: { quiet: [] } })).toMatchObject({ quiet: [] });
  });

  it('with a sign that no text can hold is refused, and so is a search for it', async () => {
    const params = { areaId: liuyin, householdId: door(3).id };
    const refused = { code: 'invalidRequest' };
    await expect(wang.call(changeHousehold, { params, body: { note: 'a\u0000b' } })).rejects.toMatchObject(
      refused,
    );
    await expect(find('\u0000')).rejects.toMatchObject(refused);
  });

  it('leaves the household’s id and the fields in the audit, never what they say', async () => {
    const [entry] = await facts.listAudit(api.sql, street.streetId, 'household.changed');
    expect(entry?.subject).toEqual({ householdId: door(3).id, fields: ['doNotContact', 'caution'] });
  });
});

describe('an occupancy found at the door', () => {
  const proposed = async (found: TestDoor, outcome: 'vacant' | 'notResidential') => {
    await records.push(zhao, records.visit(found, { outcome }));
    const proposals = await wang.call(listProposals, { params: { areaId: liuyin } });
    return must(
      proposals.find((proposal) => proposal.household.id === found.id),
      'the proposal',
    );
  };
  const decide = (proposalId: string, accept: boolean, person = wang, areaId = liuyin) =>
    person.call(decideProposal, { params: { areaId, proposalId }, body: { accept } });
  const occupancyOf = async (householdId: string) => {
    const { items } = await list(office, liuyin, { limit: 500 });
    return items.find((household) => household.id === householdId)?.occupancy;
  };

  it('is proposed to the office, which takes it over into the register and to the tablets', async () => {
    const proposal = await proposed(door(4), 'vacant');
    expect(proposal).toMatchObject({ proposed: 'vacant', household: { room: door(4).room } });
    expect(await occupancyOf(door(4).id)).toBe('occupied');
    const [before] = await facts.readChangeNumber(api.sql, street.streetId);
    await decide(proposal.id, true);
    expect(await occupancyOf(door(4).id)).toBe('vacant');
    const pulled = await facts.listChanged(api.sql, street.streetId, must(before, 'a head').changeNumber);
    expect(pulled.map((row) => row.id)).toEqual([door(4).id]);
    expect(await wang.call(listProposals, { params: { areaId: liuyin } })).toEqual([]);
    await expect(decide(proposal.id, false)).rejects.toMatchObject({ code: 'proposalDecided' });
  });

  it('is dismissed without a trace in the register', async () => {
    const proposal = await proposed(door(5), 'notResidential');
    await decide(proposal.id, false);
    expect(await occupancyOf(door(5).id)).toBe('occupied');
    expect(await wang.call(listProposals, { params: { areaId: liuyin } })).toEqual([]);
  });

  it('is settled where the office corrects the household itself', async () => {
    const proposal = await proposed(door(6), 'vacant');
    const params = { areaId: liuyin, householdId: door(6).id };
    await wang.call(changeHousehold, { params, body: { occupancy: 'absent' } });
    await expect(decide(proposal.id, true)).rejects.toMatchObject({ code: 'proposalDecided' });
    expect(await occupancyOf(door(6).id)).toBe('absent');
  });

  it('is not for another community to decide', async () => {
    const proposal = await proposed(door(7), 'vacant');
    const chen = await api.person('chen', ['communityOffice', nanqiao]);
    await expect(decide(proposal.id, true, chen, nanqiao)).rejects.toMatchObject({ code: 'notFound' });
    expect(await occupancyOf(door(7).id)).toBe('occupied');
  });
});

describe('a stairwell', () => {
  const read = (person: TestPerson, roundId?: string) =>
    person.call(readStairwell, {
      params: { areaId: liuyin, stairwellId: door(0).stairwellId },
      query: roundId === undefined ? {} : { roundId },
    });

  it('is drawn top floor first, each door with how it stands in the round', async () => {
    await records.push(zhao, records.visit(door(0), { outcome: 'notHome' }));
    await records.push(zhao, records.visit(door(1), { outcome: 'refusedHard' }));
    const seen = await read(street.people.li, street.roundId);
    expect(seen).toMatchObject({ buildingLabel: '1栋', label: '1单元' });
    expect(seen.doors.map(({ floor, room }) => [floor, room]).slice(0, 3)).toEqual([
      [6, '601'],
      [6, '602'],
      [5, '501'],
    ]);
    const byRoom = new Map(seen.doors.map((one) => [one.room, one]));
    expect(byRoom.get('101')).toMatchObject({
      assigned: true,
      attempts: 1,
      outcome: 'notHome',
      settled: false,
    });
    expect(byRoom.get('102')).toMatchObject({
      assigned: true,
      attempts: 1,
      outcome: 'refusedHard',
      settled: true,
    });
    expect(byRoom.get('601')).toMatchObject({ attempts: 0, outcome: null, settled: false, revisit: false });
  });

  it('opens to the leader whose team visits it, and to no other leader of the community', async () => {
    expect((await read(street.people.zhao)).doors).toHaveLength(12);
    const feng = await api.person('feng', ['teamLeader', liuyin]);
    await expect(read(feng)).rejects.toMatchObject({ code: 'notFound' });
    const both = await api.person('shen', ['teamLeader', liuyin], ['worker', liuyin]);
    expect((await read(both)).doors).toHaveLength(12);
  });

  it('without a round shows its doors alone', async () => {
    const seen = await read(wang);
    expect(seen.doors).toHaveLength(12);
    expect(seen.doors.every((one) => !one.assigned && one.outcome === null)).toBe(true);
  });

  it('tells nothing of an assessor’s round before it is released', async () => {
    const assessor = await api.person('assessor', ['assessor', street.streetId]);
    const roundId = await street.openRound('第三方测评');
    await facts.giveToAssessor(api.sql, street.streetId, roundId, assessor.id);
    await expect(read(wang, roundId)).rejects.toMatchObject({ code: 'notFound' });
  });
});
