/** The line breaks while a tablet sends: whatever the office got of it, the tablet believes only what it was told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAllArrived } from './ending.ts';
import * as office from './office.queries.ts';
import { comeBack, goAway, openFaultStand, pushPath, type FaultStand } from './stand.ts';
import { WorkerTablet } from './worker-tablet.ts';

const running = new AsyncDisposableStack();
let stand: FaultStand;
let tablet: WorkerTablet;

beforeAll(async () => {
  stand = await openFaultStand(running);
  tablet = await WorkerTablet.signIn(stand, stand.street.people.li);
  await tablet.begin('602');
});
afterAll(() => running.disposeAsync());

/** The line is dead from this moment on: what the browser tries again by itself gets nowhere either. */
const dies = async () => goAway(stand);
const visitsAtOffice = async () => (await office.listVisits(stand.api.sql, stand.street.streetId)).length;

const breaks = [
  {
    name: 'after the office has it, before its answer',
    room: '601',
    arrives: true,
    lay: () => stand.line.loseNextReply(pushPath, dies),
  },
  {
    name: 'half way through the answer',
    room: '502',
    arrives: true,
    lay: () => stand.line.loseNextReply(pushPath, dies, { share: 0.5 }),
  },
  {
    name: 'with an answer cut short in good order',
    room: '501',
    arrives: true,
    lay: () => stand.line.loseNextReply(pushPath, dies, { share: 0.9, ending: 'cut' }),
  },
  {
    name: 'in the middle of the request',
    room: '402',
    arrives: false,
    lay: () => stand.line.breakNextRequest(pushPath, dies, { bodyBytes: 200 }),
  },
  {
    name: 'with a request cut short in good order',
    room: '401',
    arrives: false,
    lay: () => stand.line.breakNextRequest(pushPath, dies, { bodyBytes: 200, ending: 'cut' }),
  },
] as const;

test.each(breaks)('$name: unsent on the badge, and at the office once', async ({ room, arrives, lay }) => {
  const before = await visitsAtOffice();
  goAway(stand);
  await tablet.answer(room, '保密');
  await tablet.reopen();
  await tablet.untilUnsent(2);
  const broken = lay();
  comeBack(stand);
  await tablet.sync();
  await broken;
  await tablet.untilReason(/连不上办公室|收到的回复无法识别/);
  await tablet.untilUnsent(2);
  expect(await visitsAtOffice()).toBe(before + (arrives ? 1 : 0));

  comeBack(stand);
  await tablet.sync();
  await expectAllArrived(stand, tablet);
});
