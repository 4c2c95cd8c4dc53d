import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type Role } from '@huhudao/domain';
import { makePlan, pull, type PullResponse } from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';
import * as facts from './pull.facts.queries.ts';

/** Everybody here is in the team that visits both stairwells, and looks after the first. */
const roles = {
  worker: [['worker', 'liuyin']],
  'team leader': [['teamLeader', 'liuyin']],
  assessor: [['assessor', 'liuyin']],
  'building head': [['buildingHead', 'liuyin']],
  'building head who is also a worker there': [
    ['buildingHead', 'liuyin'],
    ['worker', 'liuyin'],
  ],
  'building head who is a worker elsewhere': [
    ['buildingHead', 'liuyin'],
    ['worker', 'nanqiao'],
  ],
} as const satisfies Record<string, (readonly [Role, 'liuyin' | 'nanqiao'])[]>;
type Who = keyof typeof roles;

const whole = { name: '张建华', phone: '19900000000', caution: '有犬' };
const bare = { name: null, phone: null, caution: null };

let api: TestApi;
let street: TestStreet;
let records: Records;
let own: TestDoor, other: TestDoor;
const tablets = new Map<Who, TestTablet>();

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  own = must(street.doors.liuyin[0], 'a door of the first stairwell');
  other = must(street.doors.liuyin.at(-1), 'a door of the second stairwell');
  for (const { id } of [own, other]) {
    await facts.insertResident(api.sql, street.streetId, id);
    await facts.warn(api.sql, street.streetId, id, whole.caution);
  }
  for (const who of Object.keys(roles) as Who[]) {
    const grants = roles[who].map(([role, place]): [Role, string] => [role, street.communities[place]]);
    const person = await api.person('qian', ...grants);
    await facts.joinTeam(api.sql, street.streetId, street.teams.liuyin, person.id);
    await facts.appointSteward(api.sql, street.streetId, person.id, own.stairwellId, '2026-11-10');
    tablets.set(who, await api.tablet(person));
  }
  const params = { areaId: street.streetId, roundId: street.roundId };
  const zhao = await api.person('zhao', ['teamLeader', street.streetId]);
  await facts.lead(api.sql, street.streetId, street.teams.liuyin, zhao.id);
  const plan = { teamId: street.teams.liuyin, day: '2026-11-12' };
  for (const [door, from, until] of [
    [own, '09:00', '10:00'],
    [other, '10:00', '11:00'],
  ] as const)
    await zhao.call(makePlan, { params, body: { ...plan, stairwellId: door.stairwellId, from, until } });
});
afterAll(() => api.stop());

const pulledBy = (who: Who): Promise<PullResponse> =>
  must(tablets.get(who), 'a tablet').call(pull, { query: { streetId: street.streetId } });

/** What a pull tells of a door's household, and whether it tells of the door, its stairwell and its plan at all. */
function toldOf({ households, assignments, stairwells, plans }: PullResponse, door: TestDoor) {
  const household = households.find((one) => one.id === door.id);
  return {
    household:
      household === undefined
        ? 'nothing'
        : { name: household.residentName, phone: household.phone, caution: household.caution },
    assignment: assignments.some((one) => one.householdId === door.id),
    stairwell: stairwells.some((one) => one.id === door.stairwellId),
    plan: plans.some((one) => one.stairwellId === door.stairwellId),
  };
}

const all = { assignment: true, stairwell: true, plan: true };
const none = { household: 'nothing', assignment: false, stairwell: false, plan: false };

describe('who pulls what of the stairwell they look after, and of the other one their team visits', () => {
  it.each<[Who, unknown, unknown]>([
    ['worker', { household: whole, ...all }, { household: whole, ...all }],
    ['team leader', { household: whole, ...all }, { household: whole, ...all }],
    ['assessor', { household: whole, ...all }, { household: whole, ...all }],
    ['building head', { household: bare, ...all }, none],
    ['building head who is also a worker there', { household: whole, ...all }, { household: whole, ...all }],
    ['building head who is a worker elsewhere', { household: bare, ...all }, none],
  ])('%s', async (who, ofOwn, ofOther) => {
    const pulled = await pulledBy(who);
    expect(toldOf(pulled, own)).toEqual(ofOwn);
    expect(toldOf(pulled, other)).toEqual(ofOther);
  });

  it('a building head whose term has ended pulls nothing of either, though still in the team', async () => {
    const head = await api.person('zhou', ['buildingHead', street.communities.liuyin]);
    await facts.joinTeam(api.sql, street.streetId, street.teams.liuyin, head.id);
    await facts.appointSteward(api.sql, street.streetId, head.id, own.stairwellId, '2026-11-09');
    const pulled = await (await api.tablet(head)).call(pull, { query: { streetId: street.streetId } });
    expect(toldOf(pulled, own)).toEqual(none);
    expect(toldOf(pulled, other)).toEqual(none);
  });
});

describe('who may send a visit to a door of the team', () => {
  it.each<[Who, object]>([
    ['worker', { result: 'accepted' }],
    ['building head', { result: 'rejected', code: 'notPermitted' }],
    ['building head who is a worker elsewhere', { result: 'rejected', code: 'notAssigned' }],
  ])('%s', async (who, result) => {
    const [sent] = await records.push(must(tablets.get(who), 'a tablet'), records.visit(other));
    expect(sent).toMatchObject(result);
  });
});
