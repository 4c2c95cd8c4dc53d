/** The street of the story once its roster is in: its people, its teams, its building head. */
import { must, type Role } from '@huhudao/domain';
import { appointSteward, createTeam, listAreas, listBuildings, listPeople } from '@huhudao/protocol';
import { addPerson, type Credentials, type OfficeUser } from '../office-user.ts';

/** Ids of areas by their names. */
export type Areas = ReadonlyMap<string, string>;

export async function readAreas(user: OfficeUser): Promise<Areas> {
  const areas = await user.call(listAreas, {});
  return new Map(areas.map((area) => [area.name, area.id]));
}

export const areaOf = (areas: Areas, name: string): string => must(areas.get(name), name);

/** Somebody the administrator adds: user name, name, role, area. */
export type Somebody = readonly [login: string, name: string, role: Role, area: string];

/** The administrator adds people, one after the other, and each chooses a password. */
export async function addPeople(
  origin: string,
  administrator: OfficeUser,
  people: readonly Somebody[],
): Promise<Map<string, Credentials>> {
  const areas = await readAreas(administrator);
  const added = new Map<string, Credentials>();
  for (const [login, name, role, area] of people) {
    const grant = { role, areaId: areaOf(areas, area) };
    added.set(login, await addPerson(origin, administrator, { login, name }, grant));
  }
  return added;
}

/** The street forms a team in a community: a leader and members, by user name. */
export async function formTeam(
  office: OfficeUser,
  community: string,
  name: string,
  leader: string,
  members: readonly string[],
): Promise<void> {
  const areaId = areaOf(await readAreas(office), community);
  const { items } = await office.call(listPeople, { query: { limit: 500 } });
  const idOf = (login: string) =>
    must(
      items.find((one) => one.login === login),
      login,
    ).id;
  const body = { name, leaderId: idOf(leader), memberIds: members.map(idOf) };
  await office.call(createTeam, { params: { areaId }, body });
}

/** Makes somebody the building head of the first stairwells of a community. */
export async function appointHead(office: OfficeUser, community: string, login: string): Promise<void> {
  const areaId = areaOf(await readAreas(office), community);
  const { items } = await office.call(listPeople, { query: { limit: 500 } });
  const buildings = await office.call(listBuildings, { params: { areaId } });
  const stairwellIds = buildings.flatMap(({ stairwells }) => stairwells.map(({ id }) => id)).slice(0, 20);
  const personId = must(
    items.find((one) => one.login === login),
    login,
  ).id;
  const body = { personId, level: 'stairwell' as const, unitIds: stairwellIds, startsOn: '2026-01-01' };
  await office.call(appointSteward, { params: { areaId }, body });
}
