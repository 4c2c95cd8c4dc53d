/** The office pages for everybody who works at a desk: reachable, readable, and nothing but our own. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinese } from '@huhudao/testkit/browser';
import type { OfficeWorld } from './office-world.ts';
import { openOffice, type OpenOffice } from './open-office.ts';

let office: OpenOffice;

beforeAll(async () => {
  office = await openOffice();
}, 240_000);

afterAll(async () => {
  await office.close();
});

type Login = keyof OfficeWorld['people'];

/** A desk, and everything that went wrong on it. It begins every page in Chinese. */
async function sitDown(): Promise<{ page: Page; wrongs: string[] }> {
  const context = await office.browser.newContext({ ...chinese, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) wrongs.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') wrongs.push(request.url());
  });
  await page.addInitScript(() => localStorage.setItem('huhudao.locale', 'zh-CN'));
  return { page, wrongs };
}

const at = (path: string): string => `${office.origin}${path}`;

async function signIn(page: Page, login: Login): Promise<void> {
  await page.getByLabel('用户名').fill(office.world.people[login].login);
  await page.getByLabel('密码', { exact: true }).fill(office.world.people[login].password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Every page each of them has, and one part of it that shows it is drawn. */
function pagesOf(): { login: Login; paths: string[] }[] {
  const [community = ''] = office.world.communityIds;
  const round = `/rounds/${office.world.roundId}`;
  return [
    { login: 'lin', paths: ['/people', '/people?tab=areas', '/people?tab=devices', '/people?tab=system'] },
    {
      login: 'wang',
      paths: [
        '/',
        '/?purpose=coverage',
        `/communities/${community}`,
        '/compare',
        '/compare?tab=rounds&purpose=coverage',
        '/compare?tab=trends&purpose=coverage',
        '/methods?purpose=coverage',
        '/households',
        '/households?view=grid',
        '/households?view=proposals',
        '/imports',
        `/imports/${office.world.importId}`,
        '/rounds',
        '/rounds/new',
        round,
        `${round}?community=${community}`,
        `${round}?community=${community}&list=stairwells`,
        `${round}?tab=pace`,
        `${round}?tab=outcomes`,
        `${round}?tab=stuck`,
        `${round}?tab=plans`,
        `${round}?tab=details`,
        '/questionnaires',
        '/revisits',
        '/issues',
        '/visits',
        '/quarantine',
        '/people',
        '/people?tab=teams',
        '/stewards',
        '/stewards?state=missing',
      ],
    },
    { login: 'zhou', paths: ['/', '/revisits', '/households'] },
    {
      login: 'zhao',
      paths: ['/rounds/new', '/questionnaires/00000000-0000-7000-8000-000000000008', '/revisits/rules'],
    },
    { login: 'shen', paths: ['/audit', '/questionnaires'] },
  ];
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** Until nothing is being read any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[role=status] .ant-skeleton') === null);
}

describe('every page of the office', () => {
  test('is accessible in both languages, breaks nothing and asks nobody else', async () => {
    const found: string[] = [];
    for (const { login, paths } of pagesOf()) {
      const { page, wrongs } = await sitDown();
      await page.goto(at('/'));
      await signIn(page, login);
      await page.getByRole('navigation', { name: '主菜单' }).waitFor();
      for (const path of paths) {
        await page.goto(at(path));
        await settle(page);
        const chinese = await violationsOn(page);
        await page.getByText('English', { exact: true }).first().click();
        await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
        const all = [...chinese, ...(await violationsOn(page)), ...wrongs.splice(0)];
        found.push(...all.map((what) => `${login} ${path} ${what}`));
      }
      await page.context().close();
    }
    expect(found).toEqual([]);
  });

  test('shows only what the role can use', async () => {
    const menuOf = async (login: Login): Promise<string[]> => {
      const { page } = await sitDown();
      await page.goto(at('/'));
      await signIn(page, login);
      const menu = page.getByRole('navigation', { name: '主菜单' });
      await menu.waitFor();
      const entries = await menu.getByRole('link').allInnerTexts();
      await page.context().close();
      return entries;
    };
    expect(await menuOf('shen')).toEqual(['问卷', '审计']);
    expect(await menuOf('lin')).toEqual(['导入', '人员与设备']);
    expect(await menuOf('zhao')).toEqual(['总览', '社区', '对比', '方法', '轮次', '问卷', '再走访', '问题']);
    expect(await menuOf('zhou')).not.toContain('导入');
  });
});

describe('coming in', () => {
  test('leads back to the page and the filters that were asked for, and so does a reload', async () => {
    const { page } = await sitDown();
    const asked = at(`/households?area=${office.world.communityIds[1]}&occupancy=occupied&view=table`);
    await page.goto(asked);
    await signIn(page, 'wang');
    await page.getByText('桥东里').first().waitFor();
    expect(page.url()).toBe(asked);
    expect(await page.getByText('柳荫苑').count()).toBe(0);
    await page.reload();
    await page.getByText('桥东里').first().waitFor();
    expect(await page.getByText('柳荫苑').count()).toBe(0);
    await page.context().close();
  });

  test('without a role at the desk leads to the tablet app', async () => {
    const { page } = await sitDown();
    await page.goto(at('/'));
    await signIn(page, 'li');
    const link = page.getByRole('link', { name: '打开平板端' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('/tablet/');
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('a session that ended elsewhere asks to sign in, and the page comes back', async () => {
    const { page } = await sitDown();
    await page.goto(at('/rounds'));
    await signIn(page, 'wang');
    await page.getByRole('link', { name: '11月普遍走访' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: '住户' }).click();
    await page.getByLabel('用户名').waitFor();
    await signIn(page, 'wang');
    await page.getByRole('heading', { name: '住户', level: 1 }).waitFor();
    await page.context().close();
  });
});

describe('the keyboard', () => {
  test('corrects a household from the sign-in to the saved note', async () => {
    const { page } = await sitDown();
    await page.goto(at('/households'));
    const { login, password } = office.world.people.wang;
    await page.getByLabel('用户名').waitFor();
    await page.keyboard.type(login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    const door = page.getByRole('button', { name: '柳荫苑 1栋 1单元 101' });
    await door.waitFor();
    await tabTo(page, '柳荫苑 1栋 1单元 101');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, '走访经过');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await tabTo(page, '备注');
    await page.keyboard.type('门铃坏了');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('已保存').waitFor();
    await page.getByText('门铃坏了').waitFor();
    await page.context().close();
  });
});

/** Presses Tab until what has the focus bears the name, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? element.labels?.[0]?.textContent
          : null;
      return label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    // antd says before the name of a tab which of how many it is.
    if (here.endsWith(name)) return;
  }
  throw new Error(`${name} cannot be reached with Tab`);
}
