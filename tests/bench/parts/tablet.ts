/** How much a tablet loads before its first screen, and how long it takes to come up offline after it was switched off. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { must } from '@huhudao/domain';
import { openProfile } from '@huhudao/testkit/browser';
import { firstLoad, mostBytes, sumOf } from '../../tablet/first-load.ts';
import { choosePin, pin } from '../../tablet/pin.ts';
import { spreadOf, type Spread } from '../figures/median.ts';
import { table, targetTable, withSpread } from '../figures/table.ts';
import { makeWorld, password } from '../world/world.ts';

/** What a team of two has before it for some weeks: twenty stairwells. */
const doors = 480;
const slowdown = 4;
const screen = { viewport: { width: 1280, height: 800 }, hasTouch: true };

export async function measureTablet(quick: boolean): Promise<string[]> {
  await using world = await makeWorld(doors);
  await world.openRound(1, doors);
  const address = `${world.product.origin.replace('127.0.0.1', 'localhost')}/tablet/`;
  const loaded = await firstLoad(address);
  const starts = await coldStarts(address, quick ? 2 : 7);
  const targets = [
    {
      what: 'first load as it travels, kB',
      value: sumOf(loaded) / 1000,
      digits: 0,
      wanted: '≤',
      bound: mostBytes / 1000,
    },
    {
      what: `cold start offline, PIN typed at once, until Today can be used, CPU ${slowdown} × slower, s`,
      value: starts.slow.middle,
      digits: 2,
      wanted: '≤',
      bound: 2,
    },
  ] as const;
  return [
    ...targetTable(targets),
    '',
    ...table(
      ['cold start offline', 'seconds'],
      [
        [`CPU ${slowdown} × slower`, withSpread(starts.slow)],
        ['CPU as it is', withSpread(starts.plain)],
      ],
    ),
    '',
    ...table(
      ['file of the first load', 'kB'],
      loaded.map(({ file, bytes }) => [file, (bytes / 1000).toFixed(1)]),
    ),
    '',
    `${doors} doors in one open round. Medians of ${quick ? 2 : 7} starts, with the fastest and the slowest.`,
  ];
}

async function coldStarts(address: string, count: number): Promise<{ slow: Spread; plain: Spread }> {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-bench-tablet-'));
  try {
    await prepareTablet(profile, address);
    // The first start after an installation compiles what later ones find compiled; a tablet does it once.
    await coldStart(profile, address, 1);
    const [slow, plain]: [number[], number[]] = [[], []];
    for (let start = 0; start < count; start++) {
      slow.push(await coldStart(profile, address, slowdown));
      plain.push(await coldStart(profile, address, 1));
    }
    return { slow: spreadOf(slow), plain: spreadOf(plain) };
  } finally {
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

/** Signs in, pulls the work, and has the app stored; then the browser ends. */
async function prepareTablet(profile: string, address: string): Promise<void> {
  const context = await openProfile(profile, screen);
  const page = await pageOf(context);
  await page.goto(address);
  for (const [label, value] of [
    ['用户名', 'walker'],
    ['密码', password],
    ['平板名称', '1号平板'],
  ] as const)
    await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await choosePin(page);
  await stairwellInReach(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.close();
}

/** Seconds from a browser that was just started, without a network, until a touch has opened the first stairwell. */
async function coldStart(profile: string, address: string, slower: number): Promise<number> {
  const context = await openProfile(profile, { ...screen, offline: true });
  try {
    const page = await pageOf(context);
    const processor = await context.newCDPSession(page);
    await processor.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const started = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await unlockAtOnce(page);
    const stairwell = await stairwellInReach(page);
    await page.touchscreen.tap(stairwell.x, stairwell.y);
    await page.waitForFunction(() => window.location.pathname.includes('/stairwells/'));
    return (performance.now() - started) / 1000;
  } finally {
    await context.close();
  }
}

/** Chooses the person and types their PIN as soon as either can be done; the page looks itself, frame by frame. */
async function unlockAtOnce(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const tile = document.querySelector('main li button');
    if (tile instanceof HTMLElement) tile.click();
    return tile !== null;
  });
  await page.waitForFunction(() => document.querySelector('[role="group"] button') !== null);
  await page.keyboard.type(pin);
}

/**
 * Where to touch the first stairwell once it is on the screen with nothing above it. The page looks itself, frame by
 * frame: waiting for a locator asks again only every half second, and would measure that.
 */
async function stairwellInReach(page: Page): Promise<{ x: number; y: number }> {
  const found = await page.waitForFunction(() => {
    const link = document.querySelector('a[href*="/stairwells/"]');
    if (link === null) return null;
    const { x, y, width, height } = link.getBoundingClientRect();
    const middle = { x: x + width / 2, y: y + height / 2 };
    return link.contains(document.elementFromPoint(middle.x, middle.y)) ? middle : null;
  });
  return must(await found.jsonValue(), 'the place of the first stairwell');
}

const pageOf = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? context.newPage();
