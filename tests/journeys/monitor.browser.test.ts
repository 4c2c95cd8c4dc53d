/** The monitor of a round at the desk: down to a door and back, the deadline put off, a team reminded, a leader replaced. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listNotices } from '@huhudao/protocol';
import { addPerson, passwordOf, signInOffice } from './office-user.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;

beforeAll(async () => {
  office = await openOffice();
  const administrator = await signInOffice(office.origin, office.world.people.lin);
  const [areaId = ''] = office.world.communityIds;
  await addPerson(
    office.origin,
    administrator,
    { login: 'chen', name: '陈桂英' },
    { role: 'teamLeader', areaId },
  );
}, 240_000);

afterAll(async () => {
  await office.close();
});

/** The round, at one of its tabs. */
const roundAt = (search = ''): string => `${office.origin}/rounds/${office.world.roundId}${search}`;
const noticesOf = async (login: string) => {
  const person = await signInOffice(office.origin, { login, password: passwordOf(login) });
  return (await person.call(listNotices, {})).items;
};

test('coverage leads down to a door by keyboard, comes back by its links, and is the same after a reload', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await page.goto(roundAt());
  await page.getByRole('link', { name: '柳荫社区', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '柳荫苑 1栋', exact: true }).click();
  await page.getByRole('link', { name: '柳荫苑 1栋 2单元', exact: true }).click();
  const trail = page.getByRole('navigation', { name: '所在位置' });
  const doors = page.getByRole('table').getByRole('cell', { name: '301', exact: true });
  await doors.waitFor();
  await page.reload();
  await doors.waitFor();
  await trail.getByText('2单元').waitFor();
  await desk.press('上一级', trail);
  await page.getByRole('link', { name: '柳荫苑 1栋 1单元', exact: true }).waitFor();
  await page.goBack();
  await doors.waitFor();
  await trail.getByRole('link', { name: '全部社区' }).click();
  await page.getByRole('link', { name: '南桥社区', exact: true }).waitFor();
  await desk.leave();
});

test('a deadline is put off with its reason, the community is told, and it can be taken back', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await page.goto(roundAt());
  const before = await page.locator('.page-head').innerText();
  await desk.press('延期');
  const dialog = page.getByRole('dialog', { name: '延长“11月普遍走访”的截止日期' });
  await dialog.getByLabel('新的截止日期').fill('2030-01-31');
  await dialog.getByLabel('新的截止日期').press('Enter');
  await dialog.getByLabel('原因').fill('连日下雨');
  await desk.press('延期', dialog.locator('.ant-modal-footer'));
  await page.locator('.page-head').getByText('1月31日').waitFor();

  const zhou = await office.sitDown('zhou');
  await zhou.page.getByRole('button', { name: /^通知，\d+ 条未读$/ }).click();
  await zhou.page.getByText(/^“11月普遍走访”的截止日期从.*延到1月31日。$/).waitFor();
  await zhou.press('全部标为已读', zhou.dialog());
  await zhou.page.getByRole('button', { name: '通知', exact: true }).waitFor();
  await zhou.leave();

  await desk.press('延期');
  await desk.press('撤回', dialog);
  await dialog.getByText('（已撤回）').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).or(dialog.getByLabel('关闭')).first().click();
  await page.reload();
  await page.locator('.page-head').waitFor();
  expect(await page.locator('.page-head').innerText()).toBe(before);
  await desk.leave();
});

test('a team without a plan is reminded, and its people are told', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await page.goto(roundAt('?tab=stuck'));
  await page.getByRole('heading', { name: '2 个小组没有排班' }).waitFor();
  await page.getByRole('button', { name: '提醒柳荫一组' }).click();
  await page.getByText('已通知 1 人').waitFor();
  expect(await noticesOf('sun0')).toContainEqual(
    expect.objectContaining({ kind: 'reminder', facts: expect.objectContaining({ cause: 'noPlan' }) }),
  );
  expect((await noticesOf('sun1')).filter(({ kind }) => kind === 'reminder')).toEqual([]);
  await desk.leave();
});

test('a leader who leaves is replaced, with what the team has in hand shown before', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await desk.goTo('人员与设备');
  await page.getByRole('tab', { name: '走访小组' }).click();
  await desk.press('有人离开，交接工作');
  const dialog = page.getByRole('dialog', { name: '有人离开，交接工作' });
  await desk.choose(dialog.getByLabel('谁离开'), '孙立');
  await dialog.getByText('小组还有 10 户没有最终结果，今天起有 0 次排班。').waitFor();
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').waitFor({ state: 'hidden' });
  await desk.choose(dialog.locator('.place-field').getByRole('combobox'), '陈桂英');
  await desk.press('确定交接', dialog);
  await page.getByText('1 个小组已更新，组员会收到通知').waitFor();
  await page.getByRole('dialog', { name: '已交接' }).locator('.ant-btn-primary').click();
  await page.getByRole('row', { name: /柳荫一组.*陈桂英/ }).waitFor();
  await desk.leave();
});
