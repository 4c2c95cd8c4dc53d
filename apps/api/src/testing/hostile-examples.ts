/** What a call needs that does not follow from its schemas: which row it names, and values that may not repeat. */
import { addDays, must } from '@huhudao/domain';
import {
  addBot,
  createProgramme,
  createRound,
  listBuildings,
  newId,
  openCalendarFeed,
  openRound,
  readDraft,
  type MutationKind,
} from '@huhudao/protocol';
import { shortForm } from '@huhudao/questionnaire';
import { printedLink } from '../appointments/links.testing.ts';
import { botBody, password, type HostileWorld } from './hostile-world.ts';
import type { TestPerson } from './test-api.ts';

export type Example = {
  params?: Record<string, string>;
  body?: Record<string, unknown>;
  /** Who calls, where it is not the one who holds every role. */
  by?: TestPerson;
};

/** An id by the name of its parameter or key: the first of its kind. */
export function idsOf(world: HostileWorld): (name: string) => string | undefined {
  const { street, roundId, questionnaire, preview, revisitId, ruleId, selectionId, visit, issue, photo } =
    world;
  const door = must(street.doors.nanqiao[0], 'a door');
  const ids: Record<string, string> = {
    areaId: street.streetId,
    streetId: street.streetId,
    communityId: street.communities.liuyin,
    householdId: door.id,
    stairwellId: door.stairwellId,
    placeId: door.stairwellId,
    roundId,
    teamId: street.teams.liuyin,
    leaderId: street.people.zhao.id,
    personId: street.people.li.id,
    unitId: street.communities.liuyin,
    termId: world.term.id,
    groupId: world.groupId,
    botId: world.botId,
    questionnaireId: questionnaire.id,
    importId: preview.id,
    revisitId,
    ruleId,
    selectionId,
    visitId: visit.id,
    issueId: issue.id,
    digest: photo.digest,
    hash: street.hashes.questionnaire,
    formHash: street.hashes.visitForm,
    versionHash: street.hashes.questionnaire,
  };
  return (name) => ids[name];
}

/** Times that no other plan of the team has. */
function freeWindow(world: HostileWorld): { day: string; from: string; until: string } {
  const number = world.next();
  const hour = 8 + (number % 13);
  const clock = (of: number): string => `${String(of).padStart(2, '0')}:00`;
  return { day: addDays('2026-11-11', Math.floor(number / 13)), from: clock(hour), until: clock(hour + 1) };
}

function planOf(world: HostileWorld): Record<string, unknown> {
  const { stairwellId } = must(world.street.doors.liuyin[0], 'a door');
  return { stairwellId, teamId: world.street.teams.liuyin, ...freeWindow(world) };
}

/** A link as the office prints it, for a door at which nothing happens. */
async function linkOf({ api, street, roundId }: HostileWorld) {
  const quiet = must(street.doors.nanqiao.at(-1), 'a door');
  return printedLink(api.deps, { streetId: street.streetId, roundId, householdId: quiet.id });
}

/** A round with everything that can be written in one: its cases too. */
const hotlineBody = ({ roundBody }: HostileWorld): Record<string, unknown> => ({
  ...roundBody(),
  purpose: 'hotline',
  questionnaireHash: null,
  cases: [{ number: '1', address: '柳苑', topic: '停车', reportedOn: '2026-11-01', householdId: null }],
});

const programmeBody = ({ street, next }: HostileWorld) => ({
  name: `专项${next()}`,
  streetIds: [street.streetId],
  size: { of: 'street' as const, doors: 2 },
  questionnaireHash: street.hashes.questionnaire,
  visitFormHash: street.hashes.visitForm,
  startsOn: '2026-11-01',
  deadline: '2026-11-30',
  statement: '',
});

async function savedAt(world: HostileWorld): Promise<string> {
  const params = { questionnaireId: world.questionnaire.id };
  return must((await world.quan.call(readDraft, { params })).savedAt, 'a draft');
}

