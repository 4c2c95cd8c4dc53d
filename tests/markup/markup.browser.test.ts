/**
 * Whatever people name or write down is shown as the text it is: on the pages of the office, on the screens of the
 * tablet, in the preview of a form. No script of theirs runs, no element of theirs appears, and nothing was left to
 * the content security policy to stop.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { chinese, launchBrowser } from '@huhudao/testkit/browser';
import { listenHttp } from '../../apps/api/src/system/listen.ts';
import type { TestPerson } from '../../apps/api/src/testing/test-api.ts';
import { Phones } from '../../apps/api/src/tickets/phones.testing.ts';
import { buildApps } from '../../tools/lib/build-apps.ts';
import { until } from '../tablet/stand.ts';
import { markup, openMarkupWorld, password, writings, type MarkupWorld } from './markup-world.ts';
import { choosePin, unlock } from '../tablet/pin.ts';

let world: MarkupWorld;
let browser: Browser;
let origin: string;
let close: () => Promise<void>;

beforeAll(async () => {
  await buildApps();
  world = await openMarkupWorld();
  const http = await listenHttp(world.api.app, '127.0.0.1', 0);
  origin = `http://localhost:${http.port}`;
  close = http.close;
  browser = await launchBrowser();
}, 240_000);

afterAll(async () => {
  await browser.close();
  await close();
  await world.api.stop();
});

/** What must be readable on a page; each is the name of a text of `markup-world.ts`. */
type Readable = readonly string[];

/** A window in which every harm is noted, whenever it happens. */
async function openWindow(width: number, height: number, person?: TestPerson) {
  const context = await browser.newContext({ ...chinese, viewport: { width, height } });
  if (person !== undefined) await signInBy(context, person);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const harms: string[] = [];
  page.on('dialog', (dialog) => {
    harms.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    if (hostname !== 'localhost' || pathname.endsWith('/x')) harms.push(`a request: ${request.url()}`);
  });
  await page.exposeFunction('harm', (what: string) => harms.push(what));
  await page.addInitScript(watchForHarm);
  return { page, harms, close: () => context.close() };
}

async function signInBy(context: BrowserContext, person: TestPerson): Promise<void> {
  const [name = '', value = ''] = String(person.transport.headers?.()['Cookie']).split('=');
  await context.addCookies([{ name, value, url: origin }]);
}

/** In the page, before anything of ours. */
function watchForHarm(): void {
  const { harm } = globalThis as unknown as { harm: (what: string) => void };
  Object.assign(globalThis, { hit: () => harm('a script of theirs ran') });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // A library asks once whether it may compile checks, and is told no: that is ours, and no harm.
    if (blockedURI !== 'eval') harm(`left to the policy: ${violatedDirective} ${blockedURI}`);
  });
  const theirs = 'img[src="x" i], s, [onerror], iframe, object, base, script:not([src])';
  new MutationObserver(() => {
    const found = document.querySelector(theirs);
    if (found !== null) harm(`an element of theirs: ${found.outerHTML.slice(0, 80)}`);
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/** Waits until every text can be read on the page, in its fields included, as it was written. */
async function shows(page: Page, labels: Readable): Promise<void> {
  const wanted = labels.map((label) => writings.map((write) => write(label).toLowerCase()));
  const missing = (texts: string[][]): string[] => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    const shown = [document.body.innerText, ...fields.map(({ value }) => value)].join('\n').toLowerCase();
    return texts.filter((ways) => !ways.some((way) => shown.includes(way))).map(([way = '']) => way);
  };
  const left = await until(
    () => page.evaluate(missing, wanted),
    (texts) => texts.length === 0,
  );
  expect(left, page.url()).toEqual([]);
}

/** To another page of the app that is open, as a link would lead. */
async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path);
}

function officePages(): [path: string, readable: Readable][] {
  const { liuyin } = world.street.communities;
  const { forms, importId, roundId } = world;
  const round = `/rounds/${roundId}`;
  return [
    ['/?purpose=coverage', ['street', 'round', 'community']],
    [`/communities/${liuyin}?purpose=coverage`, ['community', 'round']],
    ['/households?view=grid', ['community', 'newCommunity']],
    ['/imports', ['file']],
    [`/imports/${importId}`, ['file', 'occ', 'resident', 'rosterNote']],
    ['/rounds', ['round']],
    [`${round}?community=${liuyin}&list=stairwells`, ['round', 'team']],
    [`${round}?tab=details`, ['statement', 'material', 'questionnaireTitle', 'visitFormTitle']],
    ['/questionnaires', ['questionnaireTitle', 'visitFormTitle']],
    [`/questionnaires/versions/${forms.visitForm}`, ['visitFormTitle', 'visitFormPage', 'visitFormHint']],
    ['/issues', ['issueNote', 'round', 'zhao']],
    ['/quarantine', ['zhao']],
    ['/people', ['li', 'zhao']],
    ['/people?tab=teams', ['team', 'zhao']],
    ['/people?tab=areas', ['street', 'community', 'newCommunity', 'grid']],
    ['/people?tab=devices', ['device']],
    ['/audit', ['zhao']],
  ];
}

