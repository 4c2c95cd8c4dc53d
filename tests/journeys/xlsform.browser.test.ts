/** Forms of other systems: read in the office, put right, published by a second person, and answered on a tablet. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { listQuestionnaires, publishQuestionnaire, readDraft } from '@huhudao/protocol';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { parseWorkbook } from '../../apps/api/src/spreadsheets/hucre.ts';
import { typePin } from '../tablet/pin.ts';
import {
  openApp,
  openDoor,
  openStand,
  password,
  signInOnScreen,
  until,
  type Stand,
} from '../tablet/stand.ts';
import type { TestPerson } from '../../apps/api/src/testing/test-api.ts';
import { Author } from './desk/author.ts';
import { Desk } from './desk/desk.ts';
import { otherForms, workbookOf, type OtherForm } from './xlsforms.testing.ts';

let stand: Stand;
let browser: Browser;
let desk: Desk;
let second: TestPerson;

beforeAll(async () => {
  stand = await openStand();
  browser = await launchBrowser();
  const { api, street } = stand;
  const author = await api.person('chen', ['districtOffice', street.districtId]);
  second = await api.person('fang', ['districtOffice', street.districtId]);
  await api.givePassword(author, password);
  desk = await Desk.signIn(browser, new URL(stand.address).origin, { login: author.login, password });
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stand.close();
});

const rates = [
  ['知晓率题', '您知道社区在做这件事吗？', 'Do you know of it?'],
  ['参与率题', '您参加过吗？', 'Have you taken part?'],
  ['支持率题', '您支持吗？', 'Do you support it?'],
  ['满意率题', '您满意吗？', 'Are you satisfied?'],
] as const;

/** Chooses the file, reads what is told of it, and begins a draft that has the title of the form. */
async function importForm(form: OtherForm): Promise<Author> {
  await desk.goTo('问卷');
  await desk.press('新建');
  const dialog = desk.dialog();
  await desk.choose(dialog.getByLabel('从哪里开始'), '文件');
  await dialog.getByRole('button', { name: '开始编写', disabled: true }).waitFor();
  const buffer = Buffer.from(await workbookOf(form));
  const file = { name: `${form.title}.xlsx`, mimeType: 'application/octet-stream', buffer };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByText(/\d+ 处与原表不同/).waitFor();
  const told = await dialog.innerText();
  for (const words of form.told) expect(told.toLowerCase()).toContain(words.toLowerCase());
  expect(await dialog.getByLabel('标题').inputValue()).toBe(form.title);
  await desk.press('开始编写', dialog);
  await desk.page.getByRole('heading', { name: form.title }).waitFor();
  return new Author(desk);
}

/** What a form needs beside: the items that the rates come from. */
async function addRates(author: Author): Promise<void> {
  for (const [kind, chineseTitle, english] of rates) {
    await author.add(kind);
    await author.type(chineseTitle, english);
    await desk.page.getByRole('checkbox', { name: '由这道题算率' }).check();
  }
  await author.saved();
}

