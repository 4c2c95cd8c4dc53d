/** The weekly progress sheet: a community fills it in and hands it in, corrects it, and its street rolls it up. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;

beforeAll(async () => {
  office = await openOffice();
}, 240_000);

afterAll(async () => {
  await office.close();
});

test('a sheet goes from the figures to the street’s file, and a correction stands on it', async () => {
  const community = await office.sitDown('zhou');
  await community.goTo('每周进度表');
  const { page } = community;
  // By keyboard: the sheet opens, and what the figures say is written down to begin with.
  const project = page.locator('.ant-table-row .ant-btn-link');
  await project.focus();
  await page.keyboard.press('Enter');
  const progress = page.getByLabel('本周进展');
  await progress.waitFor();
  expect(await progress.inputValue()).toMatch(
    /^本周走访 0 次，见到 0 户；累计有结果 0 \/ 10 户，还有 10 户。/,
  );
  await progress.fill('已张贴告知单，走访从下周开始。');
  await community.press('上报', community.dialog());
  await page.getByText('已张贴告知单，走访从下周开始。').waitFor();

  await project.click();
  await page.getByText('上报时的数字，以后不再变。').waitFor();
  await progress.fill('已张贴告知单 20 张。');
  await community.press('更正后再上报', community.dialog());
  await page.getByText('请填写').waitFor();
  await page.getByLabel('更正说明').fill('写明张数');
  await community.press('更正后再上报', community.dialog());
  await page.getByText('更正：写明张数').waitFor();
  await community.leave();

  const street = await office.sitDown('wang');
  await street.goTo('每周进度表');
  await street.page.getByText('应报 2 份').waitFor();
  await street.page.getByText('已张贴告知单 20 张。').waitFor();
  expect(await street.page.locator('.ant-table-row').count()).toBe(2);
  for (const [button, ends, begins] of [
    ['下载 PDF', '.pdf', '%PDF-'],
    ['下载 Excel', '.xlsx', 'PK'],
  ] as const) {
    const [file] = await Promise.all([street.page.waitForEvent('download'), street.press(button)]);
    expect(file.suggestedFilename()).toMatch(/^每周进度表 云溪街道 \d{4}-\d{2}-\d{2}/);
    expect(file.suggestedFilename().endsWith(ends)).toBe(true);
    expect((await readFile(await file.path())).subarray(0, begins.length).toString()).toBe(begins);
  }
  // The street reads a community’s sheet; it hands none in.
  await street.page.locator('.ant-table-row .ant-btn-link').first().click();
  await street.dialog().waitFor();
  expect(
    await street
      .dialog()
      .getByRole('button', { name: /上\s*报/ })
      .count(),
  ).toBe(0);
  await street.leave();
});
