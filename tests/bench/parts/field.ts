/** A week in the field on one tablet: opening it, working with it, and what of it goes over a slow network. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TcpProxy } from '../../faults/tcp/tcp-proxy.ts';
import { choosePin, pin } from '../../tablet/pin.ts';
import { coldOpen, sumOf, type ColdOpen } from '../field/cold-open.ts';
import { holdDoors, knockAtDoors, openTower, scrollTower, turnPages } from '../field/at-the-doors.ts';
import { doors, makeFieldWorld, tower } from '../field/field-world.ts';
import { countArrived } from '../field/field.queries.ts';
import { firstPull, signIn, syncWeek, type FirstPull, type Synced } from '../field/line.ts';
import { openTablet, pageOf, slowDown } from '../field/profile.ts';
import type { Frames } from '../field/trace.ts';
import { recordWeek, type Recorded } from '../field/week.ts';
import { median, quantile, spreadOf } from '../figures/median.ts';
import { table, targetTable, whole, withSpread, type Target } from '../figures/table.ts';
import type { World } from '../world/world.ts';

const slowdown = 4;
const line = { bitsPerSecond: 1_000_000 };

type Opened = { work: string; slower: number; opens: ColdOpen[] };
type Worked = Awaited<ReturnType<typeof workAtDoors>>;
type Field = { pulls: FirstPull[]; recorded: Recorded; opened: Opened[]; worked: Worked; synced: Synced };

export async function measureField(quick: boolean): Promise<string[]> {
  await using world = await makeFieldWorld();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-bench-field-'));
  const proxy = await TcpProxy.open(Number(new URL(world.product.origin).port));
  try {
    return report(await measure({ world, proxy, folder, quick }));
  } finally {
    await proxy.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

type Bench = { world: World; proxy: TcpProxy; folder: string; quick: boolean };

async function measure({ world, proxy, folder, quick }: Bench): Promise<Field> {
  const address = `${proxy.origin}/tablet/`;
  const [empty, week] = [path.join(folder, 'empty'), path.join(folder, 'week')];
  const copyOf = (profile: string, name: string): string => {
    fs.cpSync(profile, path.join(folder, name), { recursive: true });
    return path.join(folder, name);
  };
  const opens = quick ? 2 : 7;

  await prepare(empty, address);
  fs.cpSync(empty, week, { recursive: true });
  const recorded = await recordOn(week, address);
  const toSync = copyOf(week, 'sync');
  const opened: Opened[] = [];
  for (const [profile, work] of [
    [empty, 'no work'],
    [week, `${recorded.visits} visits`],
  ] as const)
    for (const slower of [slowdown, 1])
      opened.push({ work, slower, opens: await coldOpens(profile, address, slower, opens) });
  const worked = await workAtDoors(week, address, quick ? 5 : 24);

  proxy.faults = line;
  const pulls: FirstPull[] = [];
  for (let pull = 0; pull < (quick ? 1 : 3); pull++)
    pulls.push(await firstPull(path.join(folder, `pull-${pull}`), address, slowdown));
  const synced = await syncWeek(toSync, address, { slower: slowdown, anonymous: recorded.anonymous });
  await checkArrived(world, recorded);
  return { pulls, recorded, opened, worked, synced };
}

/** Signs in, pulls the work, and has the app stored. */
async function prepare(profile: string, address: string): Promise<void> {
  const context = await openTablet(profile);
  const page = await pageOf(context);
  await page.goto(address);
  await signIn(page);
  await choosePin(page);
  await page.locator('a[href*="/stairwells/"]').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.close();
}

async function recordOn(profile: string, address: string): Promise<Recorded> {
  const context = await openTablet(profile, { offline: true });
  const page = await pageOf(context);
  await page.goto(address);
  await page.locator('main li button').first().waitFor();
  const recorded = await recordWeek(page);
  await context.close();
  return recorded;
}

async function coldOpens(
  profile: string,
  address: string,
  slower: number,
  count: number,
): Promise<ColdOpen[]> {
  // The first start after an installation compiles what later ones find compiled; a tablet does it once.
  await coldOpen(profile, address, 1);
  const opens: ColdOpen[] = [];
  for (let open = 0; open < count; open++) opens.push(await coldOpen(profile, address, slower));
  return opens;
}

async function workAtDoors(profile: string, address: string, count: number) {
  const context = await openTablet(profile, { offline: true });
  try {
    const page = await pageOf(context);
    await page.goto(address);
    await page.locator('main li button').first().tap();
    await page.getByRole('group').waitFor();
    await page.keyboard.type(pin);
    await page.locator('a[href*="/stairwells/"]').first().waitFor();
    await slowDown(page, slowdown);
    await openTower(page);
    const frames = await scrollTower(page, count > 20 ? 4 : 1);
    const holds = await holdDoors(page, count);
    const knocked = await knockAtDoors(page, count);
    return { frames, holds, ...knocked, turns: await turnPages(page) };
  } finally {
    await context.close();
  }
}

