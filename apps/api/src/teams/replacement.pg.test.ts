import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  createTeam,
  listNotices,
  listPlans,
  listTeams,
  makePlan,
  pull,
  raiseRevisit,
  readOpenWork,
  replacePerson,
  type BodyOf,
} from '@huhudao/protocol';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './replacement.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let office: TestPerson, chen: TestPerson, he: TestPerson;
let liuyin: string;

/** Each test has a street of its own: what moved does not come back. */
beforeEach(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  office = street.people.office;
  liuyin = street.communities.liuyin;
  chen = await api.person('chen', ['teamLeader', liuyin]);
  he = await api.person('he', ['worker', liuyin]);
  const { zhao, li } = street.people;
  const records = new Records(api, street);
  await records.push(await api.tablet(zhao), records.visit(must(street.doors.liuyin[0], 'a door')));
  await records.push(await api.tablet(li), records.visit(must(street.doors.liuyin[1], 'a door')));
  const plan = { teamId: street.teams.liuyin, day: '2026-11-20', from: '09:00', until: '10:00' };
  const body = { ...plan, stairwellId: must(street.doors.liuyin[0], 'a door').stairwellId };
  await zhao.call(makePlan, { params: { areaId: liuyin, roundId: street.roundId }, body });
  const raise = { householdId: must(street.doors.liuyin[3], 'a door').id, dueOn: '2026-11-20', topics: [] };
  const { id } = await office.call(raiseRevisit, { params: { areaId: liuyin }, body: raise });
  await facts.giveRevisit(api.sql, street.streetId, id, zhao.id);
});

afterEach(() => api.stop());

const work = (person: TestPerson) =>
  office.call(readOpenWork, { params: { areaId: street.streetId, personId: person.id } });
const replace = (person: TestPerson, body: BodyOf<typeof replacePerson>, by = office) =>
  by.call(replacePerson, { params: { areaId: street.streetId, personId: person.id }, body });
const snapshot = () => facts.snapshot(api.sql, street.streetId);
const otherTeam = async () =>
  office.call(createTeam, {
    params: { areaId: liuyin },
    body: { name: '柳荫二组', leaderId: chen.id, memberIds: [] },
  });

