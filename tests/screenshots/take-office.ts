import { must } from '@huhudao/domain';
import { demoPassword } from '../../apps/api/src/demo/demo-people.ts';
import { Camera, type Look } from './camera.ts';
import type { OfficeScreen } from './office-screen.ts';
import { officeScreens, officeSizes } from './office.screens.ts';
import type { Session } from './session.ts';
import { sendSignIn } from './sign-in.ts';

const [desk] = officeSizes;

/** The office page by page: in both languages, then once in the dark. */
export async function takeOffice(session: Session): Promise<void> {
  const screens = officeScreens.filter(({ name }) => session.isWanted(`office/${name}`));
  for (const locale of session.locales)
    await takeAll(session, screens, { app: 'office', locale, theme: 'light' });
  if (session.locales.includes('zh-CN'))
    await takeAll(session, screens, { app: 'office', locale: 'zh-CN', theme: 'dark' });
}

async function takeAll(session: Session, screens: OfficeScreen[], look: Look): Promise<void> {
  const usual = look.theme === 'light' ? officeSizes : officeSizes.slice(0, 1);
  for (const [person, theirs] of Map.groupBy(screens, (screen) => screen.person)) {
    const camera = await Camera.open(session.browser, look, must(desk, 'a size'));
    await signInOnOffice(camera, session.origin, person);
    for (const { name, path, act, sizes = usual } of theirs) {
      await camera.picture(session, name, sizes, async (page) => {
        await page.goto(session.origin + path(session.places));
        await page.locator('#main h1, main.start h1').first().waitFor();
        await act?.(page);
      });
      await camera.page.setViewportSize(must(desk, 'a size'));
    }
    await camera.close();
  }
}

/** Signs somebody of the demonstration in; resolves when their first page is there. */
export async function signInOnOffice(
  { page, troubles }: Camera,
  origin: string,
  person: string,
): Promise<void> {
  // Before somebody signs in, asking who is signed in is answered with 401.
  troubles.expected = /401/;
  await page.goto(origin);
  await sendSignIn(page, { login: person, password: demoPassword });
  await page.locator('#main h1, .start a[href="/tablet/"]').first().waitFor();
  troubles.expected = null;
}
