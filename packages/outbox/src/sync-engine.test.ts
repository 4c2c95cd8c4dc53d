import { describe, expect, test } from 'vitest';
import { fail, minute, onPush, tabletUnderTest, visits } from './testing/tablet-under-test.ts';

describe('runs', () => {
  test('a second call during a run gets that run', async () => {
    const tablet = await tabletUnderTest();
    await tablet.finish(visits(1));
    expect(tablet.engine.run()).toBe(tablet.engine.run());
    await tablet.engine.run();
    expect(tablet.asked().filter((one) => one === 'push')).toHaveLength(1);
  });

  test('while another tab holds the lock nothing is sent', async () => {
    const tablet = await tabletUnderTest({ locks: { ifFree: () => Promise.resolve(undefined) } });
    await tablet.finish(visits(1));
    expect(await tablet.engine.run()).toMatchObject({ result: 'elsewhere' });
    expect(tablet.requests).toEqual([]);
  });

  test('that are called off put back what was on its way and send nothing more', async () => {
    const calledOff = new AbortController();
    const tablet = await tabletUnderTest(
      onPush(() => {
        calledOff.abort();
        return fail(new TypeError('aborted'));
      }),
    );
    await tablet.finish(visits(60));
    expect(await tablet.engine.run(calledOff.signal)).toMatchObject({
      failure: { kind: 'aborted' },
      nextInMs: null,
    });
    expect(tablet.inState('queued')).toHaveLength(60);
    expect(tablet.requests).toHaveLength(1);
  });

  test('put back what an earlier start of the app had left on its way', async () => {
    const tablet = await tabletUnderTest();
    const [id = ''] = await tablet.finish(visits(1));
    await tablet.storage.apply([{ id, event: 'pick' }]);
    await tablet.engine.run();
    expect(tablet.disk.records.get(id)).toMatchObject({ state: 'accepted', attempts: 2 });
  });

  test('tell listeners when the status may have changed, until they stop listening', async () => {
    const tablet = await tabletUnderTest();
    await tablet.finish(visits(1));
    let told = 0;
    const stop = tablet.engine.subscribe(() => (told += 1));
    await tablet.engine.run();
    expect(told).toBeGreaterThanOrEqual(3);
    stop();
    const before = told;
    await tablet.engine.run();
    expect(told).toBe(before);
  });
});

test('confirmed work is forgotten after thirty days of the server’s clock, whatever the tablet’s shows', async () => {
  const tablet = await tabletUnderTest();
  await tablet.finish(visits(1));
  await tablet.engine.run();
  tablet.clock.set(tablet.clock.now() + 40 * 24 * 60 * minute);
  tablet.serverTime.off = -11 * 24 * 60 * minute;
  await tablet.engine.run();
  expect(tablet.disk.records.size).toBe(1);
  tablet.serverTime.off = 0;
  await tablet.engine.run();
  expect(tablet.disk.records.size).toBe(0);
});

test('what the server puts off is offered again later', async () => {
  const tablet = await tabletUnderTest();
  const [id = ''] = await tablet.finish(visits(1));
  tablet.verdicts.set(id, 'defer');
  expect(await tablet.engine.run()).toMatchObject({ result: 'done', nextInMs: 1000 });
  expect(tablet.asked().filter((one) => one === 'push')).toHaveLength(1);
  tablet.verdicts.delete(id);
  await tablet.engine.run();
  expect(tablet.inState('accepted')).toHaveLength(1);
});
