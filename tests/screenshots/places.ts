/** Where the pages of the demonstration are: the ids that stand in their addresses. */
import { addDays, dayOf, must } from '@huhudao/domain';
import {
  createPerson,
  createQuestionnaire,
  createRound,
  listAreas,
  listBuildings,
  listImports,
  listBuiltInForms,
  listQuestionnaires,
  listRounds,
  uploadRoster,
} from '@huhudao/protocol';
import fs from 'node:fs';
import path from 'node:path';
import { demoPassword } from '../../apps/api/src/demo/demo-people.ts';
import { root } from '../../tools/lib/root.ts';
import { signInOffice } from '../journeys/office-user.ts';
import { addRefused } from './refusals.ts';
import type { Credentials } from './sign-in.ts';

export type Places = {
  district: string;
  street: string;
  community: string;
  stairwell: string;
  coverage: string;
  measurement: string;
  draftRound: string;
  version: string;
  draft: string;
  import: string;
  applied: string;
  /** Somebody who was added and has not signed in yet. */
  newcomer: Credentials;
};

/** Finds them, and adds what the demonstration lacks: a roster to look at, a round and a questionnaire in the making. */
export async function findPlaces(origin: string): Promise<Places> {
  const office = await signInOffice(origin, { login: 'jieban', password: demoPassword });
  const author = await signInOffice(origin, { login: 'quban', password: demoPassword });
  const areas = await author.call(listAreas, {});
  const idOf = (kind: string) =>
    must(
      areas.find((area) => area.kind === kind),
      kind,
    ).id;
  const [district, street] = [idOf('district'), idOf('street')];
  const community = must(
    areas.find((area) => area.name === '柳荫社区'),
    'the community',
  ).id;
  const buildings = await office.call(listBuildings, { params: { areaId: community } });
  const stairwell = must(buildings[0]?.stairwells[0], 'a stairwell').id;
  const rounds = await office.call(listRounds, { params: { areaId: street } });
  const roundOf = (purpose: string) =>
    must(
      rounds.find((round) => round.purpose === purpose),
      purpose,
    );
  const imports = await office.call(listImports, { params: { areaId: street } });
  const versions = (await author.call(listQuestionnaires, {}))
    .filter((one) => one.kind === 'questionnaire')
    .flatMap((one) => one.versions);
  const coverage = roundOf('coverage');
  const visitForm = must(coverage.visitFormHash, 'a visit form');
  await addRefused(origin, { streetId: street, roundId: coverage.id, formHash: visitForm });
  return {
    ...{ district, street, community, stairwell },
    coverage: coverage.id,
    measurement: roundOf('measurement').id,
    version: must(versions[0], 'a version').hash,
    draft: await addDraft(author),
    draftRound: await addRound(office, street, community, visitForm),
    import: await addImport(office, street),
    newcomer: await addNewcomer(origin, community),
    applied: must(
      imports.find((one) => one.state === 'applied'),
      'an import',
    ).id,
  };
}

type User = Awaited<ReturnType<typeof signInOffice>>;

async function addNewcomer(origin: string, areaId: string): Promise<Credentials> {
  const administrator = await signInOffice(origin, { login: 'guanli', password: demoPassword });
  const login = 'xinren';
  const body = { login, name: '辛仁', grants: [{ role: 'worker' as const, areaId }] };
  const { password } = await administrator.call(createPerson, { body });
  return { login, password };
}

/** The stairwell is asked as the bank had it first: there is a newer wording to show. */
function takenFromBank(definition: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(definition);
  return JSON.parse(
    text.replace('"name":"clearStairwell"', '"name":"clearStairwell","bank":"clearStairwell@1"'),
  ) as Record<string, unknown>;
}

async function addDraft(author: User): Promise<string> {
  const [form] = await author.call(listBuiltInForms, {});
  const { kind, definition } = must(form, 'a built-in form');
  const body = { kind, title: '居民意见（冬季）', definition: takenFromBank(definition) };
  return (await author.call(createQuestionnaire, { body })).id;
}

async function addRound(
  office: User,
  areaId: string,
  community: string,
  visitFormHash: string,
): Promise<string> {
  const today = dayOf(new Date().toISOString());
  const body = {
    name: '冬季普遍走访',
    purpose: 'coverage' as const,
    startsOn: addDays(today, 14),
    deadline: addDays(today, 44),
    questionnaireHash: null,
    visitFormHash,
    statement: '',
    materials: [],
    scope: { communityIds: [community] },
    teamIds: [],
  };
  return (await office.call(createRound, { params: { areaId }, body })).id;
}

async function addImport(office: User, areaId: string): Promise<string> {
  const name = 'messy-community.xlsx';
  const bytes = new Uint8Array(fs.readFileSync(path.join(root, 'tests/fixtures/rosters', name)));
  const body = { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes };
  return (await office.call(uploadRoster, { params: { areaId }, body })).id;
}