/** @throws where something of the week is not at the office, or twice. */
async function checkArrived({ sql }: World, recorded: Recorded): Promise<void> {
  const [arrived] = await countArrived(sql);
  if (JSON.stringify(arrived) !== JSON.stringify(recorded))
    throw new Error(`of ${JSON.stringify(recorded)} there arrived ${JSON.stringify(arrived)}`);
}

const opensOf = (opened: readonly Opened[], work: (name: string) => boolean, slower: number): ColdOpen[] =>
  opened.find((one) => work(one.work) && one.slower === slower)?.opens ?? [];

const hasVisits = (work: string): boolean => work.endsWith('visits');

const slowly = `CPU ${slowdown} × slower`;

function report(field: Field): string[] {
  const { recorded, opened, worked } = field;
  return [
    ...targetTable(targetsOf(field)),
    '',
    ...table(
      ['cold open offline, s', 'together', 'browser', 'app', 'work', 'PIN', 'typing'],
      opened.map(({ work, slower, opens }) => [
        `${work}, ${slower === 1 ? 'CPU as it is' : slowly}`,
        withSpread(spreadOf(opens.map(sumOf))),
        ...(['browser', 'app', 'work', 'stretching', 'typing'] as const).map((part) =>
          median(opens.map((open) => open[part])).toFixed(2),
        ),
      ]),
    ),
    '',
    ...table(
      [`touch to picture, ${slowly}, ms`, 'times', 'median', 'p95', 'longest'],
      [
        touchRow('door sheet', worked.sheets),
        touchRow('outcome until the screen says saved', worked.outcomes),
        touchRow('page of the questionnaire', worked.turns),
        touchRow('door chosen by press and hold', worked.holds),
      ],
    ),
    '',
    ...table(
      ['', 'seconds'],
      [...lineRows(field), ['frames of a tower being scrolled: due, dropped', framesText(worked.frames)]],
    ),
    '',
    `${doors} doors in one open round, ${tower.floors * tower.rooms} of them one stairwell of ${tower.floors} floors; ` +
      `${recorded.visits} visits, ${recorded.linked} linked and ${recorded.anonymous} anonymous responses.`,
  ];
}

const touchRow = (what: string, values: readonly number[]): string[] => [
  what,
  String(values.length),
  ...[median(values), quantile(values, 0.95), Math.max(...values)].map(whole),
];

const framesText = ({ due, dropped, intervals }: Frames): string =>
  `${due}, ${dropped}; between two median ${median(intervals).toFixed(1)} ms, p95 ${quantile(intervals, 0.95).toFixed(1)} ms`;

function lineRows({ pulls, synced }: Field): string[][] {
  const of = (value: (pull: FirstPull) => number) => median(pulls.map(value));
  const bytes = `${whole(of((pull) => pull.travelled) / 1000)} kB travelled, ${whole(of((pull) => pull.unpacked) / 1000)} kB unpacked`;
  return [
    [
      'first pull: from the tap that signs in until a PIN is asked for',
      of((pull) => pull.signingIn).toFixed(1),
    ],
    [`first pull: from the PIN until all doors are shown (${bytes})`, of((pull) => pull.pulling).toFixed(1)],
    ['sync: every visit and linked response confirmed', synced.records.toFixed(1)],
    ['sync: anonymous responses confirmed as well', synced.everything.toFixed(1)],
  ];
}

function targetsOf({ opened, worked, pulls, synced }: Field): Target[] {
  const open = (slower: number) => median(opensOf(opened, hasVisits, slower).map(sumOf));
  const p95 = (what: string, values: readonly number[], bound: number): Target => ({
    what: `${what}, ${slowly}, p95 in ms`,
    value: quantile(values, 0.95),
    digits: 0,
    wanted: '≤',
    bound,
  });
  const seconds = (what: string, value: number, bound: number): Target => ({
    what: `${what}, s`,
    value,
    digits: 2,
    wanted: '≤',
    bound,
  });
  const { due, dropped } = worked.frames;
  return [
    seconds(`cold open, a week's work, ${slowly}`, open(slowdown), 2),
    seconds(`cold open, a week's work, CPU as it is`, open(1), 2),
    seconds(
      `first pull of ${whole(doors)} doors at 1 Mbit/s, ${slowly}`,
      median(pulls.map((pull) => pull.signingIn + pull.pulling)),
      10,
    ),
    seconds(`sync at 1 Mbit/s, ${slowly}, visits and linked responses`, synced.records, 300),
    seconds(`sync at 1 Mbit/s, ${slowly}, anonymous responses as well`, synced.everything, 300),
    p95('door sheet opens', worked.sheets, 100),
    p95('outcome recorded', worked.outcomes, 100),
    p95('questionnaire page turned', worked.turns, 150),
    {
      what: `tower of ${tower.floors} × ${tower.rooms} scrolled, ${slowly}, pictures a second`,
      value: (60 * (due - dropped)) / due,
      digits: 1,
      wanted: '≥',
      bound: 60,
    },
  ];
}
