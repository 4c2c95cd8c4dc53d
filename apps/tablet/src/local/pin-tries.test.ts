import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, mostTries, noTries, triesLeft, waitAfter, waitLeft } from './pin-tries.ts';

const times = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 12 });

test('whatever the clock does, ten wrong PINs use up all there are, one each', () => {
  fc.assert(
    fc.property(times, (clock) => {
      let tries = noTries;
      for (const [index, now] of clock.entries()) {
        tries = counted(tries, now);
        expect(triesLeft(tries)).toBe(Math.max(0, mostTries - index - 1));
      }
    }),
  );
});

test('nobody ever waits longer than the wait that was begun, however the clock was moved', () => {
  fc.assert(
    fc.property(times, fc.integer(), (clock, later) => {
      const tries = clock.reduce(counted, noTries);
      expect(waitLeft(tries, later)).toBeLessThanOrEqual(waitAfter(tries.failed));
      expect(waitLeft(tries, later)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the first four cost no wait, and from the fifth each waits twice as long as the one before', () => {
  const seconds = Array.from({ length: mostTries }, (_, index) => waitAfter(index + 1) / 1000);
  expect(seconds).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 0]);
});

test('a wait is over when its time has passed', () => {
  const tries = Array.from({ length: 5 }, () => 1_000_000).reduce(counted, noTries);
  expect(waitLeft(tries, 1_000_000)).toBe(30_000);
  expect(waitLeft(tries, 1_029_999)).toBe(1);
  expect(waitLeft(tries, 1_030_000)).toBe(0);
});