test('on the pages of the office', async () => {
  const { streetId } = world.street;
  const desk = await world.api.person(
    'desk',
    ['streetOffice', streetId],
    ['administrator', streetId],
    ['auditor', streetId],
  );
  const { page, harms, close: leave } = await openWindow(1440, 900, desk);
  await page.goto(origin);
  await shows(page, ['street']);
  for (const [path, readable] of officePages()) {
    await turnTo(page, path);
    await shows(page, readable);
  }
  await turnTo(page, '/households');
  await shows(page, ['community', 'newCommunity', 'compound', 'b1', 's1', 'resident', 'note', 'rosterNote']);
  await page.getByRole('button', { name: '柳苑 1栋 1单元 101', exact: true }).click();
  await shows(page, ['caution']);
  await page.getByRole('tab', { name: '实名答卷' }).click();
  await page.getByLabel('查看理由').fill(markup('reason'));
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await shows(page, ['answer', 'questionnaireQuestion', 'questionnaire-know']);
  await turnTo(page, '/visits');
  await shows(page, ['round', 'zhao', 'team']);
  await page.getByRole('button', { name: '展开行' }).first().click();
  await shows(page, ['visitNote', 'amendment']);
  await turnTo(page, '/revisits');
  await page.getByRole('button', { name: /柳苑/ }).click();
  await shows(page, ['revisitNote', 'cause', 'explanation', 'promise']);
  await turnTo(page, `/rounds/${world.roundId}?tab=plans`);
  await page.getByText('列表', { exact: true }).click();
  await shows(page, ['planNote', 'team']);
  await chooseAndSave(page);
  expect(harms).toEqual([]);
  await leave();
});

/** The tree of places by a search, and places saved under a name. */
async function chooseAndSave(page: Page): Promise<void> {
  await turnTo(page, '/rounds/new');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('查找网格、楼栋或单元').fill('s1');
  await shows(page, ['newCommunity', 'compound', 'b1', 's1']);
  await page.getByRole('treeitem', { name: 's1' }).last().click();
  await page.getByRole('button', { name: '已存的范围' }).click();
  await page.getByLabel('把现在的选择存为').fill(markup('selection'));
  await page.getByRole('button', { name: /^存\s*下$/ }).click();
  await shows(page, ['selection', 'newCommunity']);
}

test('in the preview of a form; a draft that is no form of ours is not drawn at all', async () => {
  const { forms, street } = world;
  const hall = await world.api.person('hall', ['districtOffice', street.districtId]);
  const { page, harms, close: leave } = await openWindow(1440, 900, hall);
  await page.goto(`${origin}/questionnaires/versions/${forms.questionnaire}`);
  await page.locator('.sd-question').first().waitFor();
  await shows(page, ['questionnaireTitle', 'questionnairePage', 'questionnaireQuestion', 'questionnaireHint', 'questionnaire-know']); // prettier-ignore
  await turnTo(page, `/questionnaires/${forms.draftId}`);
  await page.getByRole('tab', { name: '预览' }).click();
  await page.getByText('暂时无法预览，请先改正定义。').waitFor();
  expect(await page.locator('.sd-question').count()).toBe(0);
  expect(harms).toEqual([]);
  await leave();
});

test('on the screens of the tablet', async () => {
  const { page, harms, close: leave } = await openWindow(1280, 800);
  const address = `${origin}/tablet/`;
  await page.goto(address);
  await page.getByLabel('用户名').fill(world.street.people.zhao.login);
  await page.getByLabel('密码').fill(password);
  await page.getByLabel('平板名称').fill(markup('tablet'));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await choosePin(page);
  await page.getByRole('navigation').waitFor();
  for (const [screen, readable] of [
    ['settings', ['zhao']],
    ['', ['round']],
  ] as const) {
    // prettier-ignore
    await page.goto(`${address}${screen}`);
    await unlock(page);
    await shows(page, readable);
  }
  await page.getByRole('link', { name: '排班' }).click();
  await shows(page, ['team']);
  await page.getByRole('button', { name: /^10:00–11:00/ }).click();
  await shows(page, ['planNote']);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '今日' }).click();
  await page.getByRole('link', { name: /柳苑1栋1单元/ }).click();
  await page.getByRole('button', { name: /^101/ }).click();
  await shows(page, ['caution', 'issueNote']);
  await page.getByRole('link', { name: /开始走访|继续走访/ }).click();
  await shows(page, ['statement', 'material']);
  await page.getByRole('button', { name: '居民愿意谈' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('保密', { exact: true }).click();
  await page.getByRole('button', { name: '同意，开始' }).click();
  await shows(page, [
    'questionnairePage',
    'questionnaireQuestion',
    'questionnaireHint',
    'questionnaire-know',
  ]);
  expect(harms).toEqual([]);
  await leave();
});

test('on the page on a resident’s own phone', async () => {
  const { page, harms, close: leave } = await openWindow(360, 640);
  const { api, street, roundId } = world;
  const phones = new Phones(api, street, await api.tablet(street.people.zhao));
  const door = must(street.doors.liuyin.at(-1), 'a door');
  await page.goto(await phones.link(origin, await phones.ticket(roundId), door));
  await shows(page, ['street', 'community', 'statement']);
  await page.getByText('匿名', { exact: true }).click();
  await page.getByRole('button', { name: '同意，开始' }).click();
  await shows(page, [
    'questionnairePage',
    'questionnaireQuestion',
    'questionnaireHint',
    'questionnaire-know',
  ]);
  expect(harms).toEqual([]);
  await leave();
});

test('and would be noticed if one page drew it: the element, and what only the policy stops', async () => {
  const { page, harms, close: leave } = await openWindow(800, 600);
  await page.goto(origin);
  await page.locator('form').waitFor();
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), markup('drawn'));
  await until(
    async () => harms.map((one) => one.slice(0, 12)),
    (noticed) => noticed.includes('an element o') && noticed.includes('left to the '),
  );
  expect(harms.join('\n')).toMatch(/an element of theirs: <img/);
  expect(harms.join('\n')).toMatch(/left to the policy: script-src/);
  await leave();
});
