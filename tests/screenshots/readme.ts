/** The pictures of README.md and README.zh-CN.md: the running product with demonstration data, in its language. */
import fs from 'node:fs';
import path from 'node:path';
import { must } from '@huhudao/domain';
import { locales, type Locale } from '@huhudao/protocol';
import { root } from '../../tools/lib/root.ts';
import { Camera, type Size } from './camera.ts';
import { officeScreens } from './office.screens.ts';
import type { Session } from './session.ts';
import { signInOnOffice } from './take-office.ts';
import { signInOnTablet } from './sign-in.ts';
import { workerScreens } from './tablet.screens.ts';
import { toWebp } from './webp.ts';

const folder = path.join(root, 'docs', 'pictures');
const desk: Size = { width: 1440, height: 900 };
const tablet: Size = { width: 1280, height: 800 };

/** Which screen, by its name among those of the office and of the shift, becomes which picture. */
const ofOffice = { 'overview-street': 'overview', 'community-stairwell': 'community', revisits: 'revisits' };
const ofShift = {
  'door-revisit': 'stairwell',
  'visit-4-answered': 'questionnaire',
  'sync-unsent': 'sync',
};

/** Takes them at one size each, and keeps them small. */
export async function takeReadme(session: Session): Promise<void> {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const locale of locales) {
    await takeDesk(session, locale);
    await takeShift(session, locale);
  }
}

async function takeDesk(session: Session, locale: Locale): Promise<void> {
  const camera = await Camera.open(session.browser, { app: 'office', locale, theme: 'light' }, desk);
  await signInOnOffice(camera, session.origin, 'jieban');
  for (const [name, picture] of Object.entries(ofOffice)) {
    const screen = must(
      officeScreens.find((one) => one.name === name),
      name,
    );
    await camera.page.goto(session.origin + screen.path(session.places));
    await camera.page.locator('#main h1').first().waitFor();
    await screen.act?.(camera.page);
    await write(camera, picture);
  }
  await camera.close();
}

async function takeShift(session: Session, locale: Locale): Promise<void> {
  const camera = await Camera.open(session.browser, { app: 'tablet', locale, theme: 'light' }, tablet);
  await signInOnTablet(camera.page, session.origin, 'wangge');
  const kept = new Map(Object.entries(ofShift));
  for (const { name, open } of workerScreens) {
    if (kept.size === 0) break;
    await open(camera.page);
    const picture = kept.get(name);
    if (picture !== undefined) await write(camera, picture);
    kept.delete(name);
  }
  await camera.close();
}

async function write(camera: Camera, picture: string): Promise<void> {
  const file = path.join(folder, camera.look.locale, `${picture}.webp`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, await toWebp(camera.page.context(), await camera.see()));
}
