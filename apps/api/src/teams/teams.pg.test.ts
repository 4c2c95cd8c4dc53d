import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeTeam, createTeam, listTeams } from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';

let api: TestApi;
let street: string, liuyin: string, nanqiao: string;
let wang: TestPerson, zhao: TestPerson, sun: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  const district = await api.area('district', '云溪区', null);
  street = await api.area('street', '云溪街道', district);
  liuyin = await api.area('community', '柳荫社区', street);
  nanqiao = await api.area('community', '南桥社区', street);
  wang = await api.person('wang', ['communityOffice', liuyin]);
  zhao = await api.person('zhao', ['teamLeader', liuyin]);
  sun = await api.person('sun', ['worker', nanqiao]);
});
afterAll(() => api.stop());

describe('teams', () => {
  it('are formed by the community office and listed with leader and members', async () => {
    const li = await api.person('li', ['worker', liuyin]);
    const team = await wang.call(createTeam, {
      params: { areaId: liuyin },
      body: { name: '一组', leaderId: zhao.id, memberIds: [li.id] },
    });
    expect(team).toMatchObject({ name: '一组', leader: { name: 'zhao' }, members: [{ name: 'li' }] });
    expect(await wang.call(listTeams, { params: { areaId: liuyin } })).toEqual([team]);
  });

  it('take nobody from another community, and nothing is half-written', async () => {
    const body = { name: '二组', leaderId: zhao.id, memberIds: [sun.id] };
    await expect(wang.call(createTeam, { params: { areaId: liuyin }, body })).rejects.toMatchObject({
      code: 'personUnsuitable',
    });
    const teams = await wang.call(listTeams, { params: { areaId: liuyin } });
    expect(teams.map((team) => team.name)).not.toContain('二组');
  });

  it('have one name each in a community', async () => {
    const first = await wang.call(createTeam, {
      params: { areaId: liuyin },
      body: { name: '三组', leaderId: zhao.id, memberIds: [] },
    });
    const again = { name: '三组', leaderId: zhao.id, memberIds: [] };
    await expect(wang.call(createTeam, { params: { areaId: liuyin }, body: again })).rejects.toMatchObject({
      code: 'teamNameTaken',
    });
    await expect(
      wang.call(changeTeam, { params: { areaId: liuyin, teamId: first.id }, body: again }),
    ).resolves.toMatchObject({ id: first.id });
  });

  it('of another community are not found', async () => {
    await expect(wang.call(listTeams, { params: { areaId: nanqiao } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
