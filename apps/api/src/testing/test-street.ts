/** A street with two communities, two stairwells of doors in each, teams, people and an open round. */
import { addDays, dayOf } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import { contentHash, shortForm, visitForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import * as rounds from './rounds.queries.ts';
import type { TestApi } from './test-api.ts';
import * as world from './world.queries.ts';

export type TestDoor = { id: string; stairwellId: string; communityId: string; room: string };
export type TestStreet = Awaited<ReturnType<typeof buildTestStreet>>;

async function addDoors(
  api: TestApi,
  streetId: string,
  communityId: string,
  label: string,
): Promise<TestDoor[]> {
  const compoundId = newId();
  const buildingId = newId();
  await world.insertCompound(api.sql, { streetId, id: compoundId, communityId, name: `${label}苑` });
  await world.insertBuilding(api.sql, {
    streetId,
    id: buildingId,
    compoundId,
    communityId,
    label: '1栋',
    position: 1,
  });
  const doors: TestDoor[] = [];
  for (const number of [1, 2]) {
    const stairwellId = newId();
    await world.insertStairwell(api.sql, {
      streetId,
      id: stairwellId,
      buildingId,
      communityId,
      label: `${number}单元`,
      position: number,
    });
    for (let floor = 1; floor <= 6; floor++) {
      for (const place of [1, 2])
        doors.push({ id: newId(), stairwellId, communityId, room: `${floor}0${place}` });
    }
  }
  const rows = doors.map((door) => ({
    ...door,
    streetId,
    floor: Number(door.room[0]),
    position: Number(door.room.at(-1)),
    occupancy: 'occupied',
    changeNumber: 1,
  }));
  await world.insertHouseholds(api.sql, rows);
  return doors;
}

async function publish(api: TestApi, kind: 'questionnaire' | 'visitForm'): Promise<string> {
  const definition = kind === 'questionnaire' ? shortForm : visitForm;
  const hash = contentHash(definition);
  const compiled = compile(definition, kind);
  const at = api.clock.now.toISOString();
  await rounds.insertVersion(api.sql, {
    questionnaireId: newId(),
    hash,
    kind,
    title: { default: kind, en: `${kind} in English` },
    definition,
    compiled,
    at,
  });
  return hash;
}

export async function buildTestStreet(api: TestApi) {
  const districtId = await api.area('district', '云溪区', null);
  const streetId = await api.area('street', '云溪街道', districtId);
  const liuyin = await api.area('community', '柳荫社区', streetId);
  const nanqiao = await api.area('community', '南桥社区', streetId);
  const doors = {
    liuyin: await addDoors(api, streetId, liuyin, '柳'),
    nanqiao: await addDoors(api, streetId, nanqiao, '南'),
  };
  const people = {
    /** Leads the team of 柳荫, and visits. */
    zhao: await api.person('zhao', ['teamLeader', liuyin]),
    li: await api.person('li', ['worker', liuyin]),
    /** Leads the team of 南桥. */
    sun: await api.person('sun', ['teamLeader', nanqiao]),
    office: await api.person('office', ['streetOffice', streetId]),
    head: await api.person('head', ['buildingHead', liuyin]),
  };
  const hashes = {
    questionnaire: await publish(api, 'questionnaire'),
    visitForm: await publish(api, 'visitForm'),
  };
  const teams = { liuyin: newId(), nanqiao: newId() };
  await rounds.insertTeam(api.sql, {
    streetId,
    id: teams.liuyin,
    communityId: liuyin,
    name: '柳荫一组',
    leaderId: people.zhao.id,
  });
  await rounds.insertTeam(api.sql, {
    streetId,
    id: teams.nanqiao,
    communityId: nanqiao,
    name: '南桥一组',
    leaderId: people.sun.id,
  });
  await rounds.insertTeamMember(api.sql, streetId, teams.liuyin, people.li.id);
  await rounds.startCounting(api.sql, streetId);
  const roundId = await openRound('十一月测评');

  async function openRound(
    name: string,
    purpose = 'measurement',
    questionnaireHash = hashes.questionnaire,
  ): Promise<string> {
    const id = newId();
    const openedAt = new Date(api.clock.now.getTime() - 86_400_000).toISOString();
    await rounds.insertOpenRound(api.sql, {
      streetId,
      id,
      name,
      purpose,
      questionnaireHash,
      visitFormHash: hashes.visitForm,
      communityIds: [liuyin, nanqiao],
      createdBy: people.office.id,
      startsOn: addDays(dayOf(openedAt), -8),
      deadline: addDays(dayOf(openedAt), 21),
      openedAt,
    });
    for (const teamId of Object.values(teams)) await rounds.insertRoundTeam(api.sql, streetId, id, teamId);
    await rounds.assignAll(api.sql, streetId, id, teams.liuyin, liuyin);
    await rounds.assignAll(api.sql, streetId, id, teams.nanqiao, nanqiao);
    return id;
  }

  return {
    districtId,
    streetId,
    communities: { liuyin, nanqiao },
    doors,
    people,
    hashes,
    teams,
    roundId,
    openRound,
  };
}