/** By endpoint; one that is not here needs nothing but ids that `idsOf` knows. */
export const examples: Record<string, (world: HostileWorld) => Example | Promise<Example>> = {
  openAppointment: async (world) => ({ body: { ...(await linkOf(world)) } }),
  withdrawAppointment: async (world) => ({ body: { ...(await linkOf(world)) } }),
  chooseAppointment: async (world) => ({
    body: { link: await linkOf(world), day: '2026-11-12', from: '14:30', until: '17:00' },
  }),
  createArea: () => ({ body: { kind: 'community' } }),
  renameArea: ({ street }) => ({ params: { areaId: street.communities.nanqiao } }),
  readCalendar: async ({ tablet }) => {
    const { path } = await tablet.call(openCalendarFeed, { body: { locale: 'zh-CN' } });
    return { params: { token: must(path.split('/').at(-1), 'the secret') } };
  },
  listProgrammes: ({ street }) => ({ params: { areaId: street.districtId } }),
  createProgramme: (world) => ({ params: { areaId: world.street.districtId }, body: programmeBody(world) }),
  makeProgrammeRounds: async (world) => {
    const params = { areaId: world.street.districtId };
    const { id } = await world.quan.call(createProgramme, { params, body: programmeBody(world) });
    return { params: { ...params, programmeId: id } };
  },
  createPerson: ({ next }) => ({ body: { login: `person-${next()}` } }),
  submitProgressSheet: ({ street }) => ({
    params: { areaId: street.communities.liuyin },
    body: { week: '2026-11-11', correction: '更正' },
  }),
  withdrawProgressSheet: ({ street }) => ({
    params: { areaId: street.communities.liuyin },
    body: { week: '2026-11-11' },
  }),
  printNoticeBoards: async ({ quan, street }) => {
    const params = { areaId: street.streetId };
    const [building] = await quan.call(listBuildings, { params });
    return { params: { buildingId: must(building, 'a building').id } };
  },
  addBot: () => ({ body: { ...botBody } }),
  deleteBot: async ({ quan, street: { streetId: areaId } }) => {
    const { id } = await quan.call(addBot, { params: { areaId }, body: botBody });
    return { params: { botId: id } };
  },
  createTeam: ({ street }) => ({ params: { areaId: street.communities.liuyin } }),
  appointSteward: ({ street }) => ({ body: { level: 'area', unitIds: [street.communities.nanqiao] } }),
  createHouseholdGroup: ({ nextDoor }) => {
    const door = nextDoor();
    return { body: { stairwellId: door.stairwellId, householdIds: [door.id] } };
  },
  readNoticeBoard: ({ street }) => ({ params: { areaId: street.communities.liuyin } }),
  changeNoticeBoard: ({ street }) => ({ params: { areaId: street.communities.liuyin } }),
  changeTeam: ({ street }) => ({
    params: { areaId: street.communities.nanqiao, teamId: street.teams.nanqiao },
    body: { leaderId: street.people.sun.id },
  }),
  saveDraft: async (world) => ({ body: { basedOn: await savedAt(world), definition: { ...shortForm } } }),
  raiseRevisit: ({ nextDoor }) => ({ body: { householdId: nextDoor().id, dueOn: '2026-11-20' } }),
  createRound: (world) => ({ body: hotlineBody(world) }),
  // A list replaces the one before it: a round of its own each time.
  changeRound: async (world) => {
    const params = { areaId: world.street.streetId };
    const { id } = await world.quan.call(createRound, { params, body: world.roundBody() });
    return { params: { roundId: id }, body: hotlineBody(world) };
  },
  // A replicate is released once: a draw of its own each time.
  releaseReplicate: async (world) => {
    const { streetId, communities, teams } = world.street;
    const communityId = communities.liuyin;
    const body = {
      ...world.roundBody(),
      purpose: 'measurement' as const,
      statement: '了解情况',
      scope: {
        communityIds: [communityId],
        sampleSizes: { [communityId]: 1 },
        reserves: { replicates: 1, size: 1 },
      },
      teamIds: [teams.liuyin],
    };
    const { id } = await world.quan.call(createRound, { params: { areaId: streetId }, body });
    await world.quan.call(openRound, { params: { areaId: streetId, roundId: id } });
    return { params: { areaId: streetId, roundId: id, communityId }, body: { replicate: 1 } };
  },
  // Each time later than the time before.
  extendRound: (world) => ({ body: { deadline: addDays('2027-01-01', world.next()) } }),
  makePlan: (world) => ({
    params: { areaId: world.street.communities.liuyin },
    body: planOf(world),
    by: world.zhao,
  }),
  // Somebody new each time: five wrong passwords lock.
  signInDevice: async ({ api, street, next }) => {
    const wang = await api.person(`wang-${next()}`, ['worker', street.communities.liuyin]);
    await api.givePassword(wang, password);
    return { body: { login: wang.login, password, deviceId: newId() } };
  },
  changeImport: async ({ office, preview }) => {
    await office.settled(preview);
    return {};
  },
};

/** By kind of record, what its payload needs beside what its schema says. */
export const payloads: Record<
  MutationKind,
  (world: HostileWorld) => Record<string, unknown> | Promise<Record<string, unknown>>
> = {
  recordVisit: ({ busyDoor }) => ({ householdId: busyDoor.id, outcome: 'notHome' }),
  recordResponse: ({ busyDoor }) => ({ householdId: busyDoor.id, complete: false }),
  amendVisit: () => ({}),
  planVisit: planOf,
  cancelPlan: () => ({}),
  acceptPlan: () => ({}),
  recordRevisit: async ({ raise, nextDoor }) => ({ revisitId: await raise(nextDoor()) }),
  handOverRecord: () => ({ recordId: newId() }),
  reportIssue: ({ busyDoor }) => ({ householdId: busyDoor.id }),
};
