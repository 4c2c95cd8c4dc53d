/** A round that goes back to 12345 cases: pasted, found by address, one door said by hand, taken back, opened. */
import { chinese } from '@huhudao/testkit/browser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { listHotlineCases, listRounds } from '@huhudao/protocol';
import type { Desk } from './desk/desk.ts';
import { openRound } from './desk/rounds.ts';
import { openDoor } from './field/tablet-visit.ts';
import { passwordOf, signInOffice, type OfficeUser } from './office-user.ts';
import { openOffice, type OpenOffice } from './open-office.ts';
import { patience } from './patience.ts';
import { lying, signInOnScreen } from './tablet.ts';

let office: OpenOffice;
let clerk: OfficeUser;

beforeAll(async () => {
  office = await openOffice();
  clerk = await signInOffice(office.origin, office.world.people.wang);
}, 240_000);

afterAll(async () => {
  await office.close();
});

const list = [
  '工单编号\t诉求地址\t诉求类型',
  'YX0001\t柳荫苑1号楼2单元101室\t环境卫生',
  'YX0002\t柳荫社区垃圾站旁边\t噪声',
  'YX0003\t\t停车',
];

test('cases are pasted, one door is said by hand, a step is taken back, and the round goes to these doors', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await desk.goTo('轮次');
  await page.getByRole('button', { name: '新建轮次' }).first().click();
  await page.getByLabel('名称').fill('12345回访');
  await page.getByRole('radio', { name: '12345回访' }).check();
  await desk.press('下一步');
  await page.getByText('还没有工单').waitFor();
  await page.getByLabel('粘贴工单').fill('只有一句话');
  await desk.press('读取粘贴的内容');
  await page.getByText('没有找到“工单编号”和“地址”两列').waitFor();

  await page.getByLabel('粘贴工单').fill(list.join('\n'));
  await desk.press('读取粘贴的内容');
  await page.getByText('2 件工单，已对上 1 户。').waitFor();
  await page.getByText('有 1 件还没有对上住户').waitFor();
  await page.getByText('没有读入：第 4 行').waitFor();

  await page.getByLabel('工单 YX0002 的住户').fill('柳荫苑 1栋 2单元 102');
  await chooseDoor(desk, '柳荫苑 1栋 2单元 102');
  await page.getByText('2 件工单，已对上 2 户。').waitFor();
  await page.getByRole('button', { name: '去掉工单 YX0001' }).click();
  await page.getByText('1 件工单，已对上 1 户。').waitFor();
  await desk.press('撤销');
  await page.getByText('2 件工单，已对上 2 户。').waitFor();

  await finish(desk);
  await openRound(desk, '12345回访');
  await page.getByRole('tab', { name: '12345工单' }).click();
  await page.getByText('YX0002').waitFor();
  const params = { areaId: office.world.streetId };
  const rounds = await clerk.call(listRounds, { params });
  const round = must(
    rounds.find(({ name }) => name === '12345回访'),
    'the round',
  );
  expect(round).toMatchObject({ state: 'open', purpose: 'hotline', assigned: 2, questionnaireHash: null });
  const cases = await clerk.call(listHotlineCases, { params: { ...params, roundId: round.id } });
  expect(cases.map(({ number, door }) => [number, door?.address])).toEqual([
    ['YX0001', '柳荫苑 1栋 2单元 101'],
    ['YX0002', '柳荫苑 1栋 2单元 102'],
  ]);
  await desk.leave();
});

test('the leader of the team sees the case at its door on the tablet', async () => {
  const context = await office.browser.newContext({ ...chinese, viewport: lying, hasTouch: true });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(`${office.origin}/tablet/`);
  await signInOnScreen(page, { login: 'sun0', password: passwordOf('sun0') }, '平板一');
  const rounds = page.getByLabel('轮次');
  const option = rounds.locator('option', { hasText: '12345回访' });
  await rounds.selectOption(must(await option.getAttribute('value'), 'the round'));
  await openDoor(page, { stairwell: '柳荫苑1栋2单元', room: '101' });
  await page.getByText('12345工单').waitFor();
  await page.getByText('YX0001 · 环境卫生').waitFor();
  await context.close();
});

async function chooseDoor({ page }: Desk, address: string): Promise<void> {
  const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await open.getByTitle(address, { exact: true }).click();
}

/** Teams, dates and words; then the draft is saved. */
async function finish(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.press('下一步');
  await page.getByText('12345回访不带问卷').waitFor();
  await desk.press('下一步');
  await page.getByRole('checkbox', { name: '柳荫一组' }).check();
  await desk.press('下一步');
  await page.getByLabel('在门口怎么说').fill('您拨打过12345，我们来看看事情办得怎样。');
  await desk.press('下一步');
  await page.getByText('走访清单上的 2 户（柳荫社区）').waitFor();
  await desk.press('保存草稿');
  await page.getByRole('heading', { name: '12345回访' }).waitFor();
}
