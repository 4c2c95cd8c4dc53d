/** What a tablet says when its doors go to another team, when it runs out of room, when its browser throws the store away, and when it is taken out of use. */
import { must } from '@huhudao/domain';
import type { Page } from 'playwright-core';
import { listDevices, revokeDevice } from '@huhudao/protocol';
import { demoPassword } from '../../apps/api/src/demo/demo-people.ts';
import { signInOffice } from '../journeys/office-user.ts';
import { Camera, type Look, type Size } from './camera.ts';
import { press } from './press.ts';
import { reassign } from './reassign.ts';
import type { Session } from './session.ts';
import { signInOnTablet } from './sign-in.ts';
import { findDoor, goTo } from './tablet-acts.ts';

/** On a tablet of its own each time: none of them is of use afterwards. */
export async function takeTroubles(session: Session, look: Look, size: Size): Promise<void> {
  if (!session.wants('tablet/trouble')) return;
  const { origin } = session;
  const camera = await Camera.open(session.browser, look, size);
  camera.troubles.expected = /ERR_INTERNET_DISCONNECTED|Quota|401|403|localStorage/;
  const { page } = camera;
  const picture = (name: string, open: () => Promise<void>) => camera.picture(session, name, [size], open);
  await signInOnTablet(page, origin, 'wangge');
  await picture('trouble-gone-doors', () => loseStairwell(page, session));
  await picture('trouble-space', () => leaveLittleRoom(page));
  await picture('trouble-no-room', () => leaveNoRoom(page));
  await picture('trouble-cleared', () => clear(page, origin));
  await picture('trouble-lost', async () => {
    await signInOnTablet(page, origin, 'wangge');
    await page.getByText(/没有送达的记录不在了|not sent (is|are) gone/).waitFor();
  });
  await picture('trouble-revoked', async () => {
    await revokeNewest(origin);
    await press(page, '同步', 'Sync');
    await page
      .getByText(/已停用，上面的内容已清除|taken out of use and wiped/)
      .first()
      .waitFor();
  });
  await camera.close();
}

/** A visit is made without a network while the office gives the stairwell to another team; then it is given back. */
async function loseStairwell(page: Page, { origin, places }: Session): Promise<void> {
  await goTo(page, '/');
  // A visit that is open leads to its door.
  await page.locator('main a[href*="/stairwells/"]:not([href*="/doors/"])').first().click();
  await page.waitForURL(/\/stairwells\//);
  const stairwellId = must(/stairwells\/([^/?]+)/.exec(page.url())?.[1], 'the stairwell');
  await page.context().setOffline(true);
  await page
    .getByRole('button', { name: /^\d+ ?(?=.*(未走访|To visit))/ })
    .first()
    .click();
  await press(page, '无人在家', 'Nobody home');
  const given = { stairwellId, team: '柳荫一组' } as const;
  await reassign(origin, places, { ...given, to: 'another' });
  await page.context().setOffline(false);
  await goTo(page, '/');
  await press(page, '同步', 'Sync');
  await page.getByText(/不再由您走访|no longer yours/).waitFor();
  await reassign(origin, places, { ...given, to: 'team' });
}

async function allow(page: Page, quotaSize?: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const origin = await page.evaluate(() => location.origin);
  await browser.send(
    'Storage.overrideQuotaForOrigin',
    quotaSize === undefined ? { origin } : { origin, quotaSize },
  );
}

async function leaveLittleRoom(page: Page): Promise<void> {
  await page.context().setOffline(true);
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await allow(page, used + 8_000_000);
  await goTo(page, '/');
  await page
    .getByText(/快写不下了|nearly full/)
    .first()
    .waitFor();
}

/** The browser believes for half a minute what it once saw of the room on the disk. */
async function leaveNoRoom(page: Page): Promise<void> {
  await allow(page, 1);
  await findDoor(page, 'open');
  const refused = page.getByRole('alert').filter({ hasText: /没有存上|Not saved/ });
  while (!(await refused.isVisible())) {
    await press(page, '无人在家', 'Nobody home');
    await page.waitForTimeout(2000);
  }
}

async function clear(page: Page, origin: string): Promise<void> {
  await allow(page);
  await findDoor(page, 'open');
  await press(page, '无人在家', 'Nobody home');
  await page.waitForFunction(() =>
    Object.entries(localStorage).some(([key, ids]) => key.includes('unsent') && ids !== ''),
  );
  const browser = await page.context().newCDPSession(page);
  await page.goto('about:blank');
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await page.context().setOffline(false);
  await page.goto(`${origin}/tablet/`);
  await page.getByText(/被浏览器清除过|thrown away what was on this tablet/).waitFor();
}

async function revokeNewest(origin: string): Promise<void> {
  const office = await signInOffice(origin, { login: 'guanli', password: demoPassword });
  const devices = await office.call(listDevices, {});
  const newest = devices.toSorted((a, b) => (a.registeredAt < b.registeredAt ? 1 : -1))[0];
  await office.call(revokeDevice, { params: { deviceId: must(newest, 'the tablet').id } });
}
