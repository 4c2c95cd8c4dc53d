/** A line on which no request comes to its end: the tablet can be worked with, gives up, says so, and sends later. */
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
  tablet = await WorkerTablet.signIn(stand, stand.street.people.li, {
    // The minute of silence is passed by its clock.
    prepare: (context) => context.clock.install(),
  });
  await tablet.begin('602');
});
afterAll(() => running.disposeAsync());

test('one byte a second: doors are recorded meanwhile, the request is given up, and everything is sent once the line is well', async () => {
  goAway(stand);
  await tablet.answer('601', '保密');
  await tablet.reopen();
  await tablet.untilUnsent(2);
  stand.line.faults = { bitsPerSecond: 8 };
  stand.line.hangUp();
  const pushed = tablet.page.waitForRequest(`**${pushPath}`);
  await tablet.sync();
  const request = await pushed;
  const failed = tablet.page.waitForEvent('requestfailed', (one) => one === request);
  // It is on its way, and the worker is at the next door.
  await tablet.nobodyHome('502');
  await tablet.untilUnsent(3);
  expect(await tablet.page.getByRole('button', { name: '正在同步' }).count()).toBe(1);
  await tablet.page.clock.fastForward('01:01');
  await failed;
  await tablet.untilReason('连不上办公室');
  await tablet.untilUnsent(3);
  expect(await office.listVisits(stand.api.sql, stand.street.streetId)).toEqual([]);

  comeBack(stand);
  await tablet.sync();
  await expectAllArrived(stand, tablet);
});
