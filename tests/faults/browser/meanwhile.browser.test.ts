/** What the office and another team do while a tablet is without a network. Nothing is refused for having come late. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { assignStairwells, closeRound, listQuarantine, listVisits, newId } from '@huhudao/protocol';
import { shortForm } from '@huhudao/questionnaire';
import type { TestPerson } from '../../../apps/api/src/testing/test-api.ts';
import { publish } from '../simulator/town/town.ts';
import { expectAllArrived, findingsNow } from './ending.ts';
import * as office from './office.queries.ts';
import { openFaultStand, type FaultStand } from './stand.ts';
import { WorkerTablet } from './worker-tablet.ts';

const running = new AsyncDisposableStack();
let stand: FaultStand;
let li: WorkerTablet;
let district: TestPerson;
const stairwell = '柳苑1栋1单元';

beforeAll(async () => {
  stand = await openFaultStand(running);
  district = await stand.api.person('district', ['districtOffice', stand.street.districtId]);
  li = await WorkerTablet.signIn(stand, stand.street.people.li);
  await li.begin('602', '柳苑1栋2单元');
});
afterAll(() => running.disposeAsync());

/** The marks by which the office sees the visits of a door, of its ledger's page. */
async function marksAt(room: string) {
  const { people, streetId } = stand.street;
  const { items } = await people.office.call(listVisits, { params: { areaId: streetId } });
  const there = items.filter(({ address }) => address.endsWith(`1单元 ${room}`));
  return there.map(({ personName, parallel, reassigned }) => ({ personName, parallel, reassigned }));
}

/** The stairwell is given to a team. */
async function assign(teamId: string): Promise<void> {
  const { street, door } = stand;
  const params = { areaId: street.streetId, roundId: street.roundId };
  const body = { stairwellIds: [door('601').stairwellId], teamId };
  await street.people.office.call(assignStairwells, { params, body });
}

/** The stairwell is Li's again, and on the tablet. */
async function giveBack(): Promise<void> {
  await assign(stand.street.teams.liuyin);
  await li.reopen();
  await li.page.getByRole('link', { name: new RegExp(stairwell) }).waitFor();
}

/** Until it is said which team has the stairwell now and that the visit made there counts; read once, it is gone. */
async function untilToldWhoHasIt({ page }: WorkerTablet, room: string): Promise<void> {
  const told = page.getByText(new RegExp(`^${stairwell}( .*${room}.* 室|（\\d+ 户）)：已交给柳荫二组。$`));
  await told.first().waitFor();
  await page
    .getByText(new RegExp(`^${room} 室：您记下的走访.*照样计数`))
    .first()
    .waitFor();
  await page.getByRole('button', { name: '知道了' }).first().click();
  await told.first().waitFor({ state: 'detached' });
}

/** Until the sync screen says that another team was at the door as well. */
async function untilToldOfAnother(tablet: WorkerTablet, room: string): Promise<void> {
  await tablet.openSync();
  const told = tablet.page.locator('section', {
    has: tablet.page.getByRole('heading', { name: '已送达，重复的不计' }),
  });
  const row = told.getByRole('listitem').filter({ hasText: `${stairwell} ${room} 室` });
  await row.filter({ hasText: '走访' }).first().waitFor();
}

/** Rounds in which is measured are closed by the district. */
async function close(roundId: string): Promise<void> {
  await district.call(closeRound, { params: { areaId: stand.street.streetId, roundId } });
}

test('a door goes to another team: the visit made meanwhile is taken and marked, and the worker is told', async () => {
  await li.context.setOffline(true);
  await li.answer('502', '实名，欢迎回访');
  await li.reopen();
  await li.untilUnsent(2);
  await assign(stand.others.teamId);
  await li.page.getByRole('link', { name: new RegExp(stairwell) }).click();
  await li.context.setOffline(false);
  await li.page.getByText('这个单元已不在您的任务里。').waitFor();
  await untilToldWhoHasIt(li, '502');
  await expectAllArrived(stand, li);
  expect(await marksAt('502')).toEqual([{ personName: 'li', parallel: false, reassigned: true }]);
});

