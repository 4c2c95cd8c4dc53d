/** How fast the product takes a visit with a 17-answer response, against programs that only store the bytes. */
import { table, targetTable, whole, withSpread } from '../figures/table.ts';
import { compare, doorsFor, type Case, type Figures } from '../world/slices.ts';
import { makeWorld, type World } from '../world/world.ts';

/** A slice takes about a second, and no more doors than a street has. */
const cases: readonly Case[] = [
  { tablets: 1, batch: 1, streets: 1, pushes: 320 },
  { tablets: 8, batch: 1, streets: 1, pushes: 75 },
  { tablets: 32, batch: 1, streets: 1, pushes: 20 },
  { tablets: 1, batch: 1, streets: 32, pushes: 320 },
  { tablets: 8, batch: 1, streets: 32, pushes: 125 },
  { tablets: 32, batch: 1, streets: 32, pushes: 50 },
  { tablets: 1, batch: 50, streets: 1, pushes: 32 },
  { tablets: 8, batch: 50, streets: 1, pushes: 4 },
  { tablets: 32, batch: 50, streets: 1, pushes: 1 },
  { tablets: 1, batch: 50, streets: 32, pushes: 32 },
  { tablets: 8, batch: 50, streets: 32, pushes: 12 },
  { tablets: 32, batch: 50, streets: 32, pushes: 4 },
];

type Measured = readonly [Case, Figures];

export async function measurePush(quick: boolean): Promise<string[]> {
  const rounds = quick ? 3 : 7;
  const doors = Math.max(...cases.map((one) => doorsFor(one, rounds)));
  await using world = await makeWorld(doors);
  await warmUp(world, quick ? 1 : 3);
  const measured: Measured[] = [];
  for (const one of cases) {
    const figures = await compare(world, one, rounds, { withTransactions: true });
    measured.push([one, figures]);
    console.log(
      `${nameOf(one)}: ${withSpread(figures.toEndpoint)} of the endpoint, ${withSpread(figures.toInserts)} of the inserts, ${share(figures)} of the transactions`,
    );
  }
  return [
    ...targetTable(targetsOf(measured)),
    '',
    ...everyCase(measured),
    '',
    `Medians of ${rounds} rounds.`,
  ];
}

/** Programs are slower until their hot parts are compiled and the tables have their statistics. */
async function warmUp(world: World, rounds: number): Promise<void> {
  const withTransactions = true;
  await compare(world, { tablets: 32, batch: 1, streets: 32, pushes: 50 }, rounds, { withTransactions });
  await compare(world, { tablets: 32, batch: 50, streets: 32, pushes: 2 }, 1);
}

const nameOf = ({ tablets, batch, streets }: Case): string =>
  `${tablets} × ${batch}, ${streets === 1 ? 'one street' : `${streets} streets`}`;

const share = ({ toTransactions }: Figures): string =>
  toTransactions === null ? '' : withSpread(toTransactions);

function targetsOf(measured: readonly Measured[]) {
  const busiest = (batch: number): Figures => {
    const found = measured.find(([one]) => one.batch === batch && one.tablets === 32 && one.streets === 32);
    if (found === undefined) throw new Error(`batch ${batch} was not measured`);
    return found[1];
  };
  const where = (batch: number, floor: string) =>
    `batch ${batch}, 32 tablets, 32 streets: rate to that of the ${floor}`;
  const common = { digits: 2, wanted: '≥' } as const;
  return [
    { ...common, what: where(1, 'bare endpoint'), value: busiest(1).toEndpoint.middle, bound: 0.5 },
    { ...common, what: where(50, 'bare inserts'), value: busiest(50).toInserts.middle, bound: 0.3 },
  ];
}

function everyCase(measured: readonly Measured[]): string[] {
  const heads = [
    'tablets × batch, streets',
    'to endpoint',
    'to inserts',
    'to transactions',
    'product/s',
    'endpoint/s',
    'inserts/s',
    'p50 ms',
    'p97.5 ms',
    'CPU ms',
    'endpoint CPU ms',
  ];
  const rows = measured.map(([one, figures]) => [
    nameOf(one),
    withSpread(figures.toEndpoint),
    withSpread(figures.toInserts),
    share(figures),
    whole(figures.product),
    whole(figures.endpoint),
    whole(figures.inserts),
    whole(figures.p50),
    whole(figures.p975),
    figures.productCost.toFixed(2),
    figures.endpointCost.toFixed(2),
  ]);
  return table(heads, rows);
}
