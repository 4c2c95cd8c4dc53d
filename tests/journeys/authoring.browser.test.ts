/** A questionnaire is written from nothing, by mouse and by keyboard only, and published by a second person. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { listAreas } from '@huhudao/protocol';
import { Author } from './desk/author.ts';
import { Desk } from './desk/desk.ts';
import { addPerson, signInOffice, type Credentials } from './office-user.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;
let qian: Credentials;

beforeAll(async () => {
  office = await openOffice();
  const administrator = await signInOffice(office.origin, office.world.people.lin);
  const district = must((await administrator.call(listAreas, {}))[0], 'the district');
  const colleague = { login: 'qian', name: '钱进' };
  const role = { role: 'districtOffice', areaId: district.id } as const;
  qian = await addPerson(office.origin, administrator, colleague, role);
}, 240_000);

afterAll(async () => {
  await office.close();
});

const rates = [
  ['知晓率题', '您知道社区在创建文明城市吗？', 'Do you know of the effort?'],
  ['参与率题', '您今年参加过社区活动吗？', 'Have you taken part this year?'],
  ['支持率题', '您支持社区的做法吗？', 'Do you support it?'],
  ['满意率题', '您对社区环境满意吗？', 'Are you satisfied with the compound?'],
] as const;

/** What else is asked about, so that the form has twenty-two items. */
const rated = Object.entries({
  电梯: 'lift',
  停车: 'parking',
  路灯: 'street lights',
  绿化: 'greenery',
  卫生: 'cleanliness',
  噪音管理: 'control of noise',
  门禁: 'entrance gate',
  垃圾分类: 'waste sorting',
  快递柜: 'parcel lockers',
  健身器材: 'exercise equipment',
  儿童乐园: 'playground',
  老年食堂: 'canteen for the old',
  物业服务: 'property service',
  维修速度: 'speed of repairs',
  消防设施: 'fire equipment',
  活动室: 'activity room',
  公交线路: 'bus lines',
  菜市场: 'market',
}).map(([chinese, english]) => [`您给${chinese}打几分？`, `How do you rate the ${english}?`] as const);

/** Presses the arrow until the menu is at this entry: each key once, and each goes on by one. */
async function arrowTo(page: Page, entry: string): Promise<void> {
  const chosen = page.getByRole('menuitem').and(page.locator(':focus'));
  await chosen.waitFor();
  for (let step = 0; step < 40; step += 1) {
    const here = must(await chosen.textContent(), 'words of an entry');
    if (here === entry) return;
    await page.keyboard.press('ArrowDown');
    await chosen.filter({ hasNotText: new RegExp(`^${here}$`) }).waitFor();
  }
  throw new Error(`the menu does not come to ${entry}`);
}

async function addByKeyboard(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: '添加题目' }).focus();
  await page.keyboard.press('Enter');
  await arrowTo(page, kind);
  await page.keyboard.press('Enter');
  await page.getByLabel('题目（中文）').and(page.locator(':focus')).waitFor();
}

async function publishAs(person: Credentials, title: string): Promise<Desk> {
  const reader = await Desk.signIn(office.browser, office.origin, person);
  await reader.goTo('问卷');
  await reader.page.getByRole('row', { name: title }).getByRole('link', { name: /保存$/ }).click();
  await reader.page.getByText('您在核对同事的草稿').waitFor();
  await reader.press('发布');
  await reader.press('发布', reader.dialog());
  await reader.page.getByRole('heading', { name: `${title} · 第` }).waitFor();
  return reader;
}

test('by mouse: twenty-two items, choices, a condition, order, undo; a second person publishes', async () => {
  const desk = await office.sitDown('zhao');
  const author = new Author(desk);
  const { page } = desk;
  await author.begin('社区小调查');
  for (const [kind, chinese, english] of rates) {
    await author.add(kind);
    await author.type(chinese, english);
    await page.getByRole('checkbox', { name: '由这道题算率' }).check();
  }
  await author.add('多选');
  await author.type('您想先解决什么？', 'What first?');
  await page.getByLabel('第 1 项的中文').fill('电梯');
  await page.getByLabel('第 1 项的英文').fill('Lift');
  await page.getByLabel('第 2 项的中文').fill('停车');
  await page.getByLabel('第 2 项的英文').fill('Parking');
  await page.getByRole('button', { name: '加“其他”' }).click();
  await author.add('多行填空');
  await author.type('其他是什么？', 'What else?');
  await page.getByRole('button', { name: '加条件' }).click();
  await desk.choose(page.getByLabel('第 1 个条件的答案'), '其他');
  await page.getByRole('button', { name: '用文字写' }).click();
  expect(await page.getByLabel('条件的写法').inputValue()).toMatch(/^\{q\d+\} contains 'other'$/);

  await author
    .row('您对社区环境满意吗？')
    .dragTo(author.row('您支持社区的做法吗？'), { targetPosition: { x: 20, y: 2 } });
  const dragged = await author.order();
  expect(dragged.slice(2, 6)).toEqual([rates[0][1], rates[1][1], rates[3][1], rates[2][1]]);
  await page.getByRole('button', { name: '撤销' }).click();
  expect((await author.order()).slice(2, 6)).toEqual(rates.map(([, chinese]) => chinese));
  await page.keyboard.press('Control+Shift+Z');
  expect(await author.order()).toEqual(dragged);
  await author.row('其他是什么？').click();
  for (const [chinese, english] of rated.slice(0, 16)) {
    await author.add('打分');
    await author.type(chinese, english);
  }
  expect(await author.items()).toHaveLength(22);
  await author.saved();
  await page.getByText('检查通过').or(page.getByText('0 处必须修改')).waitFor();
  await page.getByText('编写人不能自己发布').waitFor();
  await desk.leave();

  const reader = await publishAs(qian, '社区小调查');
  await reader.page.getByText('Lift').or(reader.page.getByText('电梯')).first().waitFor();
  await reader.leave();
}, 240_000);

