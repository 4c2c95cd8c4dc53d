/** What goes over a mobile network of 1 Mbit/s each way: the first pull of a tablet, and a week's work on its way back. */
import type { Page, Response } from 'playwright-core';
import { must } from '@huhudao/domain';
import { choosePin, pin } from '../../tablet/pin.ts';
import { password } from '../world/world.ts';
import { openTablet, pageOf, slowDown } from './profile.ts';

/** Signs in on a tablet; a PIN is to be chosen next. */
export async function signIn(page: Page, login = 'walker'): Promise<void> {
  for (const [label, value] of [
    ['用户名', login],
    ['密码', password],
    ['平板名称', '1号平板'],
  ] as const)
    await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: '登录', exact: true }).tap();
}

const stairwellCards = 'a[href*="/stairwells/"]';

export type FirstPull = {
  /** Seconds from the tap that signs in until a PIN is to be chosen. */
  signingIn: number;
  /** Seconds from the last digit of the PIN until the doors are on the screen. */
  pulling: number;
  /** Bytes of the answers' bodies as they travelled, and unpacked. */
  travelled: number;
  unpacked: number;
};

/** On an empty tablet that has the app, but nobody's work. */
export async function firstPull(profile: string, address: string, slower: number): Promise<FirstPull> {
  const context = await openTablet(profile);
  try {
    const page = await pageOf(context);
    await page.addInitScript(watchFirstPull, stairwellCards);
    await page.goto(address);
    // While somebody types their name and password the rest of the app arrives.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await slowDown(page, slower);
    const answers: Promise<Size>[] = [];
    page.on('response', (response) => void (isPulled(response) && answers.push(sizeOf(response))));
    await signIn(page);
    await choosePin(page);
    const found = await page.waitForFunction(() => ('doors' in window.pulling ? window.pulling : null));
    const { tapped, asked, typed, doors } = must(await found.jsonValue(), 'the doors');
    const sizes = await Promise.all(answers);
    return {
      signingIn: (must(asked, 'a PIN') - must(tapped, 'a tap')) / 1000,
      pulling: (must(doors, 'doors') - must(typed, 'a digit')) / 1000,
      travelled: sizes.reduce((sum, { travelled }) => sum + travelled, 0),
      unpacked: sizes.reduce((sum, { unpacked }) => sum + unpacked, 0),
    };
  } finally {
    await context.close();
  }
}

const isPulled = (response: Response): boolean => /\/api\/sync\/(pull|versions)/.test(response.url());

type Size = { travelled: number; unpacked: number };

async function sizeOf(response: Response): Promise<Size> {
  const { length: unpacked } = await response.body();
  return { travelled: (await response.request().sizes()).responseBodySize, unpacked };
}

type Pulling = Partial<Record<'tapped' | 'asked' | 'typed' | 'doors', number>>;

declare global {
  interface Window {
    pulling: Pulling;
  }
}

/** In the page: notes what was touched last, and what is there. Milliseconds on the page's clock. */
function watchFirstPull(cards: string): void {
  const pulling: Pulling = {};
  window.pulling = pulling;
  const note = (what: 'tapped' | 'typed') => (event: Event) => {
    if (what === 'typed' || pulling.asked === undefined) pulling[what] = event.timeStamp;
  };
  window.addEventListener('pointerup', note('tapped'), { capture: true });
  window.addEventListener('keydown', note('typed'), { capture: true });
  const look = (): void => {
    if (document.querySelector('[role="group"] button') !== null) pulling.asked ??= performance.now();
    // In the frame after the one that shows them, so that they have been painted.
    if (document.querySelector(cards) !== null)
      requestAnimationFrame(() => (pulling.doors = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export type Synced = {
  /** Seconds from the last digit of the PIN until every visit and linked response was confirmed. */
  records: number;
  /** Until the anonymous ones were as well: they keep a minute or more apart, whatever the network. */
  everything: number;
};

/** A tablet with a week's work comes back to the network: it is unlocked, and left alone until all of it has arrived. */
export async function syncWeek(
  profile: string,
  address: string,
  { slower, anonymous }: { slower: number; anonymous: number },
): Promise<Synced> {
  const context = await openTablet(profile);
  try {
    const page = await pageOf(context);
    await slowDown(page, slower);
    await page.goto(address);
    await page.locator('main li button').first().tap();
    await page.getByRole('group').waitFor();
    await page.keyboard.type(pin);
    const typed = performance.now();
    const since = () => (performance.now() - typed) / 1000;
    // What is left in the header by then is anonymous.
    await unsentAtMost(page, anonymous);
    const records = since();
    while (!(await arrived(page, 30_000))) await touch(page);
    return { records, everything: since() };
  } finally {
    await context.close();
  }
}

const minutes = 60_000;

async function unsentAtMost(page: Page, most: number): Promise<void> {
  await page.waitForFunction(
    (left) => {
      const [, count] = /未送达 (\d+) 条/.exec(document.querySelector('header')?.textContent ?? '') ?? [];
      return count !== undefined && Number(count) <= left;
    },
    most,
    { timeout: 10 * minutes, polling: 100 },
  );
}

const arrived = (page: Page, timeout: number): Promise<boolean> =>
  page
    .getByText('已全部送达')
    .waitFor({ timeout })
    .then(
      () => true,
      () => false,
    );

/** An untouched tablet locks itself. */
async function touch(page: Page): Promise<void> {
  await page.touchscreen.tap(640, 400);
}
