import { Camera, type Look, type Size } from './camera.ts';
import type { Session } from './session.ts';
import { signInOnTablet } from './sign-in.ts';
import { headScreens } from './head.screens.ts';
import { takeTroubles } from './take-troubles.ts';
import { tabletSizes, workerScreens, type TabletScreen } from './tablet.screens.ts';

/** A worker's shift and a building head's evening: at every size in each language, in the dark, and in the largest type. */
export async function takeTablet(session: Session): Promise<void> {
  for (const look of looksOf(session))
    for (const size of tabletSizes) {
      await takeAs(session, look, size, 'wangge', workerScreens);
      await takeAs(session, look, size, 'loudao', headScreens);
      await takeTroubles(session, look, size);
    }
}

function looksOf({ locales }: Session): Look[] {
  const app = 'tablet';
  const looks: Look[] = locales.flatMap((locale) => [
    { app, locale, theme: 'light' },
    { app, locale, theme: 'light', typeSize: 'largest' },
  ]);
  return locales.includes('zh-CN') ? [...looks, { app, locale: 'zh-CN', theme: 'dark' }] : looks;
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
