/** A sample at the desk of a district: shared out, drawn with reserves, replayed, a replicate released, the round copied. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk/desk.ts';
import { chooseTeams, openRound } from './desk/rounds.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;

beforeAll(async () => {
  office = await openOffice();
}, 240_000);

afterAll(async () => {
  await office.close();
});

const communities = ['柳荫社区', '南桥社区'];

test('a sample is shared out, drawn with reserves, replayed, and released by a replicate; the round is copied', async () => {
  const desk = await office.sitDown('zhao');
  const { page } = desk;
  await begin(desk);
  await page.getByLabel('名称').fill('11月模拟测评');
  await page.getByRole('radio', { name: '模拟测评' }).check();
  await desk.press('下一步');
  await shareOut(desk);
  await desk.press('下一步');
  await page.getByLabel('问卷', { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  for (const _ of ['小组', '时间']) await desk.press('下一步');
  await page.getByLabel('在门口怎么说').fill('您好，我们是社区的走访小组。');
  await desk.press('下一步');
  await page.getByText('在册的 20 户里随机抽取 8 户').waitFor();
  await page.getByText('每个社区另抽 1 组备用样本，每组 2 户').waitFor();
  await desk.press('保存草稿');
  await page.getByRole('heading', { name: '11月模拟测评' }).waitFor();

  const street = await office.sitDown('wang');
  await chooseTeams(street, '11月模拟测评', ['柳荫一组', '南桥一组']);
  await street.leave();
  await openRound(desk, '11月模拟测评');
  await page.getByRole('tab', { name: '抽样' }).click();
  for (const community of communities) {
    const row = page.getByRole('row', { name: community });
    await row.getByRole('button', { name: '重放核对' }).click();
    await row.getByText('相同：4 户完全一致').waitFor();
  }

  const row = page.getByRole('row', { name: '柳荫社区' });
  await row.getByRole('button', { name: '启用第 1 组' }).click();
  await desk.dialog().getByText('由 0.4000 变为 0.6000').waitFor();
  expect(await desk.dialog().getByRole('button', { name: '整组启用' }).isDisabled()).toBe(true);
  await desk.dialog().getByLabel('理由').fill('应答率低于预期');
  await desk.press('整组启用', desk.dialog());
  await row.getByText('已启用 1 / 1 组').waitFor();
  await row.getByText('应答率低于预期').waitFor();
  await row.getByRole('button', { name: '重放核对' }).click();
  await row.getByText('相同：6 户完全一致').waitFor();

  await begin(desk);
  await desk.choose(page.getByLabel('按上一轮新建'), '11月模拟测评');
  await page.getByText('已按“11月模拟测评”填好').waitFor();
  await page.getByLabel('名称').fill('12月模拟测评');
  await page.getByText('核对', { exact: true }).click();
  await page.getByText('在册的 20 户里随机抽取 8 户').waitFor();
  await desk.press('保存草稿');
  await page.getByRole('heading', { name: '12月模拟测评' }).waitFor();
  await page.getByText('柳荫社区 4').waitFor();
  await desk.leave();
});

async function begin(desk: Desk): Promise<void> {
  await desk.goTo('轮次');
  await desk.page.getByRole('button', { name: '新建轮次' }).first().click();
  await desk.page.getByRole('heading', { name: '新建走访轮次' }).waitFor();
}

/** Four of each community and a replicate of two; ten doors are too few for a rate of one's own, and that is said. */
async function shareOut(desk: Desk): Promise<void> {
  const { page } = desk;
  for (const community of communities) await page.getByRole('treeitem', { name: community }).click();
  await desk.choose(page.getByLabel('分配办法'), '每个社区一样多');
  await page.getByLabel('抽取户数', { exact: true }).fill('4');
  await page.getByLabel('备用样本（组）').fill('1');
  await page.getByLabel('每组户数').fill('2');
  await desk.press('按此分配');
  await page.getByText('柳荫社区全部住户都抽上，预计也只有约 6 份').waitFor();
  await page.getByRole('checkbox', { name: '每个社区的率都要公布' }).uncheck();
  await desk.press('按此分配');
  await page.getByText('共抽 8 户，预计收回约 5 份答卷').waitFor();
}
