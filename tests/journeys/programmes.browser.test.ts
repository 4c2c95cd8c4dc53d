/** A programme at the desk of a district: begun for two streets, teams chosen in one, drawn there and replayed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { createArea, listAreas, listProgrammes } from '@huhudao/protocol';
import { chooseTeams, openRound } from './desk/rounds.ts';
import { signInOffice, type OfficeUser } from './office-user.ts';
import { stairwellRows, takeOverRoster } from './office-world.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;
let district: OfficeUser;
let districtId: string;

beforeAll(async () => {
  office = await openOffice();
  district = await signInOffice(office.origin, office.world.people.zhao);
  const administrator = await signInOffice(office.origin, office.world.people.lin);
  const areas = await administrator.call(listAreas, {});
  districtId = must(
    areas.find(({ kind }) => kind === 'district'),
    'the district',
  ).id;
  const add = async (areaId: string, kind: 'street' | 'community', name: string) =>
    (await administrator.call(createArea, { params: { areaId }, body: { kind, name } })).id;
  const streetId = await add(districtId, 'street', '临河街道');
  await add(streetId, 'community', '临河社区');
  await takeOverRoster(administrator, streetId, stairwellRows('临河社区,,临河里,1栋', 1));
}, 240_000);

afterAll(async () => {
  await office.close();
});

test('a programme gives two streets a round; one chooses its teams, and is drawn under the one seed', async () => {
  const desk = await office.sitDown('zhao');
  const { page } = desk;
  await desk.goTo('轮次');
  await desk.press('专项行动');
  await page.getByText('还没有专项行动').waitFor();
  await desk.press('新建专项行动');
  const form = desk.dialog();
  await form.getByLabel('名称').fill('年末测评');
  await form.getByLabel('参加的街道').click();
  for (const name of ['云溪街道', '临河街道'])
    await page.locator('.ant-select-dropdown:visible').getByTitle(name, { exact: true }).click();
  await page.keyboard.press('Escape');
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' });
  await form.getByRole('spinbutton').fill('4');
  await form.getByLabel('问卷', { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await form.getByLabel('在门口怎么说').fill('您好，我们受创建办委托来听听您的看法。');
  await desk.press('建立，并给各街道建轮次草稿', form);
  const row = page.getByRole('row', { name: '云溪街道' });
  await row.getByText('草稿').waitFor();
  await page.getByRole('row', { name: '临河街道' }).getByText('草稿').waitFor();

  const street = await office.sitDown('wang');
  await chooseTeams(street, '年末测评', ['柳荫一组', '南桥一组']);
  await street.leave();
  await openRound(desk, '年末测评');
  await page.getByRole('tab', { name: '抽样' }).click();
  for (const community of ['柳荫社区', '南桥社区']) {
    const drawn = page.getByRole('row', { name: community });
    await drawn.getByRole('button', { name: '重放核对' }).click();
    await drawn.getByText('相同：2 户完全一致').waitFor();
  }
  await desk.goTo('轮次');
  await desk.press('专项行动');
  await row.getByText('进行中').waitFor();
  await row.getByText('0 / 4 户已有结果').waitFor();
  const [programme] = await district.call(listProgrammes, { params: { areaId: districtId } });
  expect(programme?.streets.map(({ round }) => round?.state).toSorted()).toEqual(['draft', 'open']);
  await desk.leave();
});
