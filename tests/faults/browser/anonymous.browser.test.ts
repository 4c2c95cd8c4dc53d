/** kill -9 while anonymous responses wait: nobody reads them on the disk, and they leave in their batch and no other way. */
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymousBatchMinimum, anonymousBody } from '@huhudao/protocol';
import { searchProfile } from '../../tablet/profile/search.ts';
import { expectAllArrived } from './ending.ts';
import * as office from './office.queries.ts';
import { comeBack, goAway, openFaultStand, type FaultStand } from './stand.ts';
import { WorkerTablet, type SwitchOn } from './worker-tablet.ts';

const running = new AsyncDisposableStack();
const path = '/api/sync/anonymous';
/** What a questionnaire and the answers to it would be found by. */
const plain = ['knowsCampaign', 'heardOf', '听说过，不了解'];

let stand: FaultStand;
let tablet: WorkerTablet;
/** The batches that left the tablet, by the ids in them. */
const batches: string[][] = [];

/** Its minutes are passed by its clock, and what it sends is looked at. */
const watched: SwitchOn = {
  prepare: async (context) => {
    await context.clock.install();
    context.on('request', note);
  },
};

function note(request: Request): void {
  if (new URL(request.url()).pathname !== path) return;
  const { responses } = anonymousBody.parse(request.postDataJSON());
  batches.push(responses.map((one) => (one as { id: string }).id));
}

beforeAll(async () => {
  stand = await openFaultStand(running);
  tablet = await WorkerTablet.signIn(stand, stand.street.people.li, watched);
  await tablet.begin('602');
});
afterAll(() => running.disposeAsync());

const atOffice = async () => (await office.listAnonymous(stand.api.sql, stand.street.streetId)).length;

/** Minutes in which somebody touches it now and then, or it would lock itself. */
async function passSixMinutes(): Promise<void> {
  for (const at of [1, 2]) {
    await tablet.page.mouse.move(at, 0);
    await tablet.page.clock.fastForward('03:00');
    await tablet.page.mouse.move(0, at);
  }
}

test('four wait through a kill, alone; the fifth makes the batch, which is killed with its answer unread, and there once', async () => {
  goAway(stand);
  await tablet.answer('601', '匿名');
  await tablet.answer('502', '匿名', '不知道');
  await tablet.answer('501', '匿名');
  await tablet.answer('402', '匿名');
  await tablet.reopen();
  await tablet.untilUnsent(8);
  await tablet.runOut();
  expect(searchProfile(tablet.profile, plain)).toEqual([]);

  comeBack(stand);
  await tablet.switchOn(watched);
  // The visits are there, and nothing of what was answered, however long one waits.
  await tablet.untilUnsent(4);
  await passSixMinutes();
  await tablet.sync();
  await tablet.untilUnsent(4);
  expect([await atOffice(), batches]).toEqual([0, []]);

  await tablet.answer('401', '匿名');
  await tablet.reopen();
  await tablet.untilUnsent(5);
  const killed = stand.line.loseNextReply(path, () => tablet.runOut());
  await passSixMinutes();
  await Promise.all([killed, tablet.sync().catch(() => undefined)]);
  expect(await atOffice()).toBe(anonymousBatchMinimum);
  expect(searchProfile(tablet.profile, plain)).toEqual([]);

  await tablet.switchOn(watched);
  await passSixMinutes();
  await tablet.sync();
  await expectAllArrived(stand, tablet);
  const [first, ...again] = batches.map((ids) => ids.toSorted());
  expect(first).toHaveLength(anonymousBatchMinimum);
  for (const ids of again) expect(ids).toEqual(first);
  expect(again.length).toBeGreaterThan(0);
});
