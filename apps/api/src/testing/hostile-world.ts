/** A street in which every write of the contract can succeed, so that a text is not refused for what stands beside it. */
import { must, roles, type Role } from '@huhudao/domain';
import type { TestDatabase } from '@huhudao/testkit';
import {
  addBot,
  appointSteward,
  createHouseholdGroup,
  createQuestionnaire,
  createRound,
  listRules,
  listStewardUnits,
  newId,
  raiseRevisit,
  saveSelection,
  type BodyOf,
} from '@huhudao/protocol';
import { shortForm } from '@huhudao/questionnaire';
import { addBuiltIns } from '../built-ins.ts';
import { csv, ImportingOffice } from '../imports/importing-office.testing.ts';
import { sendPhoto, takePhoto } from './photo.ts';
import { Records } from './records.ts';
import { startTestApi, type TestApi } from './test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from './test-street.ts';
import { insertHouseholds } from './world.queries.ts';

export type HostileWorld = Awaited<ReturnType<typeof openHostileWorld>>;

/** Of everybody who signs in. */
export const password = 'lake-and-willow';

/** `own`: an empty database of the test's own. */
export async function openHostileWorld(own?: TestDatabase) {
  const api = await startTestApi(undefined, undefined, [], own);
  const street = await buildTestStreet(api);
  await addBuiltIns(api.deps);
  const { zhao } = street.people;
  const everyRole = roles.map((role): [Role, string] => [role, street.districtId]);
  /** Holds every role in the whole district. */
  const quan = await api.person('quan', ...everyRole);
  await api.givePassword(quan, password);
  const tablet = await api.tablet(zhao);
  const records = new Records(api, street);
  const office = new ImportingOffice(quan, street.streetId);
  const params = { areaId: street.streetId };
  const unused = await addDoors(api, street);
  /** Its list has the doors that were added. */
  const roundId = await street.openRound('全街道');
  let count = 0;

  /** A door of zhao's team that nothing has happened at. */
  const nextDoor = (): TestDoor => must(unused.shift(), 'a door that was not used');
  /** A number that was not used, for names and times that must not meet. */
  const next = (): number => (count += 1);

  const raise = async (door: TestDoor): Promise<string> => {
    const body = { householdId: door.id, dueOn: '2026-11-20', topics: [] };
    return (await quan.call(raiseRevisit, { params, body })).id;
  };

  const roundBody = () => ({
    name: `第${next()}轮`,
    purpose: 'coverage' as const,
    startsOn: '2026-11-01',
    deadline: '2026-11-30',
    questionnaireHash: street.hashes.questionnaire,
    visitFormHash: street.hashes.visitForm,
    statement: '',
    materials: [],
    scope: { communityIds: [street.communities.liuyin] },
    teamIds: [],
  });

  /** A door to which everybody goes. */
  const busyDoor = nextDoor();
  const visit = records.visit(busyDoor, { roundId });
  const { bytes, ...reference } = await takePhoto(1, 60);
  const photo = { ...reference, bytes };
  const issue = records.issue(busyDoor, { roundId, photos: [reference] });
  await records.push(tablet, visit, issue);
  await sendPhoto(tablet, street.streetId, photo);
  const round = await quan.call(createRound, { params, body: roundBody() });
  const questionnaire = await quan.call(createQuestionnaire, {
    body: { kind: 'questionnaire', title: '入户测评', definition: { ...shortForm } },
  });
  const preview = await office.upload(csv('柳荫社区,,建设新村,1栋,1单元,1,101,=1+1<script>,,=cmd,+86'));
  const [rule] = await quan.call(listRules, {});
  const unitIds = [street.communities.liuyin];
  const term = { personId: street.people.li.id, level: 'area' as const, unitIds, startsOn: '2026-11-01' };
  await quan.call(appointSteward, { params, body: term });
  const { items } = await quan.call(listStewardUnits, { params, query: { state: 'held' } });
  const grouped = nextDoor();
  const group = { stairwellId: grouped.stairwellId, name: '东侧', householdIds: [grouped.id] };
  const { id: groupId } = await quan.call(createHouseholdGroup, { params, body: group });

  const places = { communityIds: [street.communities.liuyin] };
  const selection = await quan.call(saveSelection, { params, body: { name: '东片', places } });
  const bot = await quan.call(addBot, { params, body: { ...botBody } });

  return {
    api,
    street,
    roundId,
    quan,
    zhao,
    tablet,
    records,
    office,
    nextDoor,
    busyDoor,
    next,
    raise,
    roundBody,
    visit,
    issue,
    photo,
    round,
    questionnaire,
    preview,
    revisitId: await raise(nextDoor()),
    ruleId: must(rule, 'a rule').id,
    term: must(items[0]?.term, 'a term'),
    groupId,
    selectionId: selection.id,
    botId: bot.id,
  };
}

/** A group bot that is never sent to. */
export const botBody = {
  name: '工作群',
  kind: 'weCom',
  url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a',
  secret: null,
  events: ['roundOpened'],
  locale: 'zh-CN',
} satisfies BodyOf<typeof addBot>;

/** So many that every text can go to a door of its own. */
async function addDoors(api: TestApi, { streetId, doors }: TestStreet): Promise<TestDoor[]> {
  const { stairwellId, communityId } = must(doors.liuyin[0], 'a door');
  const added = Array.from({ length: 200 }, (_, index) => ({
    id: newId(),
    stairwellId,
    communityId,
    room: `${index + 1000}`,
  }));
  const rows = added.map((door) => ({
    ...door,
    streetId,
    floor: 10,
    position: Number(door.room),
    occupancy: 'occupied',
    changeNumber: 1,
  }));
  await insertHouseholds(api.sql, rows);
  return added;
}
