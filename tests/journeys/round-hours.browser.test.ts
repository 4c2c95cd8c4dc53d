/** The hours of a round at the desk: when its teams go from door to door, and when they leave people in peace. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk/desk.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;

beforeAll(async () => {
  office = await openOffice();
}, 240_000);

afterAll(async () => {
  await office.close();
});

const name = '12月普遍走访';

test('the hours of a round are filled in, kept with its draft, and taken out again', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await fillInUpToDates(desk);
  const windows = page.getByRole('group', { name: '走访时段' });
  const quiet = page.getByRole('group', { name: '不打扰的时间' });
  await desk.press('加一段时间', windows);
  await desk.choose(windows.getByLabel('哪些天'), '周末');
  await typeHours(windows, '10:00', '20:00');
  await desk.press('加一段时间', windows);
  await desk.press('加一段时间', quiet);
  await typeHours(quiet, '12:30', '13:45');
  await desk.press('下一步');
  await expectHours(desk, '周末 10:00–20:00、每天 09:00–20:30', '12:30–13:45');
  await save(desk);
  await expectHours(desk, '周末 10:00–20:00、每天 09:00–20:30', '12:30–13:45');

  // Opened again the draft has them; without hours of its own a round has the usual ones.
  await desk.press('修改');
  await page.getByText('时间与说法', { exact: true }).click();
  expect(await hoursIn(windows)).toEqual(['10:00', '20:00', '09:00', '20:30']);
  expect(await hoursIn(quiet)).toEqual(['12:30', '13:45']);
  for (const group of [windows, windows, quiet])
    await group
      .getByRole('button', { name: /^去\s*掉$/ })
      .first()
      .click();
  await save(desk);
  await expectHours(desk, '每天 09:00–11:30、每天 14:30–17:00、每天 18:30–20:30', '—');
  await desk.leave();
});

async function fillInUpToDates(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.goTo('轮次');
  await page.getByRole('button', { name: '新建轮次' }).first().click();
  await page.getByLabel('名称').fill(name);
  await page.getByRole('radio', { name: '普访' }).check();
  await desk.press('下一步');
  await page.getByRole('treeitem', { name: '柳荫社区' }).click();
  await desk.press('下一步');
  await page.getByTitle('走访记录表（第 1 版）').waitFor();
  await desk.press('下一步');
  await page.getByRole('checkbox', { name: '柳荫一组' }).check();
  await desk.press('下一步');
  await page.getByLabel('在门口怎么说').fill('您好，我们是社区的走访小组。');
}

/** In the last line of a group. */
async function typeHours(group: Locator, from: string, until: string): Promise<void> {
  const fields = group.getByRole('textbox');
  for (const [field, time] of [
    [fields.nth(-2), from],
    [fields.last(), until],
  ] as const) {
    await field.fill(time);
    await field.press('Enter');
  }
}

const hoursIn = async (group: Locator): Promise<string[]> =>
  Promise.all((await group.getByRole('textbox').all()).map((field) => field.inputValue()));

async function save(desk: Desk): Promise<void> {
  await desk.page.getByRole('button', { name: '保存草稿' }).first().click();
  await desk.page.getByRole('heading', { name, exact: true }).waitFor();
}

/** What is said of the hours where all that was decided about a round is told. */
async function expectHours({ page }: Desk, windows: string, quiet: string): Promise<void> {
  const told = (label: string) =>
    page.locator('.ant-descriptions-row').filter({ hasText: label }).locator('td').innerText();
  await page.locator('.ant-descriptions-row').filter({ hasText: windows }).waitFor();
  expect(await told('走访时段')).toBe(windows);
  expect(await told('不打扰的时间')).toBe(quiet);
}