/** By somebody who did not write it; gives the hash of the version. */
async function publish(title: string): Promise<string> {
  const all = await second.call(listQuestionnaires, {});
  const { id } = must(
    all.find((one) => one.title.default === title),
    'the draft',
  );
  const params = { questionnaireId: id };
  const draft = await second.call(readDraft, { params });
  expect(draft.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const savedAt = must(draft.savedAt, 'a saved draft');
  return (await second.call(publishQuestionnaire, { params, body: { savedAt } })).hash;
}

const onward = '.sd-navigation__next-btn:visible, .sd-navigation__complete-btn:visible';

/** Answers whatever is asked, page after page, until there is nothing more. */
async function answerAll(page: Page): Promise<void> {
  while ((await page.getByRole('heading', { name: '请把平板交还给工作人员' }).count()) === 0) {
    for (let passes = 0; passes < 3; passes += 1)
      for (const question of await page.locator('.sd-question:visible').all()) await answer(question);
    const before = await page.locator('[data-name]').first().getAttribute('data-name');
    await page.locator(onward).first().click();
    await page.waitForFunction(
      (name) => document.querySelector('[data-name]')?.getAttribute('data-name') !== name,
      before,
    );
  }
}

type Question = ReturnType<Page['locator']>;

/** One that is answered stays as it is: an answer may have brought others to the screen. */
async function answer(question: Question): Promise<void> {
  if ((await question.locator('input:checked').count()) > 0) return;
  for (const row of await question.locator('tbody tr').all()) await row.locator('label').first().click();
  if ((await question.locator('tbody tr').count()) > 0) return;
  const number = question.locator('input[type=number]');
  if ((await number.count()) > 0) return number.fill('1');
  const day = question.locator('input[type=date]');
  if ((await day.count()) > 0) return day.fill('2026-11-20');
  const text = question.locator('input[type=text]:visible, textarea:visible');
  if ((await text.count()) > 0) return text.first().fill('三楼');
  const labels = question.locator('.sd-selectbase__label, .sd-rating__item, .sd-boolean__label');
  // The last choice leads to what is asked under a condition.
  if ((await labels.count()) > 0) return labels.last().click();
}

test.each(otherForms)(
  '$title: what it cannot have here is told, the rest is asked at a door',
  async (form) => {
    const author = await importForm(form);
    expect(await author.items()).toHaveLength(form.items);
    await addRates(author);
    const hash = await publish(form.title);

    const { street, api } = stand;
    await street.openRound(`${form.title}走访`, 'measurement', hash);
    const screen = { viewport: { width: 1280, height: 800 }, hasTouch: true };
    const context = await browser.newContext({ ...chinese, ...screen });
    const page = await openApp(context, stand);
    await signInOnScreen(page, stand);
    const option = page.getByLabel('轮次').locator('option').filter({ hasText: form.title });
    await page.getByLabel('轮次').selectOption(must(await option.getAttribute('value'), 'the round'));
    await openDoor(page, '502');
    await page.getByRole('link', { name: /开始走访/ }).click();
    await page.getByRole('button', { name: '居民愿意谈' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('保密', { exact: true }).click();
    await page.getByRole('button', { name: '同意，开始' }).click();
    await page.locator('.sd-question:visible').first().waitFor();
    await answerAll(page);
    await typePin(page);
    await page.getByRole('heading', { name: '走访记录' }).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '保存走访' }).click();
    const responses = await until(
      () => api.sql<{ answers: object; complete: boolean }[]>`
      select answers, complete from response where version_hash = ${hash}`,
      (rows) => rows.length > 0,
    );
    expect(responses).toEqual([{ answers: expect.anything(), complete: true }]);
    expect(Object.keys(must(responses[0], 'a response').answers).length).toBeGreaterThanOrEqual(form.items);
    await context.close();
  },
  240_000,
);

test('a version goes out as XLSForm, with a sheet of what that cannot say', async () => {
  await desk.goTo('问卷');
  const row = desk.page.getByRole('row', { name: must(otherForms[0], 'a form').title });
  await row.getByRole('link', { name: /第 1 版/ }).click();
  const downloading = desk.page.waitForEvent('download');
  await desk.press('下载 XLSForm');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('垃圾分类情况 1 XLSForm.xlsx');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  const sheets = await parseWorkbook(new Uint8Array(Buffer.concat(chunks)), 'Z200');
  expect(sheets.map(({ name }) => name)).toEqual(['survey', 'choices', 'settings', 'notes']);
  expect(JSON.stringify(sheets[0]?.rows)).toContain("${sorts} = 'no'");
});

test('a file that is no form is refused in words, and nothing is begun', async () => {
  await desk.goTo('问卷');
  await desk.press('新建');
  const dialog = desk.dialog();
  await desk.choose(dialog.getByLabel('从哪里开始'), '文件');
  const choose = (name: string, text: string) =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  await choose('表.xlsx', '%PDF-1.7');
  await dialog.getByText('这不是 Excel').waitFor();
  await choose('表.json', '{');
  await dialog.getByText('不是有效的 JSON').waitFor();
  await dialog.getByRole('button', { name: '开始编写', disabled: true }).waitFor();
});
