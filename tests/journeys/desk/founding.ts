/** What the offices do on their pages, step by step as the screens lead. */
import type { Browser } from 'playwright-core';
import { Desk } from './desk.ts';
import { passwordOf, type Credentials } from '../office-user.ts';

/** The first administrator, by the one-time link of the terminal. */
export async function setUpDistrict(
  browser: Browser,
  link: string,
  administrator: { login: string; name: string; districtName: string },
): Promise<Desk> {
  const { login, name, districtName } = administrator;
  const desk = await Desk.open(browser, link);
  const { page } = desk;
  await page.getByLabel('区县名称').fill(districtName);
  await page.getByLabel('您的姓名').fill(name);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('新密码', { exact: true }).fill(passwordOf(login));
  await page.getByLabel('再输一遍密码').fill(passwordOf(login));
  await desk.press('建立');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return desk;
}

export async function addStreet(desk: Desk, name: string): Promise<void> {
  const { page } = desk;
  await desk.goTo('人员与设备');
  await page.getByRole('tab', { name: '区划' }).click();
  await desk.press('添加街道');
  await desk.dialog().getByLabel('名称').fill(name);
  await desk.press('保存', desk.dialog());
  await page.getByRole('treeitem', { name }).waitFor();
}

/** Adds a person on the page, and has them choose a password at a desk of their own. */
export async function addPersonAtDesk(
  browser: Browser,
  desk: Desk,
  person: { login: string; name: string; role: string; area: string },
): Promise<Credentials> {
  const { page } = desk;
  await desk.goTo('人员与设备');
  await page.getByRole('tab', { name: '人员' }).click();
  await desk.press('添加人员');
  const drawer = desk.dialog();
  await drawer.getByLabel('姓名').fill(person.name);
  await drawer.getByLabel('用户名').fill(person.login);
  await desk.choose(drawer.getByLabel('角色', { exact: true }), person.role);
  await desk.choose(drawer.getByLabel('区划', { exact: true }), person.area);
  await desk.press('添加人员', drawer);
  const initial = await drawer.locator('code').innerText();
  await page.keyboard.press('Escape');
  const newcomer = await Desk.signIn(browser, new URL(page.url()).origin, {
    login: person.login,
    password: initial.trim(),
  });
  const credentials = await newcomer.choosePassword(person.login, initial.trim());
  await newcomer.leave();
  return credentials;
}

/** Uploads a roster, looks at the preview and takes the good rows over. Returns what the page says came of it. */
export async function importRoster(desk: Desk, file: string, rows: string): Promise<string> {
  const { page } = desk;
  await desk.goTo('导入');
  await page.locator('input[type=file]').setInputFiles(file);
  await desk.press(`导入这 ${rows} 行`);
  const done = page.getByRole('alert').filter({ hasText: '新增' });
  await done.waitFor();
  return done.innerText();
}