test('by keyboard only: twenty-two items are added, written, put in order and deleted without a pointer', async () => {
  const desk = await office.sitDown('zhao');
  const author = new Author(desk);
  const { page } = desk;
  const { keyboard } = page;
  await author.begin('键盘小调查');
  for (const [kind, chinese, english] of rates) {
    await addByKeyboard(page, kind);
    await author.type(chinese, english);
    await page.getByRole('checkbox', { name: '由这道题算率' }).focus();
    await keyboard.press('Space');
  }
  await author.row(rates[3][1]).focus();
  await keyboard.press('Alt+ArrowUp');
  await page.getByText(`“${rates[3][1]}”已移到第 1 页，第 3 位。`).waitFor();
  await keyboard.press('Alt+ArrowUp');
  expect((await author.order()).slice(2)).toEqual([rates[0][1], rates[3][1], rates[1][1], rates[2][1]]);
  await keyboard.press('Control+z');
  expect((await author.order()).slice(2)).toEqual([rates[0][1], rates[1][1], rates[3][1], rates[2][1]]);
  await page.getByRole('button', { name: '复制' }).focus();
  await keyboard.press('Enter');
  expect(await author.items()).toHaveLength(5);
  await page.getByRole('button', { name: '删除', exact: true }).focus();
  await keyboard.press('Enter');
  expect(await author.items()).toHaveLength(4);
  for (const [chinese, english] of rated) {
    await addByKeyboard(page, '打分');
    await author.type(chinese, english);
  }
  expect(await author.items()).toHaveLength(22);
  await author.saved();
  await desk.leave();
  await (await publishAs(qian, '键盘小调查')).leave();
}, 240_000);

test('what the check finds is mended by a button, as it is typed, and the mend can be undone', async () => {
  const desk = await office.sitDown('zhao');
  const author = new Author(desk);
  const { page } = desk;
  await author.begin('检查小调查');
  await author.add('单选');
  await author.type('您家有老人吗？', 'Are there old people in your household?');
  await page.getByRole('button', { name: '删除第 3 项' }).click();
  await page.getByRole('button', { name: '加上“说不清”' }).first().click();
  expect(await page.getByLabel('第 3 项的中文').inputValue()).toBe('说不清');
  await page.getByRole('button', { name: '加上“说不清”' }).first().waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: '加上“说不清”' }).first().waitFor();

  await page.getByRole('tab', { name: 'JSON' }).click();
  const json = page.getByLabel('定义（SurveyJS JSON）');
  await json.getByText('"radiogroup"').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' "defaultValue": 1,');
  await page.getByText('不能使用“defaultValue”').waitFor();
  await page.locator('.cm-lintRange-error').first().waitFor();
  await page.keyboard.press('Tab');
  await json.and(page.locator(':focus')).waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: '题目' }).click();
  await page.getByText('暂时不能按题目编辑').waitFor();
  await page.getByRole('button', { name: '去掉' }).click();
  await author.row('您家有老人吗？').click();
  await desk.leave();
}, 240_000);

test('two people at once: nobody overwrites unseen, and who saved is told', async () => {
  const one = await office.sitDown('zhao');
  await new Author(one).begin('两人同写');
  await one.page.getByLabel('问卷标题（英文）').fill('By one');
  await new Author(one).saved();

  const other = await Desk.signIn(office.browser, office.origin, qian);
  await other.goTo('问卷');
  await other.page.getByRole('row', { name: '两人同写' }).getByRole('link', { name: /保存$/ }).click();
  await other.press('我要修改');
  await other.page.getByLabel('问卷标题（英文）').fill('By the other');
  await new Author(other).saved();

  await one.page.getByLabel('开头的说明（中文）').fill('大约两分钟。');
  const warning = one.page.getByRole('alert').filter({ hasText: /保存了这份草稿/ });
  expect(await warning.textContent()).not.toContain('赵敏');
  await warning.filter({ hasText: /钱进在 .* 保存了这份草稿/ }).waitFor();
  await one.press('看有什么不同');
  await one.dialog().getByText('By the other').waitFor();
  await one.page.keyboard.press('Escape');
  await one.press('换成对方的');
  expect(await one.page.getByLabel('问卷标题（英文）').inputValue()).toBe('By the other');
  await one.page.keyboard.press('Control+z');
  expect(await one.page.getByLabel('开头的说明（中文）').inputValue()).toBe('大约两分钟。');
  await new Author(one).saved();
  await one.leave();
  await other.leave();
}, 240_000);
