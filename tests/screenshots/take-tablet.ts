import type { Page } from 'playwright-core';
import { must } from '@huhudao/domain';
import { demoPassword } from '../../apps/api/src/demo/demo-people.ts';
import { choosePin } from '../tablet/pin.ts';
import { Camera, type Look, type Size } from './camera.ts';
import type { Session } from './session.ts';
import { sendSignIn } from './sign-in.ts';
import { headScreens } from './head.screens.ts';
import { tabletSizes, workerScreens, type TabletScreen } from './tablet.screens.ts';

const [, standing] = tabletSizes;

/** A worker's shift and a building head's evening at every size: in both languages, then once in the dark. */
export async function takeTablet(session: Session): Promise<void> {
  const looks: { look: Look; size: Size }[] = session.locales.flatMap((locale) =>
    tabletSizes.map((size) => ({ look: { app: 'tablet', locale, theme: 'light' }, size })),
  );
  if (session.locales.includes('zh-CN'))
    looks.push({ look: { app: 'tablet', locale: 'zh-CN', theme: 'dark' }, size: must(standing, 'a size') });
  for (const { look, size } of looks) {
    await takeAs(session, look, size, 'wangge', workerScreens);
    await takeAs(session, look, size, 'loudao', headScreens);
  }
}

/** Each screen leads to the next: none is left out before the last that was asked for. */
async function takeAs(
  session: Session,
  look: Look,
  size: Size,
  person: string,
  screens: readonly TabletScreen[],
): Promise<void> {
  const last = screens.findLastIndex(({ name }) => session.isWanted(`tablet/${name}`));
  if (last === -1) return;
  const camera = await Camera.open(session.browser, look, size);
  const { page, troubles } = camera;
  await signInOnTablet(page, session.origin, person);
  for (const { name, open, fleeting } of screens.slice(0, last + 1)) {
    troubles.expected = name.includes('unsent') ? /ERR_INTERNET_DISCONNECTED/ : null;
    await camera.picture(session, name, [size], open, fleeting);
  }
  await camera.close();
}

/** Signs somebody of the demonstration in; resolves when their work is on the tablet. */
export async function signInOnTablet(page: Page, origin: string, person: string): Promise<void> {
  await page.goto(`${origin}/tablet/`);
  await sendSignIn(page, { login: person, password: demoPassword });
  await choosePin(page);
  await page.locator('main a[href*="/stairwells/"]').first().waitFor();
}
