/** With a protection taken away the oracle of the real profiles finds it, and says what broke; so its green counts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
import { pushBody, type Mutation } from '@huhudao/protocol';
import type { StandIn } from '../tcp/faults.ts';
import { expectAllArrived, findingsNow } from './ending.ts';
import { findings } from './oracle.ts';
import { comeBack, goAway, openFaultStand, pushPath, type FaultStand } from './stand.ts';
import { readEpoch } from './stand.queries.ts';
import * as sabotage from './sabotage.queries.ts';
import { WorkerTablet } from './worker-tablet.ts';

const running = new AsyncDisposableStack();
let stand: FaultStand;
let tablet: WorkerTablet;

beforeAll(async () => {
  stand = await openFaultStand(running);
  tablet = await WorkerTablet.signIn(stand, stand.street.people.li);
});
afterAll(() => running.disposeAsync());

test('it is green where nothing is taken away', async () => {
  await tablet.begin('602');
  await tablet.answer('601', '保密');
  await tablet.reopen();
  await expectAllArrived(stand, tablet);
});

test.each([
  [
    'a visit there twice',
    sabotage.doubleVisit,
    /^duplicate: li’s visit to 601, partial, is at the office 2 times/,
  ],
  [
    'another outcome',
    sabotage.changeOutcome,
    /^altered: li’s visit to 601, partial, is refused at the office/,
  ],
  ['other answers', sabotage.changeAnswers, /^lost: a response of 601, confidential, .*heardOf/],
  [
    'a visit nobody made',
    sabotage.moveVisit,
    /^invented: no screen has called li’s visit to 601, partial, saved/,
  ],
])('it goes red over %s', async (_what, damage, said) => {
  const { api, street, ledger } = stand;
  await api.sql
    .begin(async (tx) => {
      await damage(tx, street.streetId);
      const found = await findings({ sql: tx, streetId: street.streetId, ledger });
      expect(found).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  expect(await findingsNow(stand)).toEqual([]);
});

const undone = new Error('taken back');

test('it goes red where a draft that was put aside is not on the tablet any more', async () => {
  await expectAllArrived(stand, tablet);
  await throwAway(tablet, 'drafts');
  await tablet.reopen();
  await expect(expectAllArrived(stand, tablet)).rejects.toThrow(/602/);
  stand.ledger.drafts.clear();
});

test('it goes red where the screen calls saved what the tablet does not keep', async () => {
  goAway(stand);
  await tablet.nobodyHome('502');
  await throwAway(tablet, 'held');
  comeBack(stand);
  await tablet.reopen();
  await tablet.untilAllSent();
  expect(await findingsNow(stand)).toEqual([
    'lost: li’s visit to 502, notHome, was called saved and is not at the office',
  ]);
  stand.ledger.visits.pop();
});

test('it goes red where records are acknowledged before anything is committed', async () => {
  const epoch = must((await readEpoch(stand.api.sql))[0], 'the installation').epoch;
  goAway(stand);
  await tablet.nobodyHome('501');
  await tablet.reopen();
  await tablet.untilUnsent(1);
  stand.line.faults = { standIn: acknowledging(epoch) };
  stand.line.hangUp();
  await tablet.sync();
  await tablet.untilAllSent();
  expect(await findingsNow(stand)).toEqual([
    'lost: li’s visit to 501, notHome, was called saved and is not at the office',
  ]);
});

/** Says of every record that it was accepted, and does nothing with it. */
const acknowledging =
  (epoch: string): StandIn =>
  ({ path, body }) => {
    if (path !== pushPath) return { status: 503, headers: {}, body: '' };
    const { mutations } = pushBody.parse(JSON.parse(body));
    const results = (mutations as Mutation[]).map(({ id }) => ({ id, result: 'accepted' }));
    const answer = JSON.stringify({ results, epoch, receivedAt: new Date().toISOString() });
    return { status: 200, headers: { 'Content-Type': 'application/json' }, body: answer };
  };

/** Everything in one table of the worker's store on the tablet. */
async function throwAway({ page }: WorkerTablet, table: string): Promise<void> {
  await page.evaluate(async (name) => {
    const own = (await indexedDB.databases()).find((one) => one.name?.startsWith('huhudao-') === true)?.name;
    const request = indexedDB.open(own ?? '');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const writing = request.result.transaction(name, 'readwrite');
    writing.objectStore(name).clear();
    await new Promise((resolve) => (writing.oncomplete = resolve));
    request.result.close();
  }, table);
}
