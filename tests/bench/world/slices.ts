/** One comparison: the same requests sent to the product and to the floors in turn, round after round. */
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from '@huhudao/domain';
import { median, spreadOf, type Spread } from '../figures/median.ts';
import { processorSeconds } from '../figures/processor-time.ts';
import type { Sent, Tablet } from '../programs/load.program.ts';
import { batchBody, type Door } from './push-item.ts';
import type { World } from './world.ts';

export type Case = {
  tablets: number;
  /** Items (a visit and its response) in one push. */
  batch: number;
  streets: number;
  /** Pushes of each tablet in one slice. */
  pushes: number;
};

/** Items that one slice sends. */
const itemsOf = ({ tablets, pushes, batch }: Case): number => tablets * pushes * batch;

/** Medians over the rounds. */
export type Figures = {
  /** Items a second. */
  product: number;
  endpoint: number;
  inserts: number;
  /** Ratios within each round. */
  toEndpoint: Spread;
  toInserts: Spread;
  /** Null where the rollups are recounted afterwards: the bare transactions count what nobody answered. */
  toTransactions: Spread | null;
  /** Milliseconds a push takes. */
  p50: number;
  p975: number;
  /** Milliseconds of processor time that server and database spend on one item. */
  productCost: number;
  endpointCost: number;
  /** The former as a multiple of the latter, within each round. */
  relativeCost: Spread;
};

type Round = {
  product: number;
  endpoint: number;
  inserts: number;
  transactions: number | null;
  sent: Sent;
  productCost: number;
  endpointCost: number;
};

/** Rounds that may be repeated because the machine was too busy for an answer in time. */
const spare = 2;

/** Doors that one slice of a case needs of each street. */
const doorsOfSlice = (one: Case): number => one.batch * Math.ceil((one.tablets * one.pushes) / one.streets);

/** Doors a case needs of each street. */
export const doorsFor = (one: Case, rounds: number): number => (rounds + spare) * doorsOfSlice(one);

export async function compare(
  world: World,
  one: Case,
  rounds: number,
  { withTransactions = false } = {},
): Promise<Figures> {
  const doors = await world.openRound(one.streets, doorsFor(one, rounds));
  const measured: Round[] = [];
  for (let slice = 0; measured.length < rounds; slice++) {
    if (slice === rounds + spare) throw new Error('this machine is too busy to be measured');
    const round = await measure(world, one, dealOut(world, one, doors, slice), withTransactions);
    if (round.sent.refused === 0) measured.push(round);
    else console.log(`${round.sent.refused} requests were told to come again: the round is repeated`);
  }
  const middle = (of: (round: Round) => number): number => median(measured.map(of));
  return {
    product: middle((round) => round.product),
    endpoint: middle((round) => round.endpoint),
    inserts: middle((round) => round.inserts),
    toEndpoint: spreadOf(measured.map((round) => round.product / round.endpoint)),
    toInserts: spreadOf(measured.map((round) => round.product / round.inserts)),
    toTransactions: withTransactions
      ? spreadOf(measured.map((round) => round.product / must(round.transactions, 'a measured floor')))
      : null,
    p50: middle((round) => round.sent.p50),
    p975: middle((round) => round.sent.p975),
    productCost: middle((round) => round.productCost),
    endpointCost: middle((round) => round.endpointCost),
    relativeCost: spreadOf(measured.map((round) => round.productCost / round.endpointCost)),
  };
}

/** One round: product, bare endpoint, bare inserts, and bare transactions where they are asked for. */
async function measure(
  world: World,
  one: Case,
  tablets: Tablet[],
  withTransactions: boolean,
): Promise<Round> {
  const { load, floor, product, databasePid } = world;
  const items = itemsOf(one);
  await load.ask('prepare', tablets);
  const costOf = async <T>(pids: readonly number[], work: () => Promise<T>) => {
    const before = processorSeconds(pids);
    const result = await work();
    return { result, cost: ((processorSeconds(pids) - before) / items) * 1000 };
  };
  const ours = await costOf([product.pid, databasePid], () =>
    load.ask<Sent>('send', { url: `${product.origin}/api/sync/push`, accepted: 2 * one.batch }),
  );
  await sleep(100);
  const bare = await costOf([floor.child.pid, databasePid], () =>
    load.ask<Sent>('send', { url: floor.url, accepted: 0 }),
  );
  await sleep(100);
  const inserts = await insertBare(world, one, tablets);
  const transactions = withTransactions ? await rateOfTransactions(world, items) : null;
  return {
    product: items / ours.result.seconds,
    endpoint: items / bare.result.seconds,
    inserts,
    transactions,
    sent: ours.result,
    productCost: ours.cost,
    endpointCost: bare.cost,
  };
}

/** The same requests to the route that writes their rows in one transaction each. Items a second. */
async function rateOfTransactions({ load, transactions }: World, items: number): Promise<number> {
  await sleep(100);
  return items / (await load.ask<Sent>('send', { url: transactions.url, accepted: 0 })).seconds;
}

async function insertBare({ floor }: World, one: Case, tablets: readonly Tablet[]): Promise<number> {
  const batch = tablets[0]?.batches[0];
  if (batch === undefined) throw new Error('nothing to insert');
  const items = batch.doors.map((door, index) => batchBody({ doors: [door], firstSequence: 2 * index + 1 }));
  const input = { items, size: one.batch, count: one.tablets * one.pushes, writers: one.tablets };
  const { seconds } = await floor.child.ask<{ seconds: number }>('insertBatches', input);
  return itemsOf(one) / seconds;
}

/** Every tablet works its way through the streets that fall to it; no door is used twice. */
export function dealOut({ credentials }: World, one: Case, doors: Door[][], round: number): Tablet[] {
  const used = Array.from({ length: one.streets }, () => round * doorsOfSlice(one));
  return credentials.slice(0, one.tablets).map((credential, tablet) => ({
    credential,
    batches: Array.from({ length: one.pushes }, (_, push) => {
      const street = (tablet + push * one.tablets) % one.streets;
      const from = used[street] ?? 0;
      used[street] = from + one.batch;
      return {
        doors: (doors[street] ?? []).slice(from, from + one.batch),
        firstSequence: (round * one.pushes + push) * 2 * one.batch + 1,
      };
    }),
  }));
}
