/** Stewards at the desk of a street: appointed, handed over, the vacancies seen, the notice board printed. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, signInOffice } from './office-user.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;

beforeAll(async () => {
  office = await openOffice();
  const administrator = await signInOffice(office.origin, office.world.people.lin);
  const [areaId = ''] = office.world.communityIds;
  const grant = { role: 'buildingHead' as const, areaId };
  await addPerson(office.origin, administrator, { login: 'chen', name: '陈桂英' }, grant);
  await addPerson(office.origin, administrator, { login: 'heping', name: '何平' }, grant);
}, 240_000);

afterAll(async () => {
  await office.close();
});

test('a building head is appointed, hands over, is missing nowhere and stands on the printed notice board', async () => {
  const desk = await office.sitDown('wang');
  const { page } = desk;
  await desk.goTo('楼长与公示牌');
  await page.getByRole('button', { name: '缺 2 / 共 2' }).first().click();
  const vacant = page.getByRole('button', { name: '柳荫苑 1栋 1单元', exact: true });
  await vacant.click();
  await desk.press('任命', desk.dialog());
  await desk.choose(page.getByLabel('任职人'), '陈桂英');
  await page
    .getByRole('dialog', { name: '任命单元长' })
    .getByRole('button', { name: /^任\s*命$/ })
    .click();
  await page.getByText('陈桂英').first().waitFor();
  await page.getByRole('button', { name: '缺 1 / 共 2' }).waitFor();

  await desk.press('交接', page.locator('.ant-drawer'));
  await desk.choose(page.getByLabel('任职人'), '何平');
  await page
    .getByRole('dialog', { name: '交接给下一任' })
    .getByRole('button', { name: /^交\s*接$/ })
    .click();
  await page.locator('.ant-drawer').getByText('已结束').waitFor();
  expect(await page.locator('.ant-drawer strong').innerText()).toBe('何平');

  const [file] = await Promise.all([page.waitForEvent('download'), desk.press('A4 公示牌')]);
  expect(file.suggestedFilename()).toBe('公示牌 柳荫苑 1栋 1单元 A4.pdf');
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await desk.leave();
});
