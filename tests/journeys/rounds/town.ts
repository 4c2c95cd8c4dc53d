/** A community of three stairwells with three doors each: its people, two teams, and the round they walk. */
import { addDays, dayOf, must } from '@huhudao/domain';
import {
  call,
  createArea,
  createRound,
  listAreas,
  listQuestionnaires,
  listTeams,
  openRound,
  setUp,
} from '@huhudao/protocol';
import { importByCall } from '../calls/rounds.ts';
import { addPeople, appointHead, areaOf, formTeam, readAreas } from '../calls/street.ts';
import { passwordOf, signInOffice, type Credentials, type OfficeUser } from '../office-user.ts';
import type { Stage } from '../story/stage.ts';

export const community = '柳荫社区';
export const roundName = '11月普遍走访';
export const stairwell = (number: 1 | 2 | 3): string => `柳荫苑1栋${number}单元`;

export type Town = {
  roundId: string;
  /** xie is the street's, lou the building head, zu and shi lead a team each. */
  credentials: Record<'xie' | 'lou' | 'zu' | 'shi', Credentials>;
};

/** The first team gets the first stairwell, the second team the other two. */
export async function foundTown({ origin, product }: Stage): Promise<Town> {
  const lin = { login: 'lin', password: passwordOf('lin') };
  const transport = { origin, fetch: (input: string, init: RequestInit) => fetch(input, init) };
  const token = await product.setupToken();
  await call(transport, setUp, { body: { ...lin, token, districtName: '云溪区', name: '林晓' } });
  const administrator = await signInOffice(origin, lin);
  const district = must((await administrator.call(listAreas, {}))[0], 'the district');
  const params = { areaId: district.id };
  const body = { kind: 'street' as const, name: '云溪街道' };
  const { id: streetId } = await administrator.call(createArea, { params, body });
  await addPeople(origin, administrator, [['xie', '谢街安', 'streetOffice', '云溪街道']]);
  const xie = { login: 'xie', password: passwordOf('xie') };
  const office = await signInOffice(origin, xie);
  await importByCall(office, streetId, roster());
  const people = await addPeople(origin, administrator, [
    ['lou', '娄道平', 'buildingHead', community],
    ['zu', '祖长河', 'teamLeader', community],
    ['shi', '石青', 'teamLeader', community],
  ]);
  await formTeam(office, community, '柳荫一组', 'zu', ['lou']);
  await formTeam(office, community, '柳荫二组', 'shi', []);
  await appointHead(office, community, 'lou');
  const of = (login: string): Credentials => must(people.get(login), login);
  return {
    roundId: await openCoverage(office, streetId),
    credentials: { xie, lou: of('lou'), zu: of('zu'), shi: of('shi') },
  };
}

function roster(): string {
  const rows = [1, 2, 3].flatMap((stairwell) =>
    [1, 2, 3].map((floor) => `${community},柳荫苑,1栋,${stairwell}单元,${floor},${floor}01,自住`),
  );
  return ['社区,小区,楼栋,单元,楼层,房号,居住情况', ...rows, ''].join('\r\n');
}

async function openCoverage(office: OfficeUser, streetId: string): Promise<string> {
  const params = { areaId: streetId };
  const communityId = areaOf(await readAreas(office), community);
  const forms = await office.call(listQuestionnaires, {});
  const hashOf = (kind: string): string =>
    must(forms.find((form) => form.kind === kind)?.versions[0], kind).hash;
  const teams = await office.call(listTeams, { params });
  const today = dayOf(new Date().toISOString());
  const body = {
    name: roundName,
    purpose: 'coverage' as const,
    startsOn: today,
    deadline: addDays(today, 40),
    questionnaireHash: hashOf('questionnaire'),
    visitFormHash: hashOf('visitForm'),
    statement: '我们想听听您对小区的看法。',
    materials: [],
    scope: { communityIds: [communityId] },
    teamIds: teams.map(({ id }) => id),
  };
  const { id: roundId } = await office.call(createRound, { params, body });
  await office.call(openRound, { params: { ...params, roundId } });
  return roundId;
}