describe('somebody who leaves', () => {
  it('is shown with what they have in hand before anything moves', async () => {
    const before = await snapshot();
    expect(await work(street.people.zhao)).toEqual({
      personId: street.people.zhao.id,
      name: 'zhao',
      teams: [
        {
          teamId: street.teams.liuyin,
          name: '柳荫一组',
          communityId: liuyin,
          leads: true,
          doors: 22,
          plans: 1,
        },
      ],
      revisits: 1,
    });
    expect(await snapshot()).toEqual(before);
  });

  it('is succeeded as leader; doors, plans and revisits go on, visits stay with who made them', async () => {
    const { zhao } = street.people;
    const visits = await facts.listVisits(api.sql, street.streetId);
    const teamId = street.teams.liuyin;
    const teams = [{ teamId, by: 'person' as const, personId: chen.id }];
    expect(await replace(zhao, { teams, revisitsTo: he.id })).toEqual({
      ...{ teams: 1, disbanded: 0, doors: 0, plansMoved: 0, plansReturned: 0, revisits: 1 },
    });
    const [team] = await office.call(listTeams, { params: { areaId: liuyin } });
    expect(team).toMatchObject({ leader: { id: chen.id }, members: [{ name: 'li' }] });
    expect(await work(zhao)).toMatchObject({ teams: [], revisits: 0 });
    expect(await work(chen)).toMatchObject({ teams: [{ leads: true, doors: 22, plans: 1 }] });
    expect(await facts.listVisits(api.sql, street.streetId)).toEqual(visits);
    const page = await (await api.tablet(chen)).call(pull, { query: { streetId: street.streetId } });
    expect(page.plans).toHaveLength(1);
    expect(page.assignments.filter((one) => !one.gone && one.teamId === teamId)).toHaveLength(24);
    const notices = (await chen.call(listNotices, {})).items;
    expect(notices).toMatchObject([{ kind: 'teamChanged', teamName: '柳荫一组' }]);
  });

  it('is succeeded as member, or the place stays empty', async () => {
    const teamId = street.teams.liuyin;
    const { li } = street.people;
    await replace(li, { teams: [{ teamId, by: 'person', personId: he.id }], revisitsTo: null });
    const members = async () =>
      (await office.call(listTeams, { params: { areaId: liuyin } }))[0]?.members.map(({ name }) => name);
    expect(await members()).toEqual(['he']);
    await replace(he, { teams: [{ teamId, by: 'nobody' }], revisitsTo: null });
    expect(await members()).toEqual([]);
  });

  it('hands all open work of a team to another: settled doors stay, a plan that clashes is returned', async () => {
    const { zhao, li } = street.people;
    const teamId = street.teams.liuyin;
    const other = await otherTeam();
    const tablet = await api.tablet(li);
    const { cursor } = await tablet.call(pull, { query: { streetId: street.streetId } });
    const teams = [{ teamId, by: 'team' as const, otherTeamId: other.id }];
    expect(await replace(zhao, { teams, revisitsTo: null })).toEqual({
      ...{ teams: 1, disbanded: 1, doors: 22, plansMoved: 1, plansReturned: 0, revisits: 1 },
    });
    const doors = async (id: string) => [...(await facts.countDoors(api.sql, street.streetId, id))];
    expect(await doors(other.id)).toEqual([{ settled: false, count: 22 }]);
    expect(await doors(teamId)).toEqual([{ settled: true, count: 2 }]);
    const params = { areaId: liuyin, roundId: street.roundId };
    expect(await office.call(listPlans, { params })).toMatchObject([
      { teamName: '柳荫二组', day: '2026-11-20' },
    ]);
    const told = await tablet.call(pull, { query: { streetId: street.streetId, since: cursor } });
    expect(told).toMatchObject({ reset: true, assignments: [] });
  });

  it('hands over to a team that is elsewhere at that hour: the plan is returned and counted', async () => {
    const other = await otherTeam();
    const roundId = await street.openRound('另一轮');
    await facts.joinRound(api.sql, street.streetId, roundId, other.id);
    const second = must(street.doors.liuyin.at(-1), 'a door').stairwellId;
    const body = { stairwellId: second, teamId: other.id, day: '2026-11-20', from: '09:30', until: '10:30' };
    await chen.call(makePlan, { params: { areaId: liuyin, roundId }, body });
    const teams = [{ teamId: street.teams.liuyin, by: 'team' as const, otherTeamId: other.id }];
    const result = await replace(street.people.zhao, { teams, revisitsTo: null });
    expect(result).toMatchObject({ plansMoved: 0, plansReturned: 1 });
  });

  it.each<[string, (at: { teamId: string }) => BodyOf<typeof replacePerson>, string]>([
    [
      'without a successor as leader',
      ({ teamId }) => ({ teams: [{ teamId, by: 'nobody' }], revisitsTo: null }),
      'leaderMissing',
    ],
    [
      'in favour of a worker as leader',
      ({ teamId }) => ({ teams: [{ teamId, by: 'person', personId: he.id }], revisitsTo: null }),
      'personUnsuitable',
    ],
    [
      'in favour of themselves',
      ({ teamId }) => ({
        teams: [{ teamId, by: 'person', personId: street.people.zhao.id }],
        revisitsTo: null,
      }),
      'personUnsuitable',
    ],
    [
      'into their own team',
      ({ teamId }) => ({ teams: [{ teamId, by: 'team', otherTeamId: teamId }], revisitsTo: null }),
      'teamUnsuitable',
    ],
    ['with a team left out', () => ({ teams: [], revisitsTo: null }), 'workChanged'],
    [
      'with revisits to somebody of another community',
      ({ teamId }) => ({
        teams: [{ teamId, by: 'person', personId: chen.id }],
        revisitsTo: street.people.sun.id,
      }),
      'personUnsuitable',
    ],
  ])('is not replaced %s, and nothing is half-moved', async (_, body, code) => {
    const before = await snapshot();
    await expect(replace(street.people.zhao, body({ teamId: street.teams.liuyin }))).rejects.toMatchObject({
      code,
    });
    expect(await snapshot()).toEqual(before);
  });

  it('is not found by the office of another community', async () => {
    const zhou = await api.person('zhou', ['communityOffice', street.communities.nanqiao]);
    const params = { areaId: street.communities.nanqiao, personId: street.people.zhao.id };
    await expect(zhou.call(readOpenWork, { params })).rejects.toMatchObject({ code: 'notFound' });
    const body = { teams: [], revisitsTo: null };
    await expect(zhou.call(replacePerson, { params, body })).rejects.toMatchObject({ code: 'notFound' });
  });
});
