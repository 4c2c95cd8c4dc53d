/** A PostgreSQL that is killed ends its sessions without a word, also those in the middle of a transaction. */
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createTestDatabase, empty, type TestDatabase } from '@huhudao/testkit';
import * as facts from './pool.facts.queries.ts';
import { openPool, type Sql } from './pool.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(empty);
  await facts.createNotes(database.sql);
});
afterAll(() => database.drop());

/** A pool of one connection, so that what follows comes over the one that was lost; `kill` ends its session. */
async function mortalPool(): Promise<{ sql: Sql; kill: () => void }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-pool-'));
  const open = new Set<net.Socket>();
  const relay = net.createServer((socket) => {
    const server = net.connect(path.join(database.connection.host, `.s.PGSQL.${database.connection.port}`));
    for (const one of [socket, server]) one.on('error', () => undefined).on('close', () => open.delete(one));
    open.add(socket).add(server);
    socket.pipe(server).pipe(socket);
  });
  await new Promise<void>((resolve) => relay.listen(path.join(folder, '.s.PGSQL.5432'), resolve));
  const through = { ...database.connection, host: folder, port: 5432 };
  const sql = openPool(through, { max: 1 });
  onTestFinished(async () => {
    await sql.end({ timeout: 1 });
    relay.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return { sql, kill: () => open.forEach((one) => one.destroy()) };
}

test('a session that ends in the middle of a transaction fails the transaction, not the program, and the pool goes on', async () => {
  const { sql, kill } = await mortalPool();
  const transaction = sql.begin(async (tx) => {
    await facts.insertNote(tx, 'half');
    await facts.sleepLong(tx);
  });
  const ended = expect(transaction).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  await expect.poll(() => facts.countSleeping(database.sql), { timeout: 30_000 }).toEqual([{ count: 1 }]);
  kill();
  await ended;
  expect(await facts.listNotes(sql)).toEqual([]);
  await sql.begin((tx) => facts.insertNote(tx, 'whole'));
  expect(await facts.listNotes(sql)).toEqual([{ text: 'whole' }]);
});

test('nothing more of a transaction whose session has ended runs in the session that follows', async () => {
  const { sql, kill } = await mortalPool();
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const wrote = Promise.withResolvers<unknown>();
  const transaction = sql.begin(async (tx) => {
    await facts.listNotes(tx);
    begun.resolve();
    await goOn.promise;
    await facts.insertNote(tx, 'stray').then(() => wrote.resolve('written'), wrote.resolve);
  });
  const ended = expect(transaction).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  await begun.promise;
  kill();
  await ended;
  const next = sql.begin(async (tx) => {
    await facts.insertNote(tx, 'next');
    goOn.resolve();
    expect(await wrote.promise).toBeInstanceOf(Error);
  });
  await next;
  expect((await facts.listNotes(sql)).map(({ text }) => text).toSorted()).toEqual(['next', 'whole']);
});
