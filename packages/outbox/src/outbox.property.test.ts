/** The outbox against a model of the server: deaths at every access, faults of every kind, restores, clocks, tabs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outboxProperty } from './testing/outbox-property.ts';

test('every frozen record is on the server exactly once, nothing is deleted, and green means confirmed', async () => {
  await fc.assert(await outboxProperty({ claims: true, restarts: true, tells: true }), { numRuns: 150 });
}, 60_000);

test('control: where the server does not claim ids, the same property fails', async () => {
  const property = await outboxProperty({ claims: false, restarts: true, tells: true });
  expect(await fc.check(property, { endOnFailure: true })).toMatchObject({ failed: true });
}, 60_000);

test('control: where a restart does not put records back, the same property fails', async () => {
  const property = await outboxProperty({ claims: true, restarts: false, tells: true });
  expect(await fc.check(property, { endOnFailure: true })).toMatchObject({ failed: true });
}, 60_000);

test('control: where a pull is silent about visits that another team met, the same property fails', async () => {
  const property = await outboxProperty({ claims: true, restarts: true, tells: false });
  expect(await fc.check(property, { endOnFailure: true })).toMatchObject({ failed: true });
}, 60_000);
