import fc from 'fast-check';
import { test } from 'vitest';
import { outboxProperty } from './testing/outbox-property.ts';

test('ten thousand interleavings lose nothing, double nothing and delete nothing', async () => {
  await fc.assert(await outboxProperty({ claims: true, restarts: true, tells: true }), { numRuns: 10_000 });
});