test('a door goes to another team while its resident is answering: what they gave is handed in as it stands', async () => {
  await giveBack();
  await li.context.setOffline(true);
  await li.beginToAnswer('302', '保密');
  await assign(stand.others.teamId);
  await li.context.setOffline(false);
  await li.handInAfterGivingBack('302', '保密');
  await li.reopen();
  await expectAllArrived(stand, li);
  expect(await marksAt('302')).toEqual([{ personName: 'li', parallel: false, reassigned: true }]);
});

test('two teams at one door, both without a network: both visits are kept, one answer counts, and both teams are told', async () => {
  const { api, street, others } = stand;
  await giveBack();
  await li.context.setOffline(true);
  await assign(others.teamId);
  const qian = await WorkerTablet.signIn(stand, others.qian);
  await qian.context.setOffline(true);
  await li.answer('402', '保密');
  await qian.answer('402', '保密', '不知道');
  await qian.reopen();
  await li.reopen();
  await qian.context.setOffline(false);
  await qian.untilAllSent();
  await li.context.setOffline(false);
  await expectAllArrived(stand, li);
  const responses = await office.listResponses(api.sql, street.streetId);
  const there = responses.filter(({ room }) => room === '402');
  expect(there.map(({ answers, counted }) => [answers['knowsCampaign'], counted])).toEqual(
    expect.arrayContaining([
      ['dontKnow', true],
      ['heardOf', false],
    ]),
  );
  expect(await marksAt('402')).toEqual(
    expect.arrayContaining([
      { personName: 'qian', parallel: false, reassigned: false },
      { personName: 'li', parallel: true, reassigned: true },
    ]),
  );
  // The door is not on Li's tablet any more; what was done there still says where it was.
  await untilToldOfAnother(li, '402');
  // Qian's was the first to arrive, and was confirmed before there was another.
  await qian.sync();
  await untilToldOfAnother(qian, '402');
});

test('a new version of the questionnaire is published: answers that were begun go on with theirs, and are sent', async () => {
  const { api, street } = stand;
  const before = street.hashes.questionnaire;
  await giveBack();
  await li.beginToAnswer('601', '保密');
  const next = await publish(api, 'questionnaire', { ...shortForm, description: { default: newId() } });
  street.hashes.questionnaire = next.hash;
  const roundId = await street.openRound('十二月测评');
  const pulled = li.page.waitForResponse((response) => response.url().includes(next.hash));
  await li.context.setOffline(true);
  await li.context.setOffline(false);
  await pulled;
  await li.finishAnswering('601', '保密');
  await li.reopen();
  await expectAllArrived(stand, li);
  const versions = await office.listVersions(api.sql, street.streetId);
  expect(versions.filter(({ room }) => room === '601')).toEqual([{ room: '601', hash: before }]);
  await close(roundId);
});

test('a round is closed: the visit made meanwhile waits with its reason, and the office has it word for word', async () => {
  const { street, ledger } = stand;
  await li.context.setOffline(true);
  await li.nobodyHome('401');
  const late = must(ledger.visits.at(-1), 'what the screen has just called saved');
  await li.reopen();
  await li.untilUnsent(1);
  await close(street.roundId);
  await li.context.setOffline(false);
  await li.page.getByRole('banner').getByText('1 条要处理').waitFor();
  expect(await li.page.getByText('已全部送达').count()).toBe(0);
  await li.openSync();
  const refused = li.page.getByRole('listitem').filter({ hasText: '这一轮走访已经结束或还没开始。' });
  await refused.getByText('柳苑1栋1单元 401 室').waitFor();
  late.refused = 'roundNotOpen';
  expect(await findingsNow(stand)).toEqual([]);
  const held = await street.people.office.call(listQuarantine, { params: { areaId: street.streetId } });
  expect(held).toMatchObject([{ kind: 'recordVisit', door: '柳苑 1栋1单元 401', personName: 'li' }]);
});
