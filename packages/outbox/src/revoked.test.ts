import { Problem, type MutationResult } from '@huhudao/protocol';
import { expect, test } from 'vitest';
import type { SyncClient } from './ports.ts';
import { startScheduler } from './sync-scheduler.ts';
import { settled } from './testing/manual-clock.ts';
import { anonymousAnswers, door, issue, photo, visit } from './testing/people-and-doors.ts';
import {
  fail,
  hour,
  minute,
  offeredIds,
  tabletUnderTest,
  type Setting,
} from './testing/tablet-under-test.ts';

const revoked = () => fail(new Problem('deviceRevoked', { tablet: true }));

const rethrow = (error: unknown) => {
  throw error;
};

/** Takes records or boxes into quarantine. */
const quarantineOf = (server: SyncClient) => async (body: unknown) => {
  const { epoch, serverTime: receivedAt } = await server.pull('', null, new AbortController().signal);
  const results = offeredIds(body).map((id): MutationResult => ({
    id,
    result: 'rejected',
    code: 'deviceRevoked',
    details: {},
  }));
  return { results, epoch, receivedAt };
};

/** The server's side of it: records and boxes are taken into quarantine, everything else but photos is shut. */
const shutOut: Setting = {
  network: (server) => {
    const kept = quarantineOf(server);
    return { push: kept, pushSealed: kept, pushAnonymous: revoked, pull: revoked };
  },
};

test('a revoked tablet hands everything over, the anonymous as boxes and apart from the visits, and then rests', async () => {
  const tablet = await tabletUnderTest(shutOut);
  for (let index = 0; index < 7; index += 1) await tablet.finish([visit(door(index))], anonymousAnswers());
  const scheduler = startScheduler(tablet.engine, { clock: tablet.clock, onError: rethrow });
  await settled();
  expect(tablet.asked()).toEqual(['push', 'pull']);
  expect(await tablet.engine.status()).toMatchObject({ unsent: 0, anonymousUnsent: 7 });
  scheduler.endShift();
  await settled();
  await tablet.clock.pass(5 * minute);
  await settled();
  const boxes = tablet.requests.filter(({ endpoint }) => endpoint === 'pushSealed');
  expect(boxes.flatMap(({ body }) => offeredIds(body))).toHaveLength(7);
  expect(await tablet.engine.status()).toMatchObject({ unsent: 0, anonymousUnsent: 0, needsAttention: 14 });
  const before = tablet.asked().length;
  await tablet.clock.pass(hour);
  expect(tablet.asked()).toHaveLength(before);
});

test('a batch that was formed before the tablet was revoked is handed over as boxes', async () => {
  const tablet = await tabletUnderTest(shutOut);
  for (let index = 0; index < 6; index += 1) await tablet.finish([], anonymousAnswers());
  await tablet.engine.run();
  expect(tablet.asked().slice(0, 2)).toEqual(['pushAnonymous', 'pushSealed']);
  expect([...tablet.disk.anonymous.values()].map(({ state }) => state)).toEqual(Array(6).fill('refused'));
});

test('a revoked tablet hands its photos over behind their records, and does not rest before', async () => {
  let away = true;
  const { network } = shutOut;
  const tablet = await tabletUnderTest({
    network: (server) => ({
      ...network?.(server),
      sendPhotoPart: (part, signal) =>
        away ? fail(new TypeError('reset')) : server.sendPhotoPart(part, signal),
    }),
  });
  const photos = [await photo(1)];
  for (const one of photos) await tablet.storage.addPhoto(one);
  await tablet.finish([issue(door(1), photos)], undefined, undefined, photos);
  const { failure, nextInMs } = await tablet.engine.run();
  expect(tablet.asked()).toEqual(['push', 'pull', 'beginPhoto', 'sendPhotoPart']);
  // However its photos fare: the app shuts for this reason alone.
  expect(failure).toMatchObject({ kind: 'deviceRevoked' });
  expect(await tablet.engine.status()).toMatchObject({ problem: { kind: 'deviceRevoked' } });
  expect(nextInMs).not.toBeNull();
  away = false;
  expect((await tablet.engine.run()).nextInMs).toBeNull();
  expect(await tablet.engine.status()).toMatchObject({ unsent: 0, photosUnsent: 0, needsAttention: 1 });
  expect(tablet.server.data().photos.size).toBe(1);
});

test('a revoked tablet with nothing to send hears of a restored server from its refusal, and hands over anew', async () => {
  let shut = false;
  const tablet = await tabletUnderTest({
    network: (server) => ({
      push: (body, signal) => (shut ? quarantineOf(server)(body) : server.push(body, signal)),
      pull: (streetId, since, signal) => {
        const told = { tablet: true, epoch: tablet.server.epoch(), receivedAt: '2026-11-20T08:00:00.000Z' };
        return shut ? fail(new Problem('deviceRevoked', told)) : server.pull(streetId, since, signal);
      },
    }),
  });
  const empty = tablet.server.backUp();
  const ids = await tablet.finish([visit(door(1))]);
  await tablet.engine.run();
  shut = true;
  await tablet.engine.run();
  expect(tablet.inState('accepted')).toHaveLength(1);
  tablet.server.restore(empty);
  await tablet.engine.run();
  expect(tablet.pushes.map(offeredIds)).toEqual([ids, ids]);
  expect(tablet.inState('needsAttention')).toHaveLength(1);
});

test('whoever finishes is told when the run that is going on has ended, and no other begins', async () => {
  let arrive = (): void => undefined;
  const tablet = await tabletUnderTest({
    network: (server) => ({
      push: async (body, signal) => {
        await new Promise<void>((resolve) => (arrive = resolve));
        return server.push(body, signal);
      },
    }),
  });
  await tablet.finish([visit(door(1))]);
  const scheduler = startScheduler(tablet.engine, { clock: tablet.clock, onError: rethrow });
  await settled();
  let ended = false;
  const finished = scheduler.finish().then(() => (ended = true));
  await settled();
  expect(ended).toBe(false);
  arrive();
  await finished;
  expect(tablet.inState('accepted')).toHaveLength(1);
  scheduler.wake();
  await tablet.clock.pass(hour);
  expect(tablet.asked()).toEqual(['push', 'pull']);
});
