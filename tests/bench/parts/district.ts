/** A district that grows from a thousand responses to a million: what a response costs, and how fast the overview is. */
import { residentMegabytes } from '../figures/processor-time.ts';
import { table, targetTable, whole, withSpread, type Target } from '../figures/table.ts';
import { doorsOfRound, Growth, recount } from '../world/grow.ts';
import { compare, doorsFor, type Case, type Figures } from '../world/slices.ts';
import { makeWorld, type World } from '../world/world.ts';
import { measureOverview } from './overview.ts';

/** Responses in each of 32 streets. */
const sizes = { all: [4, 313, 3_125, 31_250], quick: [4, 3_125] };

/** Few, so that a thousand responses do not become many thousands while they are measured. */
const cases: readonly Case[] = [
  { tablets: 32, batch: 1, streets: 32, pushes: 10 },
  { tablets: 8, batch: 50, streets: 8, pushes: 1 },
];

type Wanted = { growth: boolean; overview: boolean };
type Lines = { growth?: string[]; overview?: string[] };
type Step = { responses: number; figures: Figures[] };

export async function measureDistrict(quick: boolean, wanted: Wanted): Promise<Lines> {
  const rounds = quick ? 2 : 5;
  const doors = Math.max(doorsOfRound, ...cases.map((one) => doorsFor(one, rounds)));
  await using world = await makeWorld(doors);
  const steps = wanted.growth ? await growMeasuring(world, quick, rounds) : await growOnly(world, quick);
  const overview = wanted.overview ? await measureOverview(world, quick) : undefined;
  // Whatever was pushed and filled in on the way: the rollups are what counting all answers again gives.
  await recount(world);
  return {
    ...(wanted.growth && { growth: reportGrowth(steps, rounds, residentMegabytes(world.product.pid)) }),
    ...(overview && { overview }),
  };
}

async function growOnly(world: World, quick: boolean): Promise<Step[]> {
  await new Growth(world).to((quick ? sizes.quick : sizes.all).at(-1) ?? 0);
  return [];
}

async function growMeasuring(world: World, quick: boolean, rounds: number): Promise<Step[]> {
  const growth = new Growth(world);
  const steps: Step[] = [];
  // Programs are slower until their hot parts are compiled.
  for (const one of cases) await compare(world, one, 1);
  for (const size of quick ? sizes.quick : sizes.all) {
    const responses = await growth.to(size);
    const figures: Figures[] = [];
    for (const one of cases) figures.push(await compare(world, one, rounds));
    console.log(
      `${whole(responses)} responses: ${figures.map(({ productCost }) => `${productCost.toFixed(2)} ms`).join(', ')}`,
    );
    steps.push({ responses, figures });
  }
  return steps;
}

function reportGrowth(
  steps: readonly Step[],
  rounds: number,
  resident: { now: number; peak: number },
): string[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing was measured');
  const growthOf = (step: Step, index: number): number => costOf(step, index) / costOf(first, index);
  const targets = cases.map(({ batch }, index): Target => ({
    what: `batch ${batch}: cost at ${whole(last.responses)} responses to that at ${whole(first.responses)}`,
    value: growthOf(last, index),
    digits: 2,
    wanted: '≤',
    bound: 1.3,
  }));
  const memory = {
    what: 'resident memory of the server, highest, MB',
    value: resident.peak,
    digits: 0,
  } as const;
  const rows = steps.flatMap((step) =>
    cases.map(({ batch }, index) => {
      const figures = figuresOf(step, index);
      return [
        `${whole(step.responses)}, batch ${batch}`,
        figures.productCost.toFixed(2),
        withSpread(figures.relativeCost, 1),
        growthOf(step, index).toFixed(2),
        withSpread(figures.toEndpoint),
        whole(figures.product),
      ];
    }),
  );
  const heads = ['responses, batch', 'CPU ms', '× endpoint', 'growth', 'to endpoint', 'product/s'];
  return [
    ...targetTable([...targets, { ...memory, wanted: '≤', bound: 300 }]),
    '',
    ...table(heads, rows),
    '',
    `Medians of ${rounds} rounds. At the end the server held ${whole(resident.now)} MB.`,
  ];
}

function figuresOf(step: Step, index: number): Figures {
  const figures = step.figures[index];
  if (figures === undefined) throw new Error('a case was not measured');
  return figures;
}

/** Processor time of one item as a multiple of the bare endpoint's in the same rounds: the machine's mood cancels out. */
const costOf = (step: Step, index: number): number => figuresOf(step, index).relativeCost.middle;
