/** API or PostgreSQL are killed while a tablet sends, and what is restored is older than what was confirmed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@huhudao/protocol';
import { renewEpoch } from '../simulator/town/street-copy.queries.ts';
import { copyStreet, putStreetBack } from '../simulator/town/street-copy.ts';
import { until } from '../../tablet/stand.ts';
import { expectAllArrived } from './ending.ts';
import * as office from './office.queries.ts';
import { OwnPostgres } from './own-postgres.ts';
import { comeBack, goAway, openFaultStand, pushPath, type FaultStand } from './stand.ts';
import { countWaiting, lockStreet } from './stand.queries.ts';
import { WorkerTablet } from './worker-tablet.ts';

const running = new AsyncDisposableStack();
let postgres: OwnPostgres;
let stand: FaultStand;
let tablet: WorkerTablet;

beforeAll(async () => {
  postgres = await OwnPostgres.start(running);
  stand = await openFaultStand(running, postgres.database);
  tablet = await WorkerTablet.signIn(stand, stand.street.people.li);
  await tablet.begin('602');
});
afterAll(() => running.disposeAsync());

const roomsAtOffice = async () =>
  (await office.listVisits(stand.api.sql, stand.street.streetId)).map(({ room }) => room);

/** Two records are in the outbox, and nothing gets through. */
async function workUnsent(room: string): Promise<void> {
  goAway(stand);
  await tablet.answer(room, '保密');
  await tablet.reopen();
  await tablet.untilUnsent(2);
}

/** The next push gets as far as the middle of its transaction; there this happens, and the transaction never ends. */
async function inTheMiddle(happens: () => Promise<void>): Promise<void> {
  const { api, street } = stand;
  const held = api.sql.begin(async (tx) => {
    await lockStreet(tx, street.streetId);
    comeBack(stand);
    await tablet.sync();
    await until(
      () => countWaiting(api.sql),
      ([waiting]) => (waiting?.count ?? 0) > 0,
    );
    await happens();
  });
  // Where PostgreSQL was killed, so was this.
  await held.catch(() => undefined);
}

/** The tablet has heard nothing and says so, and after the new start sends by itself or at a tap. */
async function sendsLater(): Promise<void> {
  await tablet.sync();
  await expectAllArrived(stand, tablet);
}

test('the API is killed in the middle of the transaction of a push: nothing is half there, and it arrives once', async () => {
  await workUnsent('601');
  await inTheMiddle(() => stand.product.kill());
  await tablet.untilUnsent(2);
  await stand.product.start();
  await sendsLater();
});

test('the API is killed after it has committed, before it has answered: it arrives once', async () => {
  await workUnsent('502');
  const lost = stand.line.loseNextReply(pushPath, () => stand.product.kill());
  comeBack(stand);
  await tablet.sync();
  await lost;
  expect(await roomsAtOffice()).toContain('502');
  await tablet.untilReason('连不上办公室');
  await tablet.untilUnsent(2);
  await stand.product.start();
  await sendsLater();
});

test('PostgreSQL is killed in the middle of the transaction of a push: the tablet is told to wait, and it arrives once', async () => {
  await workUnsent('501');
  await inTheMiddle(() => postgres.kill());
  await tablet.untilReason('服务器忙');
  await tablet.untilUnsent(2);
  await postgres.startAgain();
  await sendsLater();
});

test('PostgreSQL is killed after a push was committed, before the tablet has the answer: it is there once', async () => {
  await workUnsent('402');
  const lost = stand.line.loseNextReply(pushPath, () => postgres.kill());
  comeBack(stand);
  await tablet.sync();
  await lost;
  await tablet.untilUnsent(2);
  await postgres.startAgain();
  expect(await roomsAtOffice()).toContain('402');
  await sendsLater();
});

test('the office is restored to before what it had confirmed: the tablet sends it again, and nothing is there twice', async () => {
  const { api, street, product } = stand;
  await tablet.nobodyHome('401');
  await tablet.reopen();
  await expectAllArrived(stand, tablet);
  const older = await copyStreet(api.sql, street.streetId);
  await tablet.answer('302', '实名，欢迎回访');
  await tablet.reopen();
  await expectAllArrived(stand, tablet);

  goAway(stand);
  await product.kill();
  await putStreetBack(api.sql, street.streetId, older);
  await renewEpoch(api.sql, newId());
  expect(await roomsAtOffice()).not.toContain('302');
  await product.start();
  comeBack(stand);
  await tablet.sync();
  await until(roomsAtOffice, (rooms) => rooms.includes('302'));
  await expectAllArrived(stand, tablet);
});
