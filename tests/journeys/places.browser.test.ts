/** A round of some places at the desk of a street: chosen by the keyboard, saved, used for another round, opened. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { createArea, listAreas, listRounds, readCoverage } from '@huhudao/protocol';
import { Desk } from './desk/desk.ts';
import { openRound } from './desk/rounds.ts';
import { signInOffice, type OfficeUser } from './office-user.ts';
import { stairwellRows, takeOverRoster } from './office-world.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;
let clerk: OfficeUser;

beforeAll(async () => {
  office = await openOffice();
  clerk = await signInOffice(office.origin, office.world.people.wang);
  const administrator = await signInOffice(office.origin, office.world.people.lin);
  const community = (await clerk.call(listAreas, {})).find(({ name }) => name === '柳荫社区');
  const params = { areaId: must(community, 'the community').id };
  await administrator.call(createArea, { params, body: { kind: 'grid', name: '第二网格' } });
  const grid = '柳荫社区,第二网格,柳荫苑';
  await takeOverRoster(clerk, office.world.streetId, [
    ...[1, 2].flatMap((stairwell) => stairwellRows(`${grid},2栋`, stairwell)),
    ...[1, 2, 3].flatMap((stairwell) => stairwellRows(`${grid},3栋`, stairwell)),
    ...stairwellRows(`${grid},4栋`, 1),
  ]);
}, 240_000);

afterAll(async () => {
  await office.close();
});

/** Two stairwells and a building of three. */
const chosen = ['柳荫苑 1栋 2单元', '柳荫苑 2栋 1单元', ...[1, 2, 3].map((one) => `柳荫苑 3栋 ${one}单元`)];
const inWords = '柳荫社区（柳荫苑 2栋 1单元、柳荫苑 3栋、柳荫苑 1栋 2单元）';
const counted = '已选 1 个社区，在册 25 户，其中 25 户可以走访。';

test('two stairwells and a building are chosen without a mouse, saved, used again, and opened with their doors', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await begin(desk, '三处走访');
  await chooseByKeyboard(page);
  await page.getByText(counted).waitFor();
  await page.getByText('有 1 个社区只选了一部分。').waitFor();
  await desk.press('已存的范围');
  await desk.dialog().getByLabel('把现在的选择存为').fill('老城三处');
  await desk.press('存下', desk.dialog());
  await desk.dialog().getByText('柳荫社区（选 3 处）').waitFor();
  await page.keyboard.press('Escape');
  await finish(desk, '三处走访');
  expect(await stairwellsOf('三处走访')).toEqual(chosen);

  await begin(desk, '三处再走访');
  await desk.press('已存的范围');
  await renameAndDelete(desk);
  await desk.dialog().getByRole('button', { name: '使用：老城片' }).click();
  await page.getByText(counted).waitFor();
  await finish(desk, '三处再走访');
  expect(await stairwellsOf('三处再走访')).toEqual(chosen);
  await desk.leave();
});

test('what was ticked is taken back, a search finds it, and a former round brings it along', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await begin(desk, '找一找');
  await page.getByLabel('查找网格、楼栋或单元').fill('3栋 2');
  const found = page.getByRole('treeitem', { name: '柳荫苑 3栋 2单元' });
  await found.click();
  await page.getByText('已选 1 个社区，在册 5 户').waitFor();
  const ticksOf = async (...names: string[]) =>
    Promise.all(
      names.map((name) => page.getByRole('treeitem', { name }).first().getAttribute('aria-checked')),
    );
  expect(await ticksOf('柳荫社区', '第二网格', '柳荫苑 3栋')).toEqual(['mixed', 'mixed', 'mixed']);
  await found.click();
  await page.getByText('还没有选择').waitFor();
  for (const _ of ['out', 'in']) await desk.press('撤销');
  expect(await found.getAttribute('aria-checked')).toBe('false');
  await page.getByLabel('查找网格、楼栋或单元').fill('没有这样的楼');
  await page.getByText('没有找到这样的地方').waitFor();
  await page.getByLabel('查找网格、楼栋或单元').fill('');
  await desk.press('全选');
  await page.getByText('已选 2 个社区，在册 50 户').waitFor();
  await desk.press('清空');
  await desk.choose(page.getByLabel('按上一轮新建'), '三处走访');
  await page.getByText(counted).waitFor();
  await desk.leave();
});

