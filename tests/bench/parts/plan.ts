/** The plan screen over a whole street: 12,087 doors in 237 stairwells, 60 teams, one person who plans them all. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { choosePin } from '../../tablet/pin.ts';
import { signIn } from '../field/line.ts';
import { openTablet, pageOf, slowDown } from '../field/profile.ts';
import { median, quantile } from '../figures/median.ts';
import { table, targetTable, whole, type Target } from '../figures/table.ts';
import { dragSlots, openBoard, suggest } from '../planning/at-the-board.ts';
import * as queries from '../planning/planning.queries.ts';
import { hashes } from '../world/push-item.ts';
import { makeWorld, type World } from '../world/world.ts';
import { trustForeignKeys } from '../world/grow.queries.ts';
import { insertRounds, vacuum } from '../world/world.queries.ts';

const round = '排班走访';
const street = { stairwells: 237, floors: 17, rooms: 3, teams: 60 };
const doors = street.stairwells * street.floors * street.rooms;
/** A tablet is that much slower than the machine; the page's own thread is, the browser's others are not. */
const speeds = [1, 4] as const;

type Seen = { slower: number; opens: number[]; suggestions: number[]; frames: number[] };

export async function measurePlan(quick: boolean): Promise<string[]> {
  await using world = await makePlannedWorld();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-bench-plan-'));
  try {
    return report(await measure(world, folder, quick));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function makePlannedWorld(): Promise<World> {
  const world = await makeWorld(96);
  const { sql } = world;
  await queries.insertPlanner(sql, street.teams);
  await queries.insertPlannedDoors(sql, street);
  await insertRounds(sql, { name: round, streets: 1, doors: 0, daysAgo: 8, ...hashes });
  await queries.assignPlanned(sql, round);
  await sql.begin(async (tx) => {
    await trustForeignKeys(tx);
    await queries.insertTries(tx, round, hashes.visitFormHash);
  });
  await queries.countChanges(sql);
  // What autovacuum does within a minute of such a change.
  await vacuum(sql);
  return world;
}

async function measure(world: World, folder: string, quick: boolean): Promise<Seen[]> {
  const context = await openTablet(path.join(folder, 'tablet'));
  try {
    const page = await pageOf(context);
    page.setDefaultTimeout(120_000);
    await page.goto(`${world.product.origin}/tablet/`);
    await signIn(page, 'planner');
    await choosePin(page);
    await page.locator('a[href*="/stairwells/"]').first().waitFor();
    const seen: Seen[] = [];
    for (const slower of speeds) {
      await slowDown(page, slower);
      // The first time the screen's own files are read as well: a day has one such.
      const opens = await openBoard(page, quick ? 2 : 12);
      const suggestions = await suggest(page, quick ? 1 : 5);
      const frames = await dragSlots(page, quick ? 1 : 6);
      await page.getByRole('button', { name: '不用建议', exact: true }).tap();
      seen.push({ slower, opens, suggestions, frames });
    }
    return seen;
  } finally {
    await context.close();
  }
}

const speed = (slower: number): string => (slower === 1 ? 'CPU as it is' : `CPU ${slower} × slower`);

function report(seen: readonly Seen[]): string[] {
  const rows = seen.flatMap(({ slower, opens, suggestions, frames }) =>
    (
      [
        ['opens', opens],
        ['suggestion', suggestions],
        ['between two pictures of a drag', frames],
      ] as const
    ).map(([what, values]) => [
      `${what}, ${speed(slower)}`,
      String(values.length),
      ...[median(values), quantile(values, 0.95), Math.max(...values)].map((value) => value.toFixed(1)),
    ]),
  );
  return [
    ...targetTable(seen.flatMap(targetsOf)),
    '',
    ...table(['ms', 'times', 'median', 'p95', 'longest'], rows),
    '',
    `${whole(doors)} doors in ${street.stairwells} stairwells, ${street.teams} teams; every third door was tried once.`,
  ];
}

const targetsOf = ({ slower, opens, suggestions, frames }: Seen): Target[] => [
  ...(
    [
      ['plan screen opens', quantile(opens, 0.95), 300],
      ['suggestion', quantile(suggestions, 0.95), 2000],
    ] as const
  ).map(([what, value, bound]) => ({
    what: `${what}, ${speed(slower)}, p95 in ms`,
    value,
    digits: 1,
    wanted: '≤' as const,
    bound,
  })),
  {
    what: `pictures of a drag that missed their sixtieth of a second, ${speed(slower)}, %`,
    value: missed(frames) * 100,
    digits: 1,
    wanted: '≤',
    bound: 5,
  },
];

const sixtieth = 1000 / 60;

/**
 * The part of the pictures due that were not drawn in time. The trace tells when one was drawn, some milliseconds before
 * or after the screen takes it over: what counts is how many of the screen's turns went by.
 */
function missed(intervals: readonly number[]): number {
  const due = intervals.map((interval) => Math.max(1, Math.round(interval / sixtieth)));
  const turns = due.reduce((sum, one) => sum + one, 0);
  return (turns - intervals.length) / turns;
}
