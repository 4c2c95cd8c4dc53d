/** Items come into a questionnaire from the bank, by mouse and by keyboard, and a newer wording is taken when asked for. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { createQuestionnaire } from '@huhudao/protocol';
import { itemBank } from '@huhudao/questionnaire/authoring';
import { Author } from './desk/author.ts';
import type { Desk } from './desk/desk.ts';
import { signInOffice } from './office-user.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;

beforeAll(async () => {
  office = await openOffice();
}, 240_000);

afterAll(async () => {
  await office.close();
});

const clearStairwell = must(
  itemBank.find(({ key }) => key === 'clearStairwell'),
  'the item of the stairwell',
);
const parking = '您对家附近的停车秩序满意吗？';
const dogs = '您对小区里养狗人家的做法满意吗（例如牵绳、清理粪便）？';
/** The item of the stairwell as the bank had it first. */
const withOldWording = {
  pages: [
    { name: 'first', elements: [{ ...clearStairwell.versions[0].question, bank: 'clearStairwell@1' }] },
  ],
};
const safety = '晚上一个人在家附近走路，您觉得安全吗？';

async function begin(title: string): Promise<{ desk: Desk; author: Author; page: Page }> {
  const desk = await office.sitDown('zhao');
  const author = new Author(desk);
  await author.begin(title);
  return { desk, author, page: desk.page };
}

test('two items are added by mouse and one by keyboard, saved, and there after a reload', async () => {
  const { desk, author, page } = await begin('题库小调查');
  const before = await author.items();
  await page.getByRole('button', { name: '从题库加题' }).click();
  await desk.dialog().getByLabel('找题').fill('tczx');
  await desk.dialog().getByRole('heading', { name: parking }).waitFor();
  await desk.press('加到表中', desk.dialog());
  await desk.dialog().getByText('表里已经有这道题').waitFor();
  expect(await desk.dialog().getByRole('button', { name: '加到表中' }).isDisabled()).toBe(true);
  await desk.dialog().getByLabel('找题').fill('');
  await desk.dialog().getByRole('radio', { name: '文明养狗' }).check();
  await desk.press('加到表中', desk.dialog());
  await desk.dialog().getByText('已加入“文明养狗”').waitFor();
  await desk.press('完成', desk.dialog());
  await desk.dialog().waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: '从题库加题' }).focus();
  await page.keyboard.press('Enter');
  await desk.dialog().getByLabel('找题').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('夜间');
  await desk.dialog().getByRole('heading', { name: safety }).waitFor();
  await page.keyboard.press('Enter');
  await desk.dialog().getByText('已加入“夜间出行安全”').waitFor();
  await page.keyboard.press('Escape');
  await desk.dialog().waitFor({ state: 'hidden' });

  const added = [...before, parking, dogs, safety];
  expect(await author.items()).toEqual(added);
  await page.keyboard.press('Control+Z');
  expect(await author.items()).toEqual(added.slice(0, -1));
  await page.keyboard.press('Control+Shift+Z');
  await author.saved();
  await page.reload();
  await author.row(parking).click();
  expect(await author.items()).toEqual(added);
  await page.getByText('来自题库“停车秩序”第 1 版').waitFor();
  await desk.leave();
}, 120_000);

test('a newer wording is told of in the outline with what it changes, taken when asked for, and undone', async () => {
  const [old, newer] = ['（例如不堆杂物、不拉线充电）？', '（例如不堆杂物）？'];
  const zhao = await signInOffice(office.origin, office.world.people.zhao);
  const title = '旧写法小调查';
  const body = { kind: 'questionnaire' as const, title, definition: { ...withOldWording, title } };
  await zhao.call(createQuestionnaire, { body });
  const desk = await office.sitDown('zhao');
  const { page } = desk;
  const author = new Author(desk);
  await desk.goTo('问卷');
  await page.getByRole('row', { name: title }).getByRole('link', { name: /保存$/ }).click();
  await author.outline.getByLabel('题库有新写法（第 2 版）').waitFor();
  expect((await author.items()).at(-1)).toContain(old);

  await author.row('您对楼道的畅通情况满意吗').click();
  const notice = page.getByRole('region', { name: '题库有新写法' });
  expect(await notice.getByText('题目文字改了').isVisible()).toBe(true);
  await notice.getByRole('button', { name: '换成新写法' }).click();
  await notice.waitFor({ state: 'hidden' });
  expect((await author.items()).at(-1)).toContain(newer);
  await page.getByRole('button', { name: '撤销' }).click();
  expect((await author.items()).at(-1)).toContain(old);
  await desk.leave();
}, 120_000);
