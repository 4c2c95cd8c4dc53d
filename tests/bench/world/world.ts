/** The world of a benchmark: a durable PostgreSQL, the product in a process of its own, a district, signed-in tablets. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openPool, type Sql } from '@huhudao/db';
import { startServer, type ServerConnection } from '@huhudao/db/server';
import { call, newId, signInDevice, type Transport } from '@huhudao/protocol';
import { chainStart } from '../../../apps/api/src/http/audit-chain.ts';
import { hashPassword } from '../../../apps/api/src/http/passwords.ts';
import { Child } from '../programs/child.ts';
import { startProduct, type Product } from '../programs/product.ts';
import { hashes, type Door } from './push-item.ts';
import * as queries from './world.queries.ts';

const tabletCount = 32;
export const password = 'bench-only-password';

/** How many streets the district has, and communities each of them. */
export type Shape = { streets: number; communities: number };
const usualShape: Shape = { streets: 32, communities: 9 };

export type World = {
  shape: Shape;
  sql: Sql;
  /** Process id of PostgreSQL's first process. */
  databasePid: number;
  product: Product;
  floor: { child: Child; url: string };
  /** The route that writes a push's rows and does nothing else. */
  transactions: { url: string };
  load: Child;
  credentials: string[];
  /**
   * Opens a round over so many doors of the first streets and closes the one that was opened before; answers their
   * doors, street by street.
   */
  openRound: (streets: number, doors: number) => Promise<Door[][]>;
} & AsyncDisposable;

/** Everything on this machine and in a temporary folder; PostgreSQL with the product's own, durable settings. */
export async function makeWorld(doorsPerStreet: number, shape = usualShape): Promise<World> {
  await using starting = new AsyncDisposableStack();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-bench-'));
  starting.defer(() => fs.rmSync(folder, { recursive: true, force: true }));
  const server = await startServer({ dataDir: path.join(folder, 'postgres') });
  starting.defer(server.stop);
  const product = await startProduct(server.connection, path.join(folder, 'data'));
  starting.defer(product.stop);
  const sql = openPool(server.connection, { max: 2 });
  starting.defer(() => sql.end({ timeout: 5 }));
  await fill(sql, shape, doorsPerStreet);
  const floor = await startFloor(server.connection);
  starting.defer(() => floor.child.stop());
  const transactions = await startTransactions(server.connection);
  starting.defer(() => transactions.child.stop());
  const load = new Child(programOf('load'));
  starting.defer(() => load.stop());
  const credentials = await signInTablets(product.origin);
  const running = starting.move();
  return {
    shape,
    sql,
    databasePid: server.pid,
    product,
    floor,
    transactions,
    load,
    credentials,
    openRound: roundsOf(sql),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

function roundsOf(sql: Sql): World['openRound'] {
  let opened = 0;
  return async (streets, doors) => {
    await queries.closeRound(sql, `第${opened}轮`);
    opened += 1;
    const name = `第${opened}轮`;
    await queries.insertRounds(sql, { name, streets, doors, daysAgo: 0, ...hashes });
    // What autovacuum does within a minute of such a change.
    await queries.analyze(sql);
    const found = await queries.listDoors(sql, name);
    return [...Map.groupBy(found, (door) => door.streetId).values()];
  };
}

const programOf = (name: string): string =>
  path.join(import.meta.dirname, '..', 'programs', `${name}.program.ts`);

async function fill(sql: Sql, shape: Shape, doorsPerStreet: number): Promise<void> {
  await queries.insertAreas(sql, shape.streets, shape.communities);
  await queries.insertHeads(sql, chainStart);
  await queries.insertPeople(sql, await hashPassword(password), tabletCount);
  await queries.insertGrants(sql);
  await queries.insertTeams(sql);
  await queries.insertWalker(sql);
  await queries.insertDoors(sql, doorsPerStreet / shape.communities);
  await queries.vacuum(sql);
}

async function startFloor({
  host,
  user,
  database,
}: ServerConnection): Promise<{ child: Child; url: string }> {
  const child = new Child(programOf('floor'), [host, user, database]);
  return { child, url: `http://127.0.0.1:${await child.ask<number>('port')}/records` };
}

async function startTransactions({ host, user, database }: ServerConnection) {
  const child = new Child(programOf('transaction'), [host, user, database]);
  await child.ask('learnPlaces');
  return { child, url: `http://127.0.0.1:${await child.ask<number>('port')}/transactions` };
}

/** Real sign-ins of tablets, one a person. */
async function signInTablets(origin: string): Promise<string[]> {
  const transport: Transport = { origin, fetch };
  const credentials: string[] = [];
  for (let number = 1; number <= tabletCount; number++) {
    const body = { login: `visitor-${number}`, password, deviceId: newId(), deviceName: `平板${number}` };
    credentials.push((await call(transport, signInDevice, { body })).credential);
  }
  return credentials;
}
