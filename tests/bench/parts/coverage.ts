/** How long the coverage of a round takes from the community down to the stairwell, at ten thousand visits and at a million. */
import { must } from '@huhudao/domain';
import { quantile } from '../figures/median.ts';
import { table, targetTable, whole } from '../figures/table.ts';
import { hashes } from '../world/push-item.ts';
import { signInToOffice } from '../world/sign-in.ts';
import { trustForeignKeys } from '../world/grow.queries.ts';
import * as visited from '../world/visited.queries.ts';
import { makeWorld, type World } from '../world/world.ts';
import { insertRounds, vacuum } from '../world/world.queries.ts';

const round = '普访';
const streets = 32;
/** Whole stairwells are filled, so that there are a few more. */
const doors = 12_000;
const allDoors = 2 * doors;

/** Visits of each street. */
const sizes = { all: [313, 31_250], quick: [313, 3_125] };

const levels = ['communities', 'grids', 'buildings', 'stairwells', 'all stairwells of the street'] as const;
type Level = (typeof levels)[number];
type Step = { visits: number; times: Map<Level, number[]> };

export async function measureCoverage(quick: boolean): Promise<string[]> {
  await using world = await makeWorld(doors);
  const { sql } = world;
  await visited.insertGrids(sql);
  await insertRounds(sql, { name: round, streets, doors: allDoors, daysAgo: 28, ...hashes });
  await visited.insertRevisits(sql);
  const cookie = await signInToOffice(world.product.origin, 'visitor-1');
  const steps: Step[] = [];
  let filled = 0;
  for (const size of quick ? sizes.quick : sizes.all) {
    await visit(world, filled, size);
    filled = size;
    steps.push(await measure(world, cookie, quick ? 32 : 192));
  }
  return report(steps);
}

/** Visits of every street up to so many, and each door as they left it. */
async function visit({ sql }: World, from: number, to: number): Promise<void> {
  await sql.begin(async (tx) => {
    await trustForeignKeys(tx);
    await visited.insertVisits(tx, { round, from, to, ...hashes });
    await visited.settleDoors(tx, round);
  });
  // What autovacuum does within a minute of such a change.
  await vacuum(sql);
}

async function measure({ sql, product }: World, cookie: string, requests: number): Promise<Step> {
  const ways = await visited.listWaysDown(sql, round);
  const times = new Map<Level, number[]>();
  for (const level of levels) {
    const urls = ways.map((way) => `${product.origin}/api/areas/${addressOf(level, way)}`);
    for (const url of urls) await ask(url, cookie);
    const taken: number[] = [];
    for (let index = 0; index < requests; index++)
      taken.push(await ask(must(urls[index % urls.length], 'an address'), cookie));
    times.set(level, taken);
  }
  return { visits: (await visited.countVisits(sql))[0]?.count ?? 0, times };
}

function addressOf(level: Level, way: visited.CoveragePlace): string {
  const { streetId, communityId, gridId, buildingId, roundId } = way;
  const of = (areaId: string, query: string): string => `${areaId}/rounds/${roundId}/coverage?${query}`;
  if (level === 'communities') return of(streetId, 'by=community');
  if (level === 'grids') return of(communityId, 'by=grid');
  if (level === 'buildings') return of(communityId, `by=building&gridId=${gridId}`);
  if (level === 'stairwells') return of(communityId, `by=stairwell&buildingId=${buildingId}`);
  return of(streetId, 'by=stairwell');
}

/** Milliseconds until the answer has arrived. */
async function ask(url: string, cookie: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url, { headers: { Cookie: cookie } });
  await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - started;
}

function report(steps: readonly Step[]): string[] {
  const [first, last] = [must(steps[0], 'a measurement'), must(steps.at(-1), 'a measurement')];
  const timesOf = (step: Step, level: Level): number[] => must(step.times.get(level), 'a level');
  const slowest = Math.max(...levels.map((level) => quantile(timesOf(last, level), 0.95)));
  const what = `slowest level at ${whole(last.visits)} visits, p95 in ms`;
  const rows = levels.map((level) => {
    const [before, after] = [timesOf(first, level), timesOf(last, level)];
    return [
      level,
      quantile(before, 0.5).toFixed(1),
      quantile(before, 0.95).toFixed(1),
      quantile(after, 0.5).toFixed(1),
      quantile(after, 0.95).toFixed(1),
      (quantile(after, 0.5) / quantile(before, 0.5)).toFixed(2),
    ];
  });
  const [few, many] = [whole(first.visits), whole(last.visits)];
  return [
    ...targetTable([{ what, value: slowest, digits: 1, wanted: '≤', bound: 50 }]),
    '',
    ...table(['', `${few}: p50 ms`, 'p95 ms', `${many}: p50 ms`, 'p95 ms', 'ratio of p50'], rows),
  ];
}
