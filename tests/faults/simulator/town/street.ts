import type { Role } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import * as rounds from '../../../../apps/api/src/testing/rounds.queries.ts';
import type { TestApi, TestPerson } from '../../../../apps/api/src/testing/test-api.ts';
import * as world from '../../../../apps/api/src/testing/world.queries.ts';
import * as queries from './town.queries.ts';
import type { Forms, Worker } from './town.ts';

/** A door as those who stand before it know it. */
export type SimulatedDoor = {
  readonly id: string;
  readonly stairwellId: string;
  readonly communityId: string;
  readonly revisitId: string | null;
};

export type SimulatedStreet = {
  readonly id: string;
  readonly office: TestPerson;
  readonly doors: readonly SimulatedDoor[];
  readonly teams: readonly { id: string; communityId: string }[];
  readonly roundIds: readonly string[];
  readonly workers: readonly Worker[];
};

type Plan = { districtId: string; name: string; forms: Forms };

/** Fifty a street. */
const peopleOfTeams = [13, 12];

/** Two communities with two stairwells of four doors and two teams each, and two open rounds over all of it. */
export async function buildStreet(
  api: TestApi,
  { districtId, name, forms }: Plan,
  /** Every tenth worker also works in this street. */
  neighbour: SimulatedStreet | undefined,
): Promise<SimulatedStreet> {
  const streetId = await api.area('street', name, districtId);
  const office = await api.person('office', ['streetOffice', streetId]);
  const doors: SimulatedDoor[] = [];
  const teams: { id: string; communityId: string }[] = [];
  const workers: Worker[] = [];
  for (const community of ['柳荫社区', '南桥社区']) {
    const communityId = await api.area('community', community, streetId);
    doors.push(...(await addDoors(api, streetId, communityId)));
    const added = await addTeams(api, streetId, communityId, neighbour);
    teams.push(...added.teams);
    workers.push(...added.workers);
  }
  await rounds.startCounting(api.sql, streetId);
  const street = { id: streetId, office, doors, teams, workers, roundIds: [newId(), newId()] };
  for (const roundId of street.roundIds) await openRound(api, street, roundId, forms);
  const revisits = doors.flatMap(({ id: householdId, communityId, revisitId }) =>
    revisitId === null ? [] : [{ id: revisitId, householdId, communityId }],
  );
  await queries.insertRevisits(api.sql, streetId, revisits, api.clock.now.toISOString());
  return street;
}

/** Opens a round in which each stairwell belongs to one of its community's teams. */
export async function openRound(
  api: TestApi,
  street: Pick<SimulatedStreet, 'id' | 'office' | 'doors' | 'teams'>,
  roundId: string,
  forms: { questionnaire: { hash: string }; visitForm: { hash: string } },
): Promise<void> {
  const communityIds = [...new Set(street.teams.map(({ communityId }) => communityId))];
  await rounds.insertOpenRound(api.sql, {
    streetId: street.id,
    id: roundId,
    name: `测评 ${roundId.slice(-6)}`,
    purpose: 'coverage',
    questionnaireHash: forms.questionnaire.hash,
    visitFormHash: forms.visitForm.hash,
    communityIds,
    createdBy: street.office.id,
    startsOn: '2026-11-01',
    deadline: '2026-11-30',
    openedAt: new Date(api.clock.now.getTime() - 86_400_000).toISOString(),
  });
  for (const { id } of street.teams) await rounds.insertRoundTeam(api.sql, street.id, roundId, id);
  for (const communityId of communityIds) {
    const own = street.teams.filter((team) => team.communityId === communityId);
    const here = street.doors.filter((door) => door.communityId === communityId);
    const stairwells = [...new Set(here.map(({ stairwellId }) => stairwellId))];
    for (const [index, stairwellId] of stairwells.entries()) {
      const team = own[index % own.length];
      if (team !== undefined)
        await queries.assignStairwell(api.sql, {
          streetId: street.id,
          roundId,
          stairwellId,
          teamId: team.id,
        });
    }
  }
}

async function addDoors(api: TestApi, streetId: string, communityId: string): Promise<SimulatedDoor[]> {
  const [compoundId, buildingId] = [newId(), newId()];
  await world.insertCompound(api.sql, { streetId, id: compoundId, communityId, name: '柳苑' });
  const building = { streetId, id: buildingId, compoundId, communityId, label: '1栋', position: 1 };
  await world.insertBuilding(api.sql, building);
  const doors: SimulatedDoor[] = [];
  for (const position of [1, 2]) {
    const stairwellId = newId();
    const label = `${position}单元`;
    await world.insertStairwell(api.sql, {
      streetId,
      id: stairwellId,
      buildingId,
      communityId,
      label,
      position,
    });
    const own = [1, 2, 3, 4].map((floor) => ({
      id: newId(),
      stairwellId,
      communityId,
      revisitId: floor === 1 ? newId() : null,
    }));
    const rows = own.map(({ id }, index) => ({
      streetId,
      id,
      stairwellId,
      communityId,
      floor: index + 1,
      room: `${index + 1}01`,
      position: 1,
      occupancy: 'occupied',
      changeNumber: 1,
    }));
    await world.insertHouseholds(api.sql, rows);
    doors.push(...own);
  }
  return doors;
}

async function addTeams(
  api: TestApi,
  streetId: string,
  communityId: string,
  neighbour: SimulatedStreet | undefined,
) {
  const teams: { id: string; communityId: string }[] = [];
  const workers: Worker[] = [];
  for (const [number, people] of peopleOfTeams.entries()) {
    const teamId = newId();
    const leader = await api.person('zhao', ['teamLeader', communityId]);
    await rounds.insertTeam(api.sql, {
      streetId,
      id: teamId,
      communityId,
      name: `${number + 1}组`,
      leaderId: leader.id,
    });
    teams.push({ id: teamId, communityId });
    const common = { communityId, teamId, streetIds: [streetId] };
    workers.push({ person: leader, leads: true, token: (await api.tablet(leader)).token, ...common });
    for (let index = 1; index < people; index += 1) {
      const next = index % 10 === 0 ? neighbour?.teams[0] : undefined;
      const grants: [Role, string][] = [['worker', communityId]];
      if (next !== undefined) grants.push(['worker', next.communityId]);
      const person = await api.person('li', ...grants);
      await rounds.insertTeamMember(api.sql, streetId, teamId, person.id);
      if (next !== undefined && neighbour !== undefined)
        await rounds.insertTeamMember(api.sql, neighbour.id, next.id, person.id);
      const streetIds = next === undefined || neighbour === undefined ? [streetId] : [streetId, neighbour.id];
      workers.push({ person, leads: false, token: (await api.tablet(person)).token, ...common, streetIds });
    }
  }
  return { teams, workers };
}
