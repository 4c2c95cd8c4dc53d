/** Before anybody works with it: the first start, the certificate, and signing in. */
import { must } from '@huhudao/domain';
import { locales } from '@huhudao/protocol';
import { demoPassword } from '../../apps/api/src/demo/demo-people.ts';
import { choosePin, typePin } from '../tablet/pin.ts';
import { Camera, type Size } from './camera.ts';
import type { Product } from './demonstration.ts';
import { press } from './press.ts';
import type { Session } from './session.ts';
import { sendSignIn } from './sign-in.ts';
import { tabletSizes } from './tablet.screens.ts';

const desk: Size = { width: 1440, height: 900 };
const laptop: Size = { width: 1366, height: 768 };
const deskSizes = [desk, laptop];
/** A name that is not localhost, which the browser takes for this machine. */
export const foreignName = 'huhudao.test';

/** The pages of a product that nobody has set up; the last of them fills it. */
export async function takeFirstStart(session: Session, empty: Product): Promise<void> {
  if (session.wants('tablet/insecure')) await takeInsecure(session, empty);
  if (!session.wants('start')) return;
  const token = must(
    empty.said.map((line) => /\/setup\?token=([\w-]+)/.exec(line)?.[1]).find((one) => one !== undefined),
    'the one-time link',
  );
  for (const locale of session.locales) {
    const camera = await Camera.open(session.browser, { app: 'start', locale, theme: 'light' }, desk);
    camera.troubles.expected = /40[13]/;
    await camera.picture(session, 'welcome', deskSizes, async (page) => {
      await page.goto(empty.origin);
      await page.locator('.start-choices').waitFor();
    });
    await camera.picture(session, 'set-up', deskSizes, async (page) => {
      await page.goto(`${empty.origin}/setup?token=${token}`);
      await page.locator('input[autocomplete="username"]').waitFor();
    });
    await camera.picture(session, 'set-up-incomplete', deskSizes, async (page) => {
      await page.locator('button[type="submit"]').click();
      await page.locator('.ant-form-item-explain-error').first().waitFor();
    });
    await camera.close();
  }
  await takeInstallPage(session, empty);
  await takeFilling(session, empty);
}

/** It speaks both languages at once. */
async function takeInstallPage(session: Session, empty: Product): Promise<void> {
  const size = must(tabletSizes[0], 'a size');
  const camera = await Camera.open(session.browser, { app: 'start', locale: 'zh-CN', theme: 'light' }, size);
  await camera.picture(session, 'install', tabletSizes, async (page) => {
    await page.goto(`${empty.origin}/install`);
  });
  await camera.close();
}

/** Over plain HTTP the tablet app keeps nothing and leads to the certificate. */
async function takeInsecure(session: Session, empty: Product): Promise<void> {
  const port = new URL(empty.origin).port;
  const size = must(tabletSizes[0], 'a size');
  for (const locale of session.locales) {
    const tablet = await Camera.open(session.browser, { app: 'tablet', locale, theme: 'light' }, size);
    // The browser says itself that the address is not to be trusted.
    tablet.troubles.expected = /Cross-Origin-Opener-Policy/;
    await tablet.picture(session, 'insecure', tabletSizes, async (page) => {
      await page.goto(`http://${foreignName}:${port}/tablet/`);
      await page.locator('a[href="/install"]').waitFor();
    });
    await tablet.close();
  }
}

async function takeFilling(session: Session, empty: Product): Promise<void> {
  if (!session.isWanted('start/filling')) return;
  const camera = await Camera.open(session.browser, { app: 'start', locale: 'zh-CN', theme: 'light' }, desk);
  await camera.picture(
    session,
    'filling',
    deskSizes,
    async (page) => {
      await page.goto(empty.origin);
      await press(page, '生成演示数据');
      await page.getByRole('progressbar').waitFor();
    },
    true,
  );
  await camera.close();
}

/** Signing in, in both apps: right, wrong, and for the first time. */
export async function takeSignIn(session: Session): Promise<void> {
  for (const locale of session.locales) {
    const office = await Camera.open(session.browser, { app: 'office', locale, theme: 'light' }, desk);
    office.troubles.expected = /401/;
    await office.picture(session, 'sign-in', deskSizes, async (page) => {
      await page.goto(session.origin);
      await page.locator('input[type="password"]').waitFor();
    });
    await office.picture(session, 'sign-in-wrong', deskSizes, async (page) => {
      await sendSignIn(page, { login: 'jieban', password: 'not-the-password' });
      await page.locator('.ant-alert').waitFor();
    });
    await office.picture(session, 'sign-in-new-password', deskSizes, async (page) => {
      await sendSignIn(page, session.places.newcomer);
      await page.locator('input[autocomplete="new-password"]').first().waitFor();
    });
    await office.close();
    for (const size of tabletSizes) await takeTabletSignIn(session, locale, size);
  }
}

async function takeTabletSignIn(
  session: Session,
  locale: (typeof locales)[number],
  size: Size,
): Promise<void> {
  const tablet = await Camera.open(session.browser, { app: 'tablet', locale, theme: 'light' }, size);
  tablet.troubles.expected = /401|403|ERR_FAILED/;
  await tablet.picture(session, 'sign-in', [size], async (page) => {
    await page.goto(`${session.origin}/tablet/`);
    await page.locator('input[type="password"]').waitFor();
  });
  await tablet.picture(session, 'sign-in-wrong', [size], async (page) => {
    await sendSignIn(page, { login: 'wangge', password: 'not-the-password' });
    await page.getByRole('alert').first().waitFor();
  });
  await tablet.picture(session, 'sign-in-new-password', [size], async (page) => {
    await sendSignIn(page, session.places.newcomer);
    await page.locator('input[autocomplete="new-password"]').first().waitFor();
  });
  await tablet.picture(session, 'sign-in-pin', [size], async (page) => {
    await page.goto(`${session.origin}/tablet/`);
    await sendSignIn(page, { login: 'wangge', password: demoPassword });
    await typePin(page, '123456');
    await page.getByText(/太容易猜到|too easy to guess/).waitFor();
  });
  await tablet.picture(session, 'first-pull-failed', [size], async (page) => {
    await page.context().route('**/api/sync/pull?*', async (route) => await route.abort());
    await page.goto(`${session.origin}/tablet/`);
    await sendSignIn(page, { login: 'wangge', password: demoPassword });
    await choosePin(page);
    await page.getByRole('progressbar').waitFor();
  });
  await tablet.close();
}