async function begin(desk: Desk, name: string): Promise<void> {
  const { page } = desk;
  await desk.goTo('轮次');
  await page.getByRole('button', { name: '新建轮次' }).first().click();
  await page.getByLabel('名称').fill(name);
  await page.getByRole('radio', { name: '普访' }).check();
  await desk.press('下一步');
  await page.getByRole('treeitem', { name: '柳荫社区' }).waitFor();
}

/** Tab leads to the tree, the arrows through it. */
async function chooseByKeyboard(page: Page): Promise<void> {
  const here = page.locator('[role=treeitem]:focus');
  await page.getByLabel('查找网格、楼栋或单元').focus();
  for (let presses = 0; presses < 12 && (await here.count()) === 0; presses += 1)
    await page.keyboard.press('Tab');
  const walkTo = async (name: string): Promise<void> => {
    await page.getByRole('treeitem', { name }).first().waitFor();
    for (let presses = 0; presses < 30; presses += 1) {
      if ((await here.textContent())?.includes(name)) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`${name} is not further down in the tree`);
  };
  const open = async (name: string): Promise<void> => {
    await walkTo(name);
    await page.keyboard.press('ArrowRight');
  };
  await open('柳荫社区');
  await open('第二网格');
  await open('柳荫苑 2栋');
  await walkTo('柳荫苑 2栋 1单元');
  await page.keyboard.press('Space');
  await walkTo('柳荫苑 3栋');
  await page.keyboard.press('Space');
  await open('不属于网格的楼栋');
  await open('柳荫苑 1栋');
  await walkTo('柳荫苑 1栋 2单元');
  await page.keyboard.press('Space');
  // Left leads up and closes what is below.
  for (const _ of ['to the building', 'closed']) await page.keyboard.press('ArrowLeft');
  expect(await here.getAttribute('aria-expanded')).toBe('false');
  expect(await here.getAttribute('aria-checked')).toBe('mixed');
}

/** The name is changed; a deletion is taken back. */
async function renameAndDelete(desk: Desk): Promise<void> {
  const drawer = desk.dialog();
  await drawer.getByRole('button', { name: '改名：老城三处' }).click();
  await drawer.getByLabel('新的名称').fill('老城片');
  await desk.press('保存', drawer);
  await drawer.getByRole('button', { name: '删除：老城片' }).click();
  await drawer.getByText('已删除“老城片”。').waitFor();
  await drawer.getByText('还没有存过').waitFor();
  await desk.press('撤销', drawer);
}

/** The rest of the form, and the round is opened. */
async function finish(desk: Desk, name: string): Promise<void> {
  const { page } = desk;
  for (const _ of ['问卷', '小组']) await desk.press('下一步');
  await page.getByRole('checkbox', { name: '柳荫一组' }).check();
  await desk.press('下一步');
  await page.getByLabel('在门口怎么说').fill('您好，我们是社区的走访小组。');
  await desk.press('下一步');
  await page.getByText('柳荫社区（部分）在册的 25 户列入名单').waitFor();
  await page.getByText(inWords).waitFor();
  await desk.press('保存草稿');
  await page.getByRole('heading', { name }).waitFor();
  await openRound(desk, name);
}

/** Where the round has doors, and that there are five in each place. */
async function stairwellsOf(name: string): Promise<string[]> {
  const params = { areaId: office.world.streetId };
  const round = (await clerk.call(listRounds, { params })).find((one) => one.name === name);
  const roundId = must(round, 'the round').id;
  const { rows } = await clerk.call(readCoverage, {
    params: { ...params, roundId },
    query: { by: 'stairwell' },
  });
  expect(rows.map(({ eligible }) => eligible)).toEqual(rows.map(() => 5));
  return rows.map((row) => row.name).toSorted();
}
