/** kill -9 while anonymous responses wait: nobody reads them on the disk, and they leave in their batch and no other way. */
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymousBatchMinimum, anonymousBody } from '@huhudao/protocol';
import { until } from '../../tablet/stand.ts';
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

/** A minute passes in which somebody touches the tablet, or it would lock itself, and has it try. */
async function passMinute(): Promise<void> {
  const { page } = tablet;
  await page.mouse.move(0, 0);
  await page.clock.fastForward('01:00');
  await page.mouse.move(9, 9);
  await tablet.sync();
  // A minute that passes under a request would end it.
  await page.getByRole('banner').getByRole('button', { name: '同步', exact: true }).waitFor();
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
  for (let minutes = 0; minutes < 6; minutes += 1) await passMinute();
  await tablet.untilUnsent(4);
  expect([await atOffice(), batches]).toEqual([0, []]);

  await tablet.answer('401', '匿名');
  await tablet.reopen();
  await tablet.untilUnsent(5);
  let killed = false;
  void stand.line.loseNextReply(path, async () => {
    await tablet.runOut();
    killed = true;
  });
  // The last of these minutes ends with the browser.
  await until(
    () => passMinute().catch(() => undefined),
    () => killed,
  );
  expect(killed).toBe(true);
  expect(await atOffice()).toBe(anonymousBatchMinimum);
  expect(searchProfile(tablet.profile, plain)).toEqual([]);

  await tablet.switchOn(watched);
  await until(passMinute, () => batches.length > 1);
  await expectAllArrived(stand, tablet);
  const [first, ...again] = batches.map((ids) => ids.toSorted());
  expect(first).toHaveLength(anonymousBatchMinimum);
  for (const ids of again) expect(ids).toEqual(first);
  expect(again.length).toBeGreaterThan(0);
});
