/** The outbox against a model of the server: deaths at every access, faults of every kind, restores, clocks, tabs. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createSealingKeyPair, importPrivateKey } from './open.ts';
import { acts } from './testing/acts.ts';
import { simulate, type Setup } from './testing/simulation.ts';

let keys: Pick<Setup, 'keys' | 'privateKey'>;

beforeAll(async () => {
  const pair = await createSealingKeyPair();
  keys = { keys: pair, privateKey: await importPrivateKey(pair.privateKey) };
});

function property(protections: Pick<Setup, 'claims' | 'restarts'>) {
  return fc.asyncProperty(acts, fc.integer(), (list, seed) =>
    simulate(list, { ...keys, ...protections, seed }),
  );
}

test('every frozen record is on the server exactly once, nothing is deleted, and green means confirmed', async () => {
  await fc.assert(property({ claims: true, restarts: true }), { numRuns: 150 });
}, 60_000);

test('control: where the server does not claim ids, the same property fails', async () => {
  const { failed } = await fc.check(property({ claims: false, restarts: true }), { endOnFailure: true });
  expect(failed).toBe(true);
}, 60_000);

test('control: where a restart does not put records back, the same property fails', async () => {
  const { failed } = await fc.check(property({ claims: true, restarts: false }), { endOnFailure: true });
  expect(failed).toBe(true);
}, 60_000);
