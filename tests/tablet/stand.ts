/** The tablet app before a real API with one street: 柳荫社区, two stairwells, a measurement round that is open. */
import type { BrowserContext, Page } from 'playwright-core';
import { buildTestStreet } from '../../apps/api/src/testing/test-street.ts';
import { startTestApi } from '../../apps/api/src/testing/test-api.ts';
import { listenHttp } from '../../apps/api/src/system/listen.ts';
import { mountStaticFiles, type BuiltApp } from '../../apps/api/src/system/static-files.ts';
import { buildApps } from '../../tools/lib/build-apps.ts';
import { choosePin, typePin, unlock } from './pin.ts';

export type Stand = Awaited<ReturnType<typeof openStand>>;

/** Of everybody who signs in on a tablet. */
export const password = 'along-the-river';

/** Where the app is, and who signs in. */
export type Place = Pick<Stand, 'address' | 'login'>;

/** `apps`: what is served in place of the apps as they were built. */
export async function openStand(apps?: readonly BuiltApp[]) {
  await buildApps();
  const api = await startTestApi(new Date().toISOString());
  // The browser's clock runs; so must the server's.
  Object.defineProperty(api.clock, 'now', { get: () => new Date() });
  const street = await buildTestStreet(api);
  const { li, zhao } = street.people;
  for (const person of [li, zhao]) await api.givePassword(person, password);
  mountStaticFiles(api.app, () => undefined, apps);
  let http = await listenHttp(api.app, '127.0.0.1', 0);
  const { port } = http;
  return {
    api,
    street,
    address: `http://localhost:${port}/tablet/`,
    login: li.login,
    /** A colleague of the same team. */
    otherLogin: zhao.login,
    /** The server goes away, and comes back at the same place: nothing at all gets through in between. */
    goAway: () => http.close(),
    comeBack: async () => {
      http = await listenHttp(api.app, '127.0.0.1', port);
    },
    close: async () => {
      await http.close();
      await api.stop();
    },
  };
}

const words = {
  'zh-CN': { fields: ['用户名', '密码', '平板名称'], submit: '登录', menu: '主要页面' },
  en: { fields: ['User name', 'Password', 'Name of this tablet'], submit: 'Sign in', menu: 'Main pages' },
} as const;
type Language = keyof typeof words;

/** Fills in the form and sends it. */
export async function sendSignIn(
  page: Page,
  stand: Pick<Place, 'login'>,
  language: Language = 'zh-CN',
  login = stand.login,
): Promise<void> {
  const { fields, submit } = words[language];
  const values = [login, password, '柳荫社区 2号平板'];
  for (const [index, label] of fields.entries()) await page.getByLabel(label).fill(values[index] ?? '');
  await page.getByRole('button', { name: submit, exact: true }).click();
}

/** The first time on a tablet: chooses a PIN; resolves when the first pull is on the screen and the app is stored. */
export async function enterFirst(page: Page, language: Language = 'zh-CN'): Promise<void> {
  await choosePin(page);
  await page.getByRole('navigation', { name: words[language].menu }).waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Signs in on the screen for the first time; resolves when the first pull is on it and the app is stored. */
export async function signInOnScreen(
  page: Page,
  stand: Pick<Place, 'login'>,
  language: Language = 'zh-CN',
): Promise<void> {
  await sendSignIn(page, stand, language);
  await enterFirst(page, language);
}

/** The page of a profile that was opened anew. */
export async function openApp(context: BrowserContext, stand: Pick<Place, 'address'>): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(stand.address);
  return page;
}

/** The same, where somebody works on the tablet already: by their PIN. */
export async function openLocked(context: BrowserContext, stand: Pick<Place, 'address'>): Promise<Page> {
  const page = await openApp(context, stand);
  await unlock(page);
  await page.getByRole('navigation').waitFor();
  return page;
}

/** Opens a door from Today, of the first stairwell where none is named. */
export async function openDoor(page: Page, room: string, stairwell = '柳苑1栋1单元'): Promise<void> {
  await page.getByRole('link', { name: new RegExp(stairwell) }).click();
  await page.getByRole('button', { name: new RegExp(`^${room}`) }).click();
  await page.getByRole('heading', { name: new RegExp(room) }).waitFor();
}

/** From the first word to the first question: nobody else there, the resident holds the tablet. */
export async function beginQuestions(page: Page, mode: '匿名' | '保密' | '实名，欢迎回访'): Promise<void> {
  await page.getByRole('link', { name: /开始走访|继续走访/ }).click();
  await page.getByRole('button', { name: '居民愿意谈' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText(mode, { exact: true }).click();
  await page.getByRole('button', { name: '同意，开始' }).click();
  await page.getByRole('radio', { name: '听说过，不了解' }).waitFor({ state: 'attached' });
}

/** Lets what was answered count, gives the tablet back, and saves the visit. */
export async function stopAndSave(page: Page): Promise<void> {
  await page.getByRole('button', { name: '停下' }).click();
  await page.getByRole('button', { name: /到此为止/ }).click();
  await typePin(page);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '保存走访' }).click();
  await page
    .getByText(/已存在平板上/)
    .last()
    .waitFor();
}

/** Asks again until the answer is the one hoped for: something happens on the other side. */
export async function until<T>(ask: () => Promise<T>, done: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (done(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
