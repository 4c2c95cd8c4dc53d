/** `SEED=4711 npx vitest run --project pg tests/faults/replay.pg.test.ts` plays one episode again and prints its steps. */
import { expect, test } from 'vitest';
import { seedToReplay } from '../../tools/lib/seed-to-replay.ts';
import { playCampaign } from './simulator/campaign.ts';

test('the seed that was asked for, or the first, ends with nothing to find', async () => {
  const asked = seedToReplay();
  const { failures } = await playCampaign({
    seeds: [asked ?? 1],
    districts: 1,
    seen: (seed, { steps }) => {
      if (asked !== null) console.log(`seed ${seed}:\n${steps.join('\n')}`);
    },
  });
  expect(failures.flatMap(({ found }) => found)).toEqual([]);
});
