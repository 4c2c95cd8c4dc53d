/** Ten million responses over twelve rounds and 200 communities: pages, pushes, estimates, and counting all anew. */
import { must } from '@huhudao/domain';
import { quantile } from '../figures/median.ts';
import { table, targetTable, whole, withSpread, type Target } from '../figures/table.ts';
import { countAnew } from '../world/count-anew.ts';
import { signInToOffice } from '../world/sign-in.ts';
import { compare, doorsFor, type Case, type Figures } from '../world/slices.ts';
import { makeWorld, type World } from '../world/world.ts';
import { listAreas } from '../world/world.queries.ts';
import { Year } from '../world/years.ts';

const shape = { streets: 20, communities: 10 };
/** Doors of each street that every one of the twelve rounds has visited: 100,000 and ten million responses. */
const sizes = { all: [420, 41_670], quick: [420, 4_200] };
const sampleSize = 3_000;
const cases: readonly Case[] = [
  { tablets: 32, batch: 1, streets: 20, pushes: 10 },
  { tablets: 8, batch: 50, streets: 8, pushes: 1 },
];

const pages = ['overview', 'community'] as const;
type PageName = (typeof pages)[number];
/** What each page asks for at once, of the street or of the community. */
const parts: Record<PageName, { kind: string; paths: readonly string[] }> = {
  overview: { kind: 'street', paths: ['overview', 'rates?purpose=coverage', 'trend?purpose=coverage'] },
  community: { kind: 'community', paths: ['rates?purpose=coverage', 'trend?purpose=coverage', 'rounds'] },
};

type Step = { responses: number; pages: Map<PageName, number[]>; figures: Figures[] };

export async function measureScale(quick: boolean): Promise<string[]> {
  const rounds = quick ? 2 : 5;
  const doors = Math.max(
    (quick ? sizes.quick : sizes.all).at(-1) ?? 0,
    ...cases.map((one) => doorsFor(one, rounds)),
  );
  await using world = await makeWorld(doors, shape);
  const cookie = await signInToOffice(world.product.origin, 'visitor-1');
  const year = new Year(world);
  // Programs are slower until their hot parts are compiled.
  for (const one of cases) await compare(world, one, 1);
  const steps: Step[] = [];
  for (const size of quick ? sizes.quick : sizes.all) {
    const responses = await year.to(size);
    console.log(`${whole(responses)} responses: measuring`);
    const taken = await timePages(world, cookie, quick ? 40 : 400);
    const figures: Figures[] = [];
    for (const one of cases) figures.push(await compare(world, one, rounds));
    steps.push({ responses, pages: taken, figures });
    console.log(`${whole(responses)} responses: measured`);
  }
  const estimates = await year.timeEstimates(sampleSize, quick ? 5 : 40);
  return report(steps, estimates, await countAnew(world), rounds);
}

async function timePages({ product, sql }: World, cookie: string, count: number): Promise<Step['pages']> {
  const areas = await listAreas(sql);
  const taken = new Map<PageName, number[]>();
  for (const page of pages) {
    const { kind, paths } = parts[page];
    const ids = areas.filter((area) => area.kind === kind).map((area) => area.id);
    const times: number[] = [];
    for (let index = -ids.length; index < count; index += 1) {
      const id = must(ids.at(index % ids.length), 'an area');
      const started = performance.now();
      await Promise.all(paths.map((path) => ask(`${product.origin}/api/areas/${id}/${path}`, cookie)));
      // Once through all areas before anything counts.
      if (index >= 0) times.push(performance.now() - started);
    }
    taken.set(page, times);
  }
  return taken;
}

async function ask(url: string, cookie: string): Promise<void> {
  const response = await fetch(url, { headers: { Cookie: cookie } });
  await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}

const bounds: Record<PageName, number> = { overview: 30, community: 50 };

function report(
  steps: readonly Step[],
  estimates: readonly number[],
  recounted: { responses: number; seconds: number },
  rounds: number,
): string[] {
  const [first, last] = [must(steps[0], 'a measurement'), must(steps.at(-1), 'a measurement')];
  const timesOf = (step: Step, page: PageName): number[] => must(step.pages.get(page), 'a page');
  const [few, many] = [whole(first.responses), whole(last.responses)];
  const slow = pages.map((page): Target => ({
    what: `${page} page at ${many} responses, p95 in ms`,
    value: quantile(timesOf(last, page), 0.95),
    digits: 1,
    wanted: '≤',
    bound: bounds[page],
  }));
  const grown = pages.map((page): Target => ({
    what: `${page} page: p50 at ${many} to that at ${few}`,
    value: quantile(timesOf(last, page), 0.5) / quantile(timesOf(first, page), 0.5),
    digits: 2,
    wanted: '≤',
    bound: 1.3,
  }));
  const pushed = cases.map(({ batch }, index): Target => ({
    what: `batch ${batch}: cost of an item at ${many} to that at ${few}`,
    value: figuresOf(last, index).relativeCost.middle / figuresOf(first, index).relativeCost.middle,
    digits: 2,
    wanted: '≤',
    bound: 1.3,
  }));
  const estimate: Target = {
    what: `release of a round with ${whole(sampleSize)} responses estimated, p95 in ms`,
    value: quantile(estimates, 0.95),
    digits: 1,
    wanted: '≤',
    bound: 300,
  };
  return [
    ...targetTable([...slow, ...grown, ...pushed, estimate]),
    '',
    ...pageTable(steps, timesOf),
    '',
    ...pushTable(steps),
    '',
    `Medians of ${rounds} rounds. All ${whole(recounted.responses)} responses were counted anew in ${whole(recounted.seconds)} s,`,
    `${whole(recounted.responses / recounted.seconds)} a second; every count was the one that is kept.`,
  ];
}

const pageTable = (steps: readonly Step[], timesOf: (step: Step, page: PageName) => number[]): string[] =>
  table(
    ['page, responses', 'requests', 'p50 ms', 'p95 ms', 'longest ms'],
    pages.flatMap((page) =>
      steps.map((step) => {
        const times = timesOf(step, page);
        const shown = [0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(1));
        return [`${page}, ${whole(step.responses)}`, String(times.length), ...shown];
      }),
    ),
  );

const pushTable = (steps: readonly Step[]): string[] =>
  table(
    ['responses, batch', 'CPU ms', '× endpoint', 'to endpoint', 'to inserts', 'product/s'],
    steps.flatMap((step) =>
      cases.map(({ batch }, index) => {
        const figures = figuresOf(step, index);
        return [
          `${whole(step.responses)}, batch ${batch}`,
          figures.productCost.toFixed(2),
          withSpread(figures.relativeCost, 1),
          withSpread(figures.toEndpoint),
          withSpread(figures.toInserts),
          whole(figures.product),
        ];
      }),
    ),
  );

const figuresOf = (step: Step, index: number): Figures => must(step.figures[index], 'a measured case');
