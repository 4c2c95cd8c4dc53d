import { Problem } from '@huhudao/protocol';
import { expect, test } from 'vitest';
import { startScheduler } from './sync-scheduler.ts';
import { anonymousAnswers } from './testing/people-and-doors.ts';
import { settled } from './testing/manual-clock.ts';
import { fail, minute, onPush, tabletUnderTest, visits, type Setting } from './testing/tablet-under-test.ts';

async function scheduled(setting: Setting = {}) {
  const tablet = await tabletUnderTest(setting);
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const start = () => startScheduler(tablet.engine, { clock: tablet.clock, onError });
  return { tablet, start, errors };
}

/** Pushes fail so as long as the problem is set. */
function failingWith(meet: { problem: Error | null }): Setting {
  return onPush((body, pass) => (meet.problem === null ? pass(body) : fail(meet.problem)));
}

/** A visit was finished, and the first run, at the start of the app, failed to push it. */
async function failedWith(problem: Error) {
  const meet: { problem: Error | null } = { problem };
  const { tablet, start } = await scheduled(failingWith(meet));
  await tablet.finish(visits(1));
  const scheduler = start();
  await settled();
  return { meet, tablet, scheduler };
}

test('runs at the start of the app, when something was finished, and otherwise every five minutes', async () => {
  const { tablet, start } = await scheduled();
  const scheduler = start();
  await settled();
  expect(tablet.asked()).toEqual(['pull']);
  await tablet.finish(visits(1));
  scheduler.wake();
  await settled();
  expect(tablet.asked()).toEqual(['pull', 'push', 'pull']);
  await tablet.clock.pass(5 * minute - 1);
  expect(tablet.asked()).toHaveLength(3);
  await tablet.clock.pass(1);
  expect(tablet.asked()).toHaveLength(4);
});

test('what is finished during a run is sent soon after it', async () => {
  let meanwhile = async (): Promise<void> => undefined;
  const { tablet, start } = await scheduled({
    network: (server) => ({
      pull: async (street, since, signal) => {
        await meanwhile();
        return server.pull(street, since, signal);
      },
    }),
  });
  meanwhile = async () => {
    meanwhile = async () => undefined;
    await tablet.finish(visits(1));
    scheduler.wake();
  };
  const scheduler = start();
  await tablet.clock.pass(2000);
  expect(tablet.asked()).toEqual(['pull', 'push', 'pull']);
});

test('no wake shortens the wait the server asked for', async () => {
  const { meet, tablet, scheduler } = await failedWith(new Problem('tooManyRequests', { seconds: 60 }));
  meet.problem = null;
  for (let wakes = 0; wakes < 5; wakes += 1) scheduler.wake();
  await tablet.clock.pass(minute - 1);
  expect(tablet.asked()).toEqual(['push']);
  await tablet.clock.pass(5000);
  expect(tablet.asked()).toEqual(['push', 'push', 'pull']);
});

test('a tap ends a wait the tablet chose itself, which no hint does; where the server asked to wait it does not', async () => {
  const { meet, tablet, scheduler } = await failedWith(new Problem('malformedJson'));
  scheduler.wake();
  await settled();
  expect(tablet.asked()).toEqual(['push']);
  meet.problem = new Problem('tooManyRequests', { seconds: 60 });
  scheduler.syncNow();
  await settled();
  expect(tablet.asked()).toEqual(['push', 'push']);
  meet.problem = null;
  scheduler.syncNow();
  await tablet.clock.pass(minute - 1);
  expect(tablet.asked()).toEqual(['push', 'push']);
});

test('a wake tries at once where there was no network; without one the outbox tries by itself', async () => {
  const { meet, tablet, scheduler } = await failedWith(new TypeError('reset'));
  scheduler.wake();
  await settled();
  expect(tablet.asked()).toEqual(['push', 'push']);
  meet.problem = null;
  await tablet.clock.pass(10_000);
  expect(tablet.asked()).toEqual(['push', 'push', 'push', 'pull']);
});

test('while a sign-in is needed nothing is sent, however often it is woken; afterwards at once', async () => {
  const { meet, tablet, scheduler } = await failedWith(new Problem('sessionExpired'));
  scheduler.wake();
  await tablet.clock.pass(60 * minute);
  expect(tablet.asked()).toEqual(['push']);
  meet.problem = null;
  scheduler.resume();
  await settled();
  expect(tablet.asked()).toEqual(['push', 'push', 'pull']);
});

test('a sign-in during the run that fails for want of it counts', async () => {
  const { tablet, start } = await scheduled(
    onPush((body, pass) => {
      if (tablet.asked().length > 1) return pass(body);
      scheduler.resume();
      return fail(new Problem('sessionExpired'));
    }),
  );
  await tablet.finish(visits(1));
  const scheduler = start();
  await tablet.clock.pass(2000);
  expect(tablet.asked()).toEqual(['push', 'push', 'pull']);
});

test('the end of the shift sends visits now and the remainder some minutes later, by itself', async () => {
  const { tablet, start } = await scheduled();
  const scheduler = start();
  await settled();
  await tablet.finish(visits(1), anonymousAnswers());
  scheduler.endShift();
  await tablet.clock.pass(5 * minute);
  await expect.poll(tablet.asked).toEqual(['pull', 'push', 'pull', 'pushSealed', 'pull']);
});

test('once stopped, what is on its way is called off and nothing is sent any more', async () => {
  const { tablet, start } = await scheduled({
    network: () => ({
      push: (_body, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    }),
  });
  await tablet.finish(visits(1));
  const scheduler = start();
  await settled();
  scheduler.stop();
  await settled();
  scheduler.wake();
  await tablet.clock.pass(60 * minute);
  expect(tablet.asked()).toEqual(['push']);
  expect(tablet.inState('queued')).toHaveLength(1);
});

test('a fault of the store is told, and tried again after a minute', async () => {
  const { tablet, start, errors } = await scheduled();
  const { restart } = tablet.storage;
  tablet.storage.restart = () => fail(new Error('disk full'));
  start();
  await settled();
  expect(errors).toEqual([new Error('disk full')]);
  tablet.storage.restart = restart;
  await tablet.clock.pass(minute);
  expect(tablet.asked()).toEqual(['pull']);
});
