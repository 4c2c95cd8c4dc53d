/** A street as an office keeps it, made by the API: a roster of two communities, a team, an open round, every role. */
import { addDays, dayOf, type Role } from '@huhudao/domain';
import {
  applyImport,
  call,
  createArea,
  createRound,
  createTeam,
  listAreas,
  listPeople,
  listQuestionnaires,
  openRound,
  readImport,
  setUp,
  uploadRoster,
  type ImportView,
} from '@huhudao/protocol';
import { addPerson, passwordOf, signInOffice, type Credentials, type OfficeUser } from './office-user.ts';

export type OfficeWorld = {
  streetId: string;
  communityIds: string[];
  roundId: string;
  importId: string;
  /** By login: lin administers, zhao and qian are the district's, wang the street's, zhou a community's. */
  people: Record<'lin' | 'zhao' | 'wang' | 'zhou' | 'shen' | 'li', Credentials>;
};

const header = '社区,网格,小区,楼栋,单元,楼层,房号,姓名,电话,居住情况';

/** Five doors of a stairwell; `place` is community, grid, compound and building. */
export const stairwellRows = (place: string, stairwell: number): string[] =>
  [101, 102, 201, 202, 301].map(
    (room) => `${place},${stairwell}单元,${Math.floor(room / 100)},${room},张建华,19900000001,自住`,
  );

const rows = ['柳荫社区,,柳荫苑,1栋', '南桥社区,,桥东里,1栋'].flatMap((place) =>
  [1, 2].flatMap((stairwell) => stairwellRows(place, stairwell)),
);

export async function makeOfficeWorld(origin: string, token: string): Promise<OfficeWorld> {
  const lin = { login: 'lin', password: passwordOf('lin') };
  const transport = { origin, fetch: (input: string, init: RequestInit) => fetch(input, init) };
  await call(transport, setUp, { body: { ...lin, token, districtName: '云溪区', name: '林晓' } });
  const administrator = await signInOffice(origin, lin);
  const [district = fail('district')] = await administrator.call(listAreas, {});
  const params = { areaId: district.id };
  const street = await administrator.call(createArea, { params, body: { kind: 'street', name: '云溪街道' } });
  const person = (login: string, name: string, role: Role, areaId: string): Promise<Credentials> =>
    addPerson(origin, administrator, { login, name }, { role, areaId });

  const zhao = await person('zhao', '赵敏', 'districtOffice', district.id);
  const shen = await person('shen', '沈莉', 'auditor', district.id);
  const wang = await person('wang', '王芳', 'streetOffice', street.id);
  const office = await signInOffice(origin, wang);
  const importId = await takeOverRoster(office, street.id, rows);
  const communities = (await office.call(listAreas, {})).filter((area) => area.kind === 'community');
  const [first = fail('community')] = communities;
  const zhou = await person('zhou', '周强', 'communityOffice', first.id);
  const li = await person('li', '李明', 'worker', first.id);
  for (const [index, community] of communities.entries())
    await person(`sun${index}`, ['孙立', '孙平'][index] ?? fail('leader'), 'teamLeader', community.id);
  const communityIds = communities.map((area) => area.id);
  const roundId = await openCoverage(office, street.id, communityIds);
  return {
    streetId: street.id,
    communityIds,
    roundId,
    importId,
    people: { lin, zhao, wang, zhou, shen, li },
  };
}

/** Uploads a roster and takes it over. */
export async function takeOverRoster(
  office: OfficeUser,
  areaId: string,
  rows: readonly string[],
): Promise<string> {
  const bytes = new TextEncoder().encode([header, ...rows, ''].join('\r\n'));
  const body = { name: '柳荫南桥花名册.csv', type: 'text/csv', bytes };
  const { id: importId } = await office.call(uploadRoster, { params: { areaId }, body });
  const params = { areaId, importId };
  await untilState(office, params, 'preview');
  await office.call(applyImport, { params });
  await untilState(office, params, 'applied');
  return importId;
}

async function untilState(
  office: OfficeUser,
  params: { areaId: string; importId: string },
  state: ImportView['state'],
): Promise<void> {
  for (;;) {
    const now = await office.call(readImport, { params });
    if (now.state === state) return;
    if (now.state === 'failed') throw new Error(`the roster was refused: ${JSON.stringify(now.problem)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function openCoverage(office: OfficeUser, areaId: string, communityIds: string[]): Promise<string> {
  const { items } = await office.call(listPeople, { query: { role: 'teamLeader' } });
  const teamIds: string[] = [];
  for (const [index, communityId] of communityIds.entries()) {
    const leads = (one: (typeof items)[number]) => one.grants.some((grant) => grant.areaId === communityId);
    const leaderId = items.find(leads)?.id ?? fail('leader');
    const body = { name: ['柳荫一组', '南桥一组'][index] ?? fail('team'), leaderId, memberIds: [] };
    teamIds.push((await office.call(createTeam, { params: { areaId: communityId }, body })).id);
  }
  const forms = await office.call(listQuestionnaires, {});
  const hashOf = (kind: string): string =>
    forms.find((form) => form.kind === kind)?.versions[0]?.hash ?? fail(kind);
  const today = dayOf(new Date().toISOString());
  const round = await office.call(createRound, {
    params: { areaId },
    body: {
      name: '11月普遍走访',
      purpose: 'coverage',
      startsOn: addDays(today, -21),
      deadline: addDays(today, 40),
      questionnaireHash: hashOf('questionnaire'),
      visitFormHash: hashOf('visitForm'),
      statement: '我们是街道的工作人员，想听听您的意见。',
      materials: ['居民手册'],
      scope: { communityIds },
      teamIds,
    },
  });
  await office.call(openRound, { params: { areaId, roundId: round.id } });
  return round.id;
}

function fail(what: string): never {
  throw new Error(`the world has no ${what}`);
}
