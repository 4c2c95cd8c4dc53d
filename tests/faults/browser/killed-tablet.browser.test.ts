/** The browser is killed while it sends; one of two tabs is. What they had called saved reaches the office once. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '@huhudao/domain';
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

const roomsAtOffice = async () =>
  (await office.listVisits(stand.api.sql, stand.street.streetId)).map(({ room }) => room);

/** The tap may die with the browser. */
const sendAnd = (killed: Promise<unknown>) => Promise.all([killed, tablet.sync().catch(() => undefined)]);

test('kill -9 while the push is on its way and the office has none of it: after a new start it arrives once', async () => {
  goAway(stand);
  await tablet.answer('601', '实名，欢迎回访');
  await tablet.nobodyHome('502');
  await tablet.reopen();
  const killed = stand.line.breakNextRequest(pushPath, () => tablet.runOut());
  comeBack(stand);
  await sendAnd(killed);
  expect(await roomsAtOffice()).toEqual([]);
  await tablet.switchOn();
  await expectAllArrived(stand, tablet);
});

test('kill -9 after the office has committed, its answer never read: after a new start it is there once', async () => {
  goAway(stand);
  await tablet.answer('501', '保密');
  await tablet.reopen();
  const killed = stand.line.loseNextReply(pushPath, () => tablet.runOut());
  comeBack(stand);
  await sendAnd(killed);
  expect(await roomsAtOffice()).toContain('501');
  await tablet.switchOn();
  await expectAllArrived(stand, tablet);
});

test('two tabs send at once what each of them has: every record arrives once', async () => {
  const other = await tablet.openTab();
  goAway(stand);
  await tablet.nobodyHome('402');
  await tablet.nobodyHome('401', other);
  await tablet.reopen();
  await tablet.untilUnsent(2);
  comeBack(stand);
  await Promise.all([tablet.sync(), tablet.sync(other)]);
  await tablet.untilAllSent(other);
  await expectAllArrived(stand, tablet);
  await other.close();
});

test('one of two tabs is killed in the middle of a push, with the lock: the other says it is unsent, and sends it', async () => {
  const tabs = [tablet.page, await tablet.openTab()];
  goAway(stand);
  await tablet.nobodyHome('302');
  await tablet.reopen();
  const { arrived, letGo } = holdNextPush();
  // Which of them it is, is decided by whose wait ends first.
  const sending = Promise.race(tabs.map((tab) => tab.waitForRequest(`**${pushPath}`)));
  comeBack(stand);
  await tablet.sync();
  await arrived;
  const killed = (await sending).frame().page();
  const left = must(
    tabs.find((tab) => tab !== killed),
    'the tab that goes on',
  );
  expect(await lockHolders(left)).toBe(1);
  await tablet.sync(left);
  await tablet.untilUnsent(1, left);
  await crash(killed);
  letGo();
  await left.waitForFunction(async () => (await navigator.locks.query()).held?.length === 0);
  await tablet.untilUnsent(1, left);
  await tablet.sync(left);
  await tablet.untilAllSent(left);
  await tablet.runOut();
  await tablet.switchOn();
  await expectAllArrived(stand, tablet);
});

test('in a browser without locks two tabs send the same record at the same time: it arrives once', async () => {
  await tablet.runOut();
  const prepare = (context: BrowserContext) =>
    context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
  await tablet.switchOn({ prepare });
  const other = await tablet.openTab();
  expect(await other.evaluate(() => 'locks' in navigator)).toBe(false);
  goAway(stand);
  await tablet.nobodyHome('301');
  await tablet.reopen();
  await tablet.untilUnsent(1, other);
  const { arrived, letGo } = holdNextPush();
  comeBack(stand);
  await tablet.sync();
  await arrived;
  // One of them is still at it; whoever taps on the other is not kept waiting.
  await tablet.sync(other);
  await tablet.sync();
  await tablet.untilAllSent(other);
  letGo();
  await expectAllArrived(stand, tablet);
});

/** The next push is held on its way, and reset when it is let go. */
function holdNextPush(): { arrived: Promise<void>; letGo: () => void } {
  const arrived = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  void stand.line.breakNextRequest(pushPath, () => {
    arrived.resolve();
    return letGo.promise;
  });
  return { arrived: arrived.promise, letGo: letGo.resolve };
}

/** How many tabs of the tablet send just now. */
const lockHolders = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0);

/** The process behind a tab dies. */
async function crash(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  void devTools.send('Page.crash').catch(() => undefined);
  await gone;
}
