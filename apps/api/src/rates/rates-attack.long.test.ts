import { expect, it } from 'vitest';
import { startRatedStreet } from './rated-street.testing.ts';
import { attackRandom } from './random-attack.testing.ts';

it('over 200 random data sets, with a look after every single visit, recovers no hidden count', async () => {
  const { secrets, ...attacked } = await attackRandom(2026, 200, startRatedStreet);
  expect(attacked).toEqual({ recovered: [], unequal: 0, told: 0, singles: 0 });
  expect(secrets).toBeGreaterThan(1000);
});
