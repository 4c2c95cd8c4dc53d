import { Problem } from '@huhudao/protocol';
import { describe, expect, test } from 'vitest';
import { liuxiStreet, taoyuanStreet } from './testing/people-and-doors.ts';
import { fail, minute, onPush, tabletUnderTest, visits } from './testing/tablet-under-test.ts';

describe('when the server does not answer as it should', () => {
  const failing: [string, () => never, string][] = [
    ['a reset', () => fail(new TypeError('reset')), 'noAnswer'],
    ['a gateway’s page', () => fail(new Problem('unexpectedResponse', { status: 502 })), 'noAnswer'],
    ['a hotel’s page', () => fail(new Problem('unexpectedResponse', {})), 'unrecognised'],
    ['a body that was cut', () => fail(new Problem('malformedJson')), 'unrecognised'],
    ['too many requests', () => fail(new Problem('tooManyRequests', { seconds: 30 })), 'busy'],
    ['the database away', () => fail(new Problem('unavailable', { seconds: 1 })), 'busy'],
    ['an expired sign-in', () => fail(new Problem('sessionExpired')), 'signInNeeded'],
    ['a revoked tablet', () => fail(new Problem('deviceRevoked')), 'deviceRevoked'],
    ['a right that is gone', () => fail(new Problem('notFound')), 'refused'],
  ];
  test.each(failing)('%s leaves every record queued and is told by its kind', async (_name, meet, kind) => {
    const tablet = await tabletUnderTest(onPush(meet));
    await tablet.finish(visits(3));
    expect(await tablet.engine.run()).toMatchObject({ result: 'failed', failure: { kind } });
    expect(tablet.inState('queued')).toHaveLength(3);
    expect(await tablet.engine.status()).toMatchObject({ unsent: 3, sending: 0, problem: { kind } });
    expect(tablet.asked().filter((one) => one === 'push')).toHaveLength(1);
  });

  test('a reply about other records confirms nothing', async () => {
    const tablet = await tabletUnderTest(
      onPush(async (body, pass) => {
        const reply = await pass(body);
        return { ...reply, results: reply.results.slice(1) };
      }),
    );
    await tablet.finish(visits(3));
    expect(await tablet.engine.run()).toMatchObject({ failure: { kind: 'unrecognised' } });
    expect(tablet.inState('queued')).toHaveLength(3);
  });

  test('silence is given up after a minute', async () => {
    const tablet = await tabletUnderTest({
      network: () => ({
        push: (_body, signal) =>
          new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      }),
    });
    await tablet.finish(visits(1));
    const run = tablet.engine.run();
    await tablet.clock.pass(minute - 1);
    expect(await tablet.engine.status()).toMatchObject({ running: true, sending: 1 });
    await tablet.clock.pass(1);
    expect(await run).toMatchObject({ failure: { kind: 'noAnswer' } });
    expect(tablet.clock.waiting()).toBe(0);
  });

  test('an ill server is not asked once for every record', async () => {
    const tablet = await tabletUnderTest(onPush(() => fail(new Problem('internal', { reference: 'R1' }))));
    await tablet.finish(visits(50));
    await tablet.engine.run();
    expect(tablet.pushes.length).toBeLessThan(10);
  });

  test('waits grow with failures and begin after what the server asked for', async () => {
    const waits: (number | null)[] = [];
    const tablet = await tabletUnderTest(onPush(() => fail(new Problem('unavailable', { seconds: 30 }))));
    await tablet.finish(visits(1));
    for (let runs = 0; runs < 10; runs += 1) waits.push((await tablet.engine.run()).nextInMs);
    expect(waits.slice(0, 3)).toEqual([31_000, 32_000, 34_000]);
    expect(waits.at(-1)).toBe(30_000 + 150_000);
  });

  test('a sign-in that is needed is waited for without end', async () => {
    const tablet = await tabletUnderTest(onPush(() => fail(new Problem('sessionExpired'))));
    await tablet.finish(visits(1));
    expect((await tablet.engine.run()).nextInMs).toBeNull();
  });

  test('without a network the run does not try the next street', async () => {
    const tablet = await tabletUnderTest({
      ...onPush(() => fail(new TypeError('reset'))),
      streetIds: [taoyuanStreet, liuxiStreet],
    });
    await tablet.finish(visits(1));
    await tablet.finish(visits(1), undefined, liuxiStreet);
    await tablet.engine.run();
    expect(tablet.asked()).toEqual(['push']);
  });

  test('a street one has no right in any more does not hold up another', async () => {
    const tablet = await tabletUnderTest({
      streetIds: [taoyuanStreet, liuxiStreet],
      network: (server) => ({
        push: (body, signal) =>
          body.streetId === taoyuanStreet ? fail(new Problem('notFound')) : server.push(body, signal),
      }),
    });
    await tablet.finish(visits(1));
    await tablet.finish(visits(1), undefined, liuxiStreet);
    await tablet.engine.run();
    expect(tablet.asked()).toEqual(['push', 'push', 'pull', 'pull']);
    expect(tablet.inState('accepted')).toMatchObject([{ streetId: liuxiStreet }]);
  });
});
